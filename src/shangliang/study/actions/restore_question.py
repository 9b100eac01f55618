"""题目：再用."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import QUESTION
from ..models import BankQuestion


@verb(QUESTION, "restore_question", BankQuestion)
def restore_question(case: BankQuestion, seat: Seat) -> Done:
    """In use again."""
    return Done(case=case.bank)
