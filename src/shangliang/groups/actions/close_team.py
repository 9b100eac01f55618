"""撤销: no new work; ties, plan and records stay as history."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TEAM
from ..models import Shift, Team


@verb(TEAM, "close_team", Team)
def close_team(case: Team, seat: Seat, *, why: str) -> Done:
    """Coming shifts are dropped with it."""
    if not why.strip():
        raise refuse("请写为什么撤销。")
    case.closed_on, case.note = today(), f"撤销：{why.strip()}"[:300]
    gone = Shift.objects.filter(
        committee_id=case.committee_id, team=case, day__gte=today(), state__in=("planned", "asked")
    ).update(state="dropped", why="集体已撤销")
    return Done(detail={"dropped": gone})
