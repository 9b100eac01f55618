"""退回修改: back to the author with words that say what to mend."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import Submission
from ..people import proposers
from ..remarks import remark


def writers(case: Submission) -> list[int]:
    """Who mends it: the proposers, a collective proposal's drafter, and who entered it for another."""
    return [*proposers(case), *(p for p in (case.entered_by_id,) if p)]


@verb(PROPOSAL, "send_back", Submission)
def send_back(case: Submission, seat: Seat, *, note: str) -> Done:
    """The note stays with the case; the proposal can be mended and handed in again."""
    row = remark(case, seat, "send_back", note, "请写明哪里要改，提案人才知道怎么改。")
    case.decided_at = timezone.now()
    post(
        committee_id=case.committee_id,
        to=writers(case),
        kind="proposal.send_back",
        text=f"请修改《{case.title}》：{note.strip()}",
        case=case,
        url=f"/proposals/{case.pk}/edit/",
        needs_act=True,
    )
    return Done(about=row)
