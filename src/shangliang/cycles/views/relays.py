"""传达会议精神: the list, and one relay with each unit's share and who is left."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ...documents.queries import intakes
from ...procedures.office_calendar import today
from ...procedures.verdicts import Refused, offers
from ...web.access import needs, seat_of
from ..actions.start_relay import start_relay
from ..flow import RELAY
from ..flow.relay import STATES
from ..flow.who import ALL, DESK, READERS
from ..forms.sittings import RelayForm
from ..models import RelayUnit
from ..queries import relays
from .verbs import buttons

PAGE = 25


@require_safe
@needs(*ALL)
def listing(request: HttpRequest) -> HttpResponse:
    """Newest first, with units that reported and people reached."""
    seat = seat_of(request)
    page = Paginator(relays(seat), PAGE).get_page(request.GET.get("page"))
    tally = {
        row["relay_id"]: row
        for row in RelayUnit.objects.filter(
            committee_id=seat.committee_id, relay_id__in=[r.pk for r in page]
        )
        .order_by()
        .values("relay_id")
        .annotate(
            all=Count("pk"),
            told=Count("pk", filter=Q(on__isnull=False)),
            people=Sum("wanted"),
            got=Sum("reached"),
        )
    }
    for row in page:
        row.tally = tally.get(row.pk, {})  # type: ignore[attr-defined]
        row.state_name = STATES[row.state]  # type: ignore[attr-defined]
        row.late = row.state == "open" and row.due_on < today()  # type: ignore[attr-defined]
    context = {"rows": list(page), "page_obj": page, "desk": seat.has(*DESK)}
    return render(request, "cycles/relays.html", context)


@needs(*DESK)
def new(request: HttpRequest) -> HttpResponse:
    """发起一次传达; ``?intake=`` starts from a text that was read."""
    seat = seat_of(request)
    texts = [(row.pk, row.title) for row in intakes(seat)[:100]]
    given = request.GET.get("intake", "")
    wanted = next((t for t in texts if str(t[0]) == given), None)
    initial = {"intake": wanted[0], "title": f"传达《{wanted[1]}》"} if wanted else {}
    form = RelayForm(request.POST or None, seat=seat, texts=texts, initial=initial)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                row = start_relay(seat, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "已通知各单位传达。")
                return redirect(row)
    context = {"form": form, "title": "发起传达", "back": "relays", "submit": "发给各单位"}
    return render(request, "cycles/form.html", context, status=status)


@require_safe
@needs(*ALL)
def relay(request: HttpRequest, pk: int) -> HttpResponse:
    """Unit × day, way, people; the gaps first."""
    seat = seat_of(request)
    row = get_object_or_404(relays(seat), pk=pk)
    lines = list(row.units.select_related("unit"))
    if not seat.has(*READERS):
        lines = [line for line in lines if line.unit_id in seat.units]
    lines.sort(key=lambda x: (x.on is not None and not x.left, x.on is not None, x.pk))
    wanted = sum(line.wanted for line in lines)
    reached = sum(line.reached for line in lines)
    context = {
        "row": row,
        "state": STATES[row.state],
        "lines": lines,
        "silent": [line.unit for line in lines if line.on is None],
        "gaps": [line for line in lines if line.left],
        "wanted": wanted,
        "reached": reached,
        "share": round(100 * reached / wanted, 1) if wanted else None,
        "late": row.state == "open" and row.due_on < today(),
        "opens": seat.has(*READERS),
        "verbs": buttons(offers(RELAY, seat, row), "relay", pk, request.path),
    }
    return render(request, "cycles/relay.html", context)
