"""作废一条: an entry made in error stays, crossed out, and is not counted."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TEAM
from ..models import Effort, Team


@verb(TEAM, "void_effort", Team)
def void_effort(case: Team, seat: Seat, *, effort: int, why: str) -> Done:
    """With the reason."""
    row = Effort.objects.filter(
        committee_id=case.committee_id, team=case, pk=effort, void_why=""
    ).first()
    if row is None:
        raise refuse("没有这一条，或者已经作废。", "wall")
    if not why.strip():
        raise refuse("请写作废的原因。")
    row.void_why = why.strip()[:120]
    row.save(update_fields=["void_why"])
    return Done(about=row, detail={"kind": row.kind})
