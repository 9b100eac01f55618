"""值班: a team's rota by month, one shift, and what was heard at all points by category."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ...procedures.office_calendar import today
from ...web.access import needs
from ..composition import SMALL
from ..flow import SHIFT, TEAM
from ..models import Shift
from ..people import ALL, READERS, belongs, runs
from ..queries import shifts, teams
from ..venues import week_needs
from ..words import MATTERS
from .common import base_of, buttons, steps, story

WEEKDAYS = "一二三四五六日"
TONES = {"planned": "", "asked": "near", "done": "ok", "missed": "late", "dropped": ""}


def month_of(text: str) -> date:
    """The first day of ``2026-11``; this month where it makes no sense."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return today().replace(day=1)


def next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)


@require_safe
@needs(*ALL)
def rota(request: HttpRequest, pk: int) -> HttpResponse:
    """One month on one page, printable for the door."""
    seat = steps(request)
    team = get_object_or_404(teams(seat), pk=pk)
    first = month_of(request.GET.get("month", ""))
    last = next_month(first)
    rows = list(
        Shift.objects.filter(
            committee_id=seat.committee_id, team=team, day__gte=first, day__lt=last
        )
        .exclude(state="dropped")
        .select_related("person", "first_person", "stand_in")
        .annotate(n=Count("heard"))
    )
    open_page = belongs(seat, team) or seat.has(*READERS)
    for row in rows:
        row.weekday = WEEKDAYS[row.day.weekday()]  # type: ignore[attr-defined]
        row.word, row.tone = SHIFT.label_of(row.state), TONES[row.state]  # type: ignore[attr-defined]
    verbs = [v for v in buttons(TEAM, seat, team, request.path) if v["verb"] == "set_rota"]
    context = {
        "base": base_of(seat), "row": team, "rows": rows, "first": first, "open": open_page,
        "before": f"{first - timedelta(days=1):%Y-%m}", "after": f"{last:%Y-%m}", "verbs": verbs,
        "back_url": reverse("team", args=[pk]), "me": seat.person_id,
    }  # fmt: skip
    return render(request, "groups/rota.html", context)


@require_safe
@needs(*ALL)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Who, when, where; swap; what was heard and where it went."""
    seat = steps(request)
    row = get_object_or_404(shifts(seat), pk=pk)
    heard = list(row.heard.order_by("id"))
    links = {"voice": "voice", "topic": "topic"}
    for one in heard:
        one.url = reverse(links[one.source_type], args=[one.source_id]) if one.source_type else ""  # type: ignore[attr-defined]
    first = ("take_swap",) if row.state == "asked" else ("hear", "finish_shift")
    may_see_why = runs(seat, row.team) or seat.person_id == row.person_id
    context: dict[str, Any] = {
        "base": base_of(seat), "row": row, "state": SHIFT.label_of(row.state),
        "tone": TONES[row.state], "weekday": WEEKDAYS[row.day.weekday()], "heard": heard,
        "verbs": buttons(SHIFT, seat, row, request.path, first), "why": row.why if may_see_why else "",
        "back_url": reverse("my-teams"), "events": story(row.team, seat.committee_id, 6) if runs(seat, row.team) else [],
    }  # fmt: skip
    return render(request, "groups/shift.html", context)


@require_safe
@needs(*ALL)
def needs_page(request: HttpRequest) -> HttpResponse:
    """Of a week and of the quarter, over all points; small categories hidden (S-131, E6)."""
    seat = steps(request)
    day = today()
    spans = []
    for label, days in (("近 7 天", 7), ("近 90 天", 90)):
        rows = week_needs(seat.committee_id, day, days)
        sums: Counter[str] = Counter()
        for _, matter, n in rows:
            sums[matter] += n
        counted = sorted(sums.items(), key=lambda x: (-x[1], x[0]))
        points = len({team for team, _, _ in rows})
        spans.append(
            {
                "label": label,
                "all": sum(n for _, n in counted),
                "points": points,
                "rows": [(MATTERS[k], n) for k, n in counted if n >= SMALL],
                "few": sum(1 for _, n in counted if n < SMALL),
            }
        )
    context = {"base": base_of(seat), "spans": spans, "small": SMALL}
    return render(request, "groups/needs.html", context)
