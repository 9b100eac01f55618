"""放出一条说法."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import STATEMENT
from ..models import Statement


@verb(STATEMENT, "show_statement", Statement)
def show_statement(case: Statement, seat: Seat) -> Done:
    """Put to people from now on."""
    if case.round.state == "published":
        raise refuse("结果已经公布，说法不能再动。", "state")
    case.reason = case.note = ""
    return Done(detail={"number": case.number})
