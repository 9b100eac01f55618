"""记联系: the convener or head spoke with one of the team's people (S-040, S-042)."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TEAM
from ..models import Team, Touch
from ..people import people_of
from ..touching import new_touch


@verb(TEAM, "contact_member", Team)
def contact_member(
    case: Team,
    seat: Seat,
    *,
    person: int,
    on: date,
    way: str,
    matter: str = "",
    note: str = "",
    referred: str = "",
) -> Done:
    """What is needed and who takes care of it; never what somebody thinks."""
    if person not in {p.pk for p in people_of([case])[case.pk]}:
        raise refuse(f"这个人现在不在{case}里。", "wall")
    row: Touch = new_touch(
        seat, on=on, way=way, matter=matter, note=note, referred=referred, team=case, whom_id=person
    )
    return Done(about=row, detail={"on": on})
