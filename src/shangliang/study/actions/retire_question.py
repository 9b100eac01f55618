"""题目：停用."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import QUESTION
from ..models import BankQuestion


@verb(QUESTION, "retire_question", BankQuestion)
def retire_question(case: BankQuestion, seat: Seat) -> Done:
    """Neither drawn nor practised."""
    return Done(case=case.bank)
