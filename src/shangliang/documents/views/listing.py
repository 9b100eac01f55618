"""文件拆解: the list of texts, and taking one in."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.take_in import take_in
from ..flow.intake import DESK, READERS, STATES
from ..forms.reading import TakeIn
from ..models import Intake
from ..queries import intakes

PAGE = 25
SHOWS = {"open": "拆解中", "closed": "已拆完", "all": "全部"}


@needs(*READERS)
def listing(request: HttpRequest) -> HttpResponse:
    """Every text, newest first, with how much of it waits."""
    seat = seat_of(request)
    rows = intakes(seat)
    show = request.GET.get("show", "all")
    counts = rows.order_by().aggregate(
        open=Count("pk", filter=Q(state__in=("open", "reading", "failed"))),
        closed=Count("pk", filter=Q(state="closed")),
        all=Count("pk"),
    )
    if show == "open":
        rows = rows.filter(state__in=("open", "reading", "failed"))
    elif show == "closed":
        rows = rows.filter(state="closed")
    else:
        show = "all"
    waiting = Q(extracts__state="open", extracts__soft=False, extracts__gone=False)
    page = Paginator(rows, PAGE)
    page.count = counts[show]  # type: ignore[misc]
    shown = page.get_page(request.GET.get("page"))
    ids = [row.pk for row in shown]
    tally = {
        row["pk"]: row
        for row in Intake.objects.filter(committee_id=seat.committee_id, pk__in=ids)
        .order_by()
        .values("pk")
        .annotate(
            waiting=Count("extracts", filter=waiting),
            made=Count("extracts", filter=Q(extracts__state="made")),
            tasks=Count("extracts", filter=Q(extracts__made_type="task")),
        )
    }
    for row in shown:
        row.tally = tally.get(row.pk, {})  # type: ignore[attr-defined]
        row.state_name = STATES[row.state]  # type: ignore[attr-defined]
    tabs = [
        {"label": label, "url": f"?show={key}", "count": counts[key], "current": key == show}
        for key, label in SHOWS.items()
    ]
    context = {"page_obj": shown, "rows": list(shown), "tabs": tabs, "may": seat.has(*DESK)}
    return render(request, "documents/listing.html", context)


@needs(*DESK)
def take(request: HttpRequest) -> HttpResponse:
    """收一份: nothing typed is lost when it is refused; nothing refused is stored."""
    seat = seat_of(request)
    initial: dict[str, Any] = {
        key: request.GET[key]
        for key in ("about_type", "about_id", "kind", "title", "given_on")
        if key in request.GET
    }
    form = TakeIn(request.POST or None, request.FILES or None, initial=initial)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                row = take_in(seat, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
                status = 409
            else:
                if row.state == "reading":
                    messages.success(request, "收到了，正在读。文字长，读完会发消息给您。")
                else:
                    messages.success(request, f"已收文拆解：{row}")
                return redirect(reverse("intake", args=[row.pk]))
    return render(request, "documents/take.html", {"form": form}, status=status)
