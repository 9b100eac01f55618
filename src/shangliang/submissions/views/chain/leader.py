"""领导一页 ``/lead/``: late first, key proposals, what waits for my decision, my fields."""

from collections import Counter
from typing import Any

from django.db.models import Count, Exists, OuterRef, Window
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ....actors.models import Actor
from ....journal.kept import kept
from ....procedures.models import Clock
from ....procedures.office_calendar import today
from ....procedures.seat import Role, Seat
from ....web.access import needs, seat_of
from ...chain.lamps import light_of
from ...models import Assignment, Honour, Submission
from .effects import KINDS, counts_of
from .key import rows_of, sessions_of

LATE_SHOWN = 12


def late_of(seat: Seat) -> tuple[int, list[dict[str, Any]]]:
    """(all overdue clocks, the longest overdue with case and unit); two questions."""
    clocks = Clock.objects.filter(
        committee_id=seat.committee_id,
        case_type="submission",
        met_on__isnull=True,
        dropped_on__isnull=True,
        paused_on__isnull=True,
        due_on__lt=today(),
    )
    counted = clocks.annotate(of_all=Window(Count("pk")))
    first = list(counted.select_related("unit").order_by("due_on")[:LATE_SHOWN])
    cases = {
        c.pk: c
        for c in Submission.objects.filter(
            committee_id=seat.committee_id, pk__in={c.case_id for c in first}
        )
    }
    rows = [
        {"clock": c, "case": cases[c.case_id], "light": light_of(c)}
        for c in first
        if c.case_id in cases
    ]
    return (first[0].of_all if first else 0), rows  # type: ignore[attr-defined]


def fields_of(seat: Seat) -> list[dict[str, Any]]:
    """What I am in charge of, with the work in hand of each unit and body; three questions."""
    if not seat.in_charge:
        return []
    running = Clock.objects.filter(
        about_type="assignment",
        about_id=OuterRef("pk"),
        met_on__isnull=True,
        dropped_on__isnull=True,
        due_on__lt=today(),
    )
    counts: dict[int, Counter[str]] = {}
    rows = (
        Assignment.objects.filter(committee_id=seat.committee_id, unit_id__in=seat.in_charge)
        .annotate(is_late=Exists(running))
        .order_by()
        .values_list("unit_id", "state", "is_late")
        .annotate(n=Count("pk"))
    )
    for unit, state, is_late, n in rows:
        counter = counts.setdefault(unit, Counter())
        counter[state] += n
        if is_late and state in ("issued", "accepted", "contested"):
            counter["late"] += n
    # A special committee or body in charge of hands in proposals itself; those are its work.
    own = (
        Submission.objects.filter(
            committee_id=seat.committee_id,
            author_id__in=seat.in_charge,
            state__in=["filed", "handling", "replied", "closed"],
        )
        .order_by()
        .values_list("author_id", "state")
        .annotate(n=Count("pk"))
    )
    for author, state, n in own:
        counter = counts.setdefault(author, Counter())
        counter["done" if state == "closed" else "accepted"] += n
    actors = Actor.objects.filter(committee_id=seat.committee_id, pk__in=seat.in_charge)
    return [
        {
            "actor": actor,
            "counts": counts.get(actor.pk, Counter()),
            "open": sum(
                counts.get(actor.pk, Counter())[s] for s in ("issued", "accepted", "contested")
            ),
        }
        for actor in actors
    ]


@needs(Role.LEADER, Role.CLERK, Role.SUPERVISOR)
def page(request: HttpRequest) -> HttpResponse:
    """One page to read, and to print."""
    seat = seat_of(request)
    late_count, late = late_of(seat)
    session = next(iter(sessions_of(seat)), None)
    keys = rows_of(seat, submission__session=session) if session else []
    mine = [r for r in keys if r["listing"].leader_id == seat.person_id]
    waiting = list(
        Honour.objects.filter(committee_id=seat.committee_id, state="nominated").select_related(
            "submission"
        )[:6]
    )
    known = kept(seat.committee_id, f"effects:{seat.person_id}", lambda: counts_of(seat))
    request.loop_step = "办理"  # type: ignore[attr-defined]
    plans = [r for r in mine if not r["listing"].plan]
    return render(
        request,
        "submissions/chain/leader.html",
        {
            "late_count": late_count,
            "late": late,
            "session": session,
            "keys": sorted(keys, key=lambda r: (r["listing"].leader_id != seat.person_id,)),
            "me": seat.person_id,
            "no_plan": plans,
            "nominated": waiting,
            "decisions": len(plans) + len(waiting),
            "fields": fields_of(seat),
            "effects": [{"key": k, "label": label, "count": known[k]} for k, label, _ in KINDS],
            "effects_total": known["total"],
        },
    )
