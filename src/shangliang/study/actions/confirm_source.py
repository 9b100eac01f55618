"""题目：对过新稿."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..bank import check_sentence
from ..flow import QUESTION
from ..models import BankQuestion


@verb(QUESTION, "confirm_source", BankQuestion)
def confirm_source(case: BankQuestion, seat: Seat, *, sentence: str) -> Done:
    """Somebody looked at the new draft; the sentence, mended where the draft mended it, stands there."""
    case.sentence = check_sentence(case.clause, sentence)
    case.seen_version = case.clause.intake.version
    return Done(detail={"version": case.seen_version}, case=case.bank)
