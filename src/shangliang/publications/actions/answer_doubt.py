"""解答: facts, where they stand, and whose answer it is."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...topics.intake import keep_secrets_out
from ..flow import DOUBT
from ..models import Doubt


@verb(DOUBT, "answer_doubt", Doubt)
def answer_doubt(case: Doubt, seat: Seat, *, answer: str, source: str) -> Done:
    """Named: the unit that was asked, else the person."""
    if len(answer.strip()) < 10:
        raise refuse("请用事实回答，至少一句完整的话。")
    if len(source.strip()) < 4:
        raise refuse("请写依据哪里：文件和条款、数据或现场。")
    keep_secrets_out(answer, source)
    case.answer, case.source = answer.strip()[:1000], source.strip()[:200]
    sign(case, seat)
    case.same_as = None
    return Done()


def sign(case: Doubt, seat: Seat) -> None:
    """Whose answer it is."""
    case.answered_as = str(case.unit) if case.unit_id else f"{seat.name} {seat.title}".strip()[:80]
    case.answered_by_id, case.returned = seat.person_id, ""
