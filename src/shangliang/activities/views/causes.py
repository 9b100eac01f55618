"""没能来的原因: counts of the year for the office and its leaders, never less than the least group."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ...procedures.office_calendar import today
from ...web.access import needs, seat_of
from ..causes import book, shown
from ..models import CauseCount
from ..queries import READERS


@require_safe
@needs(*READERS)
def causes(request: HttpRequest) -> HttpResponse:
    """One table a year; no kind, no month, no body beside it, so that nothing can be subtracted."""
    request.loop_step = "学习"  # type: ignore[attr-defined]
    seat, day = seat_of(request), today()
    said = request.GET.get("year", "")
    year = int(said) if said.isdecimal() and len(said) == 4 else day.year
    rows, hidden = shown(seat.committee_id, year)
    years = set(
        CauseCount.objects.filter(committee_id=seat.committee_id).values_list("year", flat=True)
    )
    context = {
        "rows": rows, "hidden": hidden, "year": year, "least": book().least,
        "tabs": [
            {"label": f"{y} 年", "url": f"?year={y}", "count": None, "current": y == year}
            for y in sorted(years | {day.year}, reverse=True)
        ],
    }  # fmt: skip
    return render(request, "activities/causes.html", context)
