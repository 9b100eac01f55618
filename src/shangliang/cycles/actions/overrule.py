"""汇报：改判."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import HANDIN
from ..handins import count
from ..models import Covered, Handin


@verb(HANDIN, "overrule", Handin)
def overrule(case: Handin, seat: Seat, *, content: int, state: str, why: str = "") -> Done:
    """A person says otherwise than the check; empty takes it back."""
    row = case.covered.filter(content_id=content).first()
    if row is None:
        raise refuse("没有这一项必报内容。", "wall")
    if state and state not in Covered.State.values:
        raise refuse("请选答了、单薄或没提。")
    row.said = "" if state == row.found else state
    row.said_by_id = seat.person_id if row.said else None
    row.said_why = why.strip()[:200]
    row.save()
    count(case)
    return Done(about=case, detail={"content": content, "found": row.found, "said": row.said})
