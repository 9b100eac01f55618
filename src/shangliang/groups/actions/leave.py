"""成员退出: the tie ends on a day and stays as history; shifts still to come are opened again."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..belonging import take_out
from ..flow import TEAM
from ..models import Shift, Team


@verb(TEAM, "leave", Team)
def leave(case: Team, seat: Seat, *, person: int, on: date | None = None, basis: str = "") -> Done:
    """Their coming shifts after that day are dropped, and the page says which days are empty."""
    tie = take_out(case, person, on, basis)
    dropped = Shift.objects.filter(
        committee_id=case.committee_id, team=case, person_id=person,
        day__gt=max(tie.end or today(), today()), state__in=("planned", "asked"),
    ).update(state="dropped", why="值班的人退出")  # fmt: skip
    return Done(about=tie, detail={"on": tie.end, "dropped": dropped})
