"""请同事看的三作：写意见."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.homework import SHARED_WORK
from ..models import SharedWork, WorkComment


@verb(SHARED_WORK, "comment_work", SharedWork)
def comment_work(case: SharedWork, seat: Seat, *, text: str) -> Done:
    """About the work, by name; its owner is told."""
    if not text.strip():
        raise refuse("请写意见。")
    row = WorkComment.objects.create(
        committee_id=case.committee_id, work=case, by_id=seat.person_id, text=text.strip()[:500]
    )
    post(
        committee_id=case.committee_id, to=[case.person_id], kind="shared_work.comment",
        text=f"同事对您的“{case.title}”写了意见", case=case, url=case.get_absolute_url(),
        but=seat.person_id,
    )  # fmt: skip
    return Done(about=row, beside=True)
