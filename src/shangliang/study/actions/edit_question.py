"""题目：改题."""

from collections.abc import Sequence

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..bank import clause_of, write
from ..flow import QUESTION
from ..models import BankQuestion


@verb(QUESTION, "edit_question", BankQuestion)
def edit_question(
    case: BankQuestion,
    seat: Seat,
    *,
    kind: str,
    text: str,
    clause: int,
    sentence: str,
    answer: Sequence[int | str],
    options: Sequence[str] = (),
) -> Done:
    """Contests that were drawn keep the question as it stood."""
    write(case, seat, kind, text, options, answer, clause_of(seat, clause), sentence)
    return Done(detail={"clause": clause}, case=case.bank)
