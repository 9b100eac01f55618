"""题库：加一题."""

from collections.abc import Sequence

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..bank import clause_of, write
from ..flow import BANK
from ..models import Bank, BankQuestion


@verb(BANK, "add_question", Bank)
def add_question(
    case: Bank,
    seat: Seat,
    *,
    kind: str,
    text: str,
    clause: int,
    sentence: str,
    answer: Sequence[int | str],
    options: Sequence[str] = (),
) -> Done:
    """``answer``: places of the right options from 0, or the words a blank takes. Returns the question."""
    row = BankQuestion(committee_id=case.committee_id, bank=case, by_id=seat.person_id)
    write(row, seat, kind, text, options, answer, clause_of(seat, clause), sentence)
    return Done(about=row, detail={"kind": kind, "clause": clause}, result=row)
