"""The yearly plan: one step from body to body."""

from datetime import date

from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Plan, PlanStep


def step(case: Plan, seat: Seat, key: str, body: str, on: date, paper: str, note: str) -> PlanStep:
    """What a body said, on a day that has come."""
    if on > today():
        raise refuse("日期不能晚于今天。")
    return PlanStep.objects.create(
        committee_id=case.committee_id,
        plan=case,
        key=key,
        body=body[:80],
        on=on,
        paper=paper.strip()[:80],
        note=note.strip()[:1000],
        by_id=seat.person_id,
    )
