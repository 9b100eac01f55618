"""撤销: no new work; ties, plan and records stay as history."""

from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TEAM
from ..models import Booking, Shift, Team


@verb(TEAM, "close_team", Team)
def close_team(case: Team, seat: Seat, *, why: str) -> Done:
    """Coming shifts and bookings are dropped with it."""
    if not why.strip():
        raise refuse("请写为什么撤销。")
    case.closed_on, case.note = today(), f"撤销：{why.strip()}"[:300]
    gone = Shift.objects.filter(
        committee_id=case.committee_id, team=case, day__gte=today(), state__in=("planned", "asked")
    ).update(state="dropped", why="集体已撤销")
    booked = Booking.objects.filter(
        committee_id=case.committee_id, team=case, day__gte=today(), state="booked"
    )
    losers = sorted(set(booked.values_list("by_id", flat=True)))
    booked.update(state="dropped", why="场地已撤销")
    post(
        committee_id=case.committee_id,
        to=losers,
        kind="booking.dropped",
        text=f"{case}撤销了，您订的场地一并退订",
        case=case,
        url=case.get_absolute_url(),
        but=seat.person_id,
    )
    return Done(detail={"dropped": gone})
