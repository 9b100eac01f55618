"""阵地: places on a map with the same as a table, idle ones first; one place's half-days and who has them."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ...procedures.office_calendar import today
from ...web.access import needs
from ..counting import IDLE_DAYS
from ..flow import BOOKING, TEAM
from ..models import Booking
from ..people import ALL, OFFICE
from ..queries import teams
from ..slots import AHEAD, SLOTS, taken
from ..spots import drawing, lay_out
from ..venues import uses
from ..words import VENUE_FORMS
from .common import base_of, buttons, steps
from .shifts import WEEKDAYS

MOST = 200
SHOWN_DAYS = 14


@require_safe
@needs(*ALL)
def venues(request: HttpRequest) -> HttpResponse:
    """Every studio and contact point: where, this week's needs, use, whether idle (S-131, S-132)."""
    seat = steps(request)
    rows = list(teams(seat).filter(state="running", form__in=VENUE_FORMS)[:MOST])
    used = uses(rows)
    numbered = []
    for n, row in enumerate(sorted(rows, key=lambda r: (not used[r.pk].idle, str(r), r.pk)), 1):
        row.n, row.use = n, used[row.pk]  # type: ignore[attr-defined]
        top = "、".join(f"{label} {times} 件" for label, times in used[row.pk].top)
        said = "闲置" if used[row.pk].idle else f"本周听到{top}" if top else "在用"
        numbered.append((n, row, said, used[row.pk].idle))
    paper = lay_out(numbered)
    context = {
        "base": base_of(seat), "rows": [row for _, row, _, _ in numbered], "days": IDLE_DAYS,
        "idle": [row for _, row, _, idle in numbered if idle], "office": seat.has(*OFFICE),
        "map": drawing(paper, "工作室和联系点的位置，每个点在下面的表里") if paper else "",
        "bare": sum(row.east is None for row in rows),
    }  # fmt: skip
    return render(request, "groups/venues.html", context)


def first_day(request: HttpRequest) -> date:
    """``?from=``, else today; a day that makes no sense is today."""
    try:
        return date.fromisoformat(request.GET.get("from", ""))
    except ValueError:
        return today()


@require_safe
@needs(*ALL)
def slots(request: HttpRequest, pk: int) -> HttpResponse:
    """Two weeks of one place: free, on duty, or whose."""
    seat = steps(request)
    team = get_object_or_404(teams(seat), pk=pk, form__in=VENUE_FORMS)
    first = first_day(request)
    days = [first + timedelta(days=n) for n in range(SHOWN_DAYS)]
    stands = taken(team, days[0], days[-1])
    verbs = buttons(TEAM, seat, team, request.get_full_path())
    book = next((v for v in verbs if v["verb"] == "book_place" and not v.get("disabled")), None)
    for row in stands.values():
        if isinstance(row, Booking):
            row.team = team
            row.word = BOOKING.label_of(row.state)  # type: ignore[attr-defined]
            row.verbs = buttons(BOOKING, seat, row, request.get_full_path())  # type: ignore[attr-defined]
    context: dict[str, Any] = {
        "base": base_of(seat), "row": team, "slots": list(SLOTS.values()), "book": book,
        "days": [
            {"day": d, "weekday": WEEKDAYS[d.weekday()],
             "cells": [cell(d, key, stands) for key in SLOTS]} for d in days
        ],
        "before": first - timedelta(days=SHOWN_DAYS), "after": first + timedelta(days=SHOWN_DAYS),
        "may_go_on": first + timedelta(days=SHOWN_DAYS) <= today() + AHEAD,
        "back_url": reverse("team", args=[pk]), "ahead": AHEAD.days, "first": first, "last": days[-1],
    }  # fmt: skip
    return render(request, "groups/slots.html", context)


def cell(day: date, key: str, stands: dict[tuple[date, str], Any]) -> dict[str, Any]:
    """One half-day: what stands there, or that it can be had."""
    row = stands.get((day, key))
    open_ = row is None and not SLOTS[key].over(day) and day <= today() + AHEAD
    return {
        "slot": SLOTS[key], "key": key, "free": open_,
        "booking": row if isinstance(row, Booking) else None,
        "shift": row if row is not None and not isinstance(row, Booking) else None,
    }  # fmt: skip
