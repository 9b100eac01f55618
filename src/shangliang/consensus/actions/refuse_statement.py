"""不采用一条说法: with a reason everybody can read."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import STATEMENT
from ..models import Statement
from ..reasons import REASONS


@verb(STATEMENT, "refuse_statement", Statement)
def refuse_statement(case: Statement, seat: Seat, *, reason: str, note: str = "") -> Done:
    """Its votes stay and count for nothing; the public list keeps the number and the reason."""
    if case.round.state == "published":
        raise refuse("结果已经公布，说法不能再动。", "state")
    if reason not in REASONS:
        raise refuse("请选一条公开的理由。")
    case.reason, case.note = reason, note.strip()[:200]
    return Done(detail={"number": case.number, "reason": reason})
