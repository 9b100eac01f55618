"""请人代班: another of the team's people is asked; until they say yes the duty stays."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SHIFT
from ..models import Shift
from ..people import people_of


@verb(SHIFT, "ask_swap", Shift)
def ask_swap(case: Shift, seat: Seat, *, to: int) -> Done:
    """``to`` is told and answers on the shift's page."""
    if to == case.person_id or to not in {p.pk for p in people_of([case.team])[case.team_id]}:
        raise refuse("请选同一集体里的另一位成员。")
    case.stand_in_id = to
    post(
        committee_id=case.committee_id,
        to=[to],
        kind="shift.swap",
        text=f"{case.person} 请您代班：{case.team}，{case.day:%-m 月 %-d 日} {case.begins:%H:%M}",
        case=case.team,
        url=case.get_absolute_url(),
        needs_act=True,
    )
    return Done(detail={"stand_in": to})
