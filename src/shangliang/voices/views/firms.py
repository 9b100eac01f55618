"""企业难题: the list with clocks, and the suggestion that several similar cases raise."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ...procedures.models import Clock
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...submissions.chain.lamps import light_of
from ...web.access import needs, seat_of
from ..actions.advise_systemic import advise_systemic
from ..flow import DIFFICULTY
from ..queries import difficulties
from ..rules import rules_of
from ..similar import of_class, systemic

WHO = (Role.EDITOR, Role.ORGANISER, Role.SUPERVISOR, Role.LEADER, Role.UNIT_STAFF, Role.UNIT_HEAD)
OFFICE = (Role.EDITOR, Role.ORGANISER)
OPEN = ("received", "handling", "answered")


@require_safe
@needs(*WHO)
def cases(request: HttpRequest) -> HttpResponse:
    """Open ones first by limit; filters are in the address."""
    seat, rules = seat_of(request), rules_of()
    rows = difficulties(seat).exclude(state__in=("draft", "withdrawn"))
    state, matter = request.GET.get("state", "open"), request.GET.get("matter", "")
    if state == "open":
        rows = rows.filter(state__in=OPEN)
    elif state in DIFFICULTY.states:
        rows = rows.filter(state=state)
    if rules.matter(matter):
        rows = rows.filter(class_code=matter)
    page = Paginator(rows.select_related("firm", "unit").order_by("-id"), 25).get_page(
        request.GET.get("page")
    )
    clocks = {
        c.about_id: c
        for c in Clock.objects.filter(
            committee_id=seat.committee_id, about_type="voice", about_id__in=[r.pk for r in page],
            met_on=None, dropped_on=None,
        )
    }  # fmt: skip
    for row in page:
        found = clocks.get(row.pk)
        row.light = light_of(found) if found else None  # type: ignore[attr-defined]
        row.label = DIFFICULTY.label_of(row.state)  # type: ignore[attr-defined]
        kind = rules.matter(row.class_code)
        row.matter_name = kind.name if kind else ""  # type: ignore[attr-defined]
    office = seat.has(*OFFICE)
    context = {
        "page_obj": page,
        "state": state,
        "matter": matter,
        "states": [
            ("open", "没办完的"),
            ("all", "全部"),
            *((k, v) for k, v in DIFFICULTY.states.items() if k not in ("draft", "withdrawn")),
        ],
        "matters": rules.matters,
        "systemic": systemic(seat, today().year) if office else [],
        "office": office,
    }
    return render(request, "voices/firms.html", context)


@require_http_methods(["GET", "POST"])
@needs(*OFFICE)
def systemic_page(request: HttpRequest, code: str) -> HttpResponse:
    """The cases behind the suggestion; POST makes the report draft of them."""
    seat, rules = seat_of(request), rules_of()
    matter = rules.matter(code)
    if matter is None:
        raise Http404
    if request.method == "POST":
        try:
            voice = advise_systemic(seat, class_code=code)
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("firm-systemic", code=code)
        messages.success(request, "已作为社情民意放进编辑台。")
        return redirect("voice", pk=voice.pk)
    return render(
        request,
        "voices/systemic.html",
        {"matter": matter, "rows": of_class(seat, code, today().year), "rules": rules},
    )
