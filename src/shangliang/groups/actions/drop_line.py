"""计划不做了: the line stays with its reason."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TEAM
from ..models import PlanLine, Team


@verb(TEAM, "drop_line", Team)
def drop_line(case: Team, seat: Seat, *, line: int, why: str) -> Done:
    """Not of a line something was done for."""
    row = PlanLine.objects.filter(committee_id=case.committee_id, team=case, pk=line).first()
    if row is None:
        raise refuse("计划里没有这一项。", "wall")
    if not why.strip():
        raise refuse("请写不做的原因。")
    if row.efforts.filter(void_why="").exists():
        raise refuse("这一项已经做了，不能再划掉。")
    row.dropped_why = why.strip()[:120]
    row.save(update_fields=["dropped_why"])
    return Done(about=row)
