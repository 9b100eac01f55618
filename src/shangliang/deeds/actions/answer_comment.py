"""同事的意见：答复."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.homework import WORK_COMMENT
from ..models import WorkComment


@verb(WORK_COMMENT, "answer_comment", WorkComment)
def answer_comment(case: WorkComment, seat: Seat, *, answer: str) -> Done:
    """One answer beside the words; writing it again replaces it."""
    if not answer.strip():
        raise refuse("请写答复。")
    case.answer, case.answered_at = answer.strip()[:500], timezone.now()
    post(
        committee_id=case.committee_id, to=[case.by_id], kind="work_comment.answer",
        text=f"您对“{case.work.title}”的意见有了答复", case=case.work,
        url=case.get_absolute_url(), but=seat.person_id,
    )  # fmt: skip
    return Done()
