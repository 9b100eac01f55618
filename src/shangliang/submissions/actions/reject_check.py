"""退回重拟: the supervising office sends the text back, with words."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import REPLY
from ..models import Reply
from ..people import staff_of


@verb(REPLY, "reject_check", Reply)
def reject_check(case: Reply, seat: Seat, *, reason: str) -> Done:
    """Reject; the words stand on the unit's page until the next text is sent."""
    if not reason.strip():
        raise refuse("请写明哪一条、哪里要重拟。")
    case.rejected_because = reason.strip()
    post(
        committee_id=case.committee_id,
        to=staff_of([case.assignment.unit_id], case.committee_id),
        kind="reply.reject_check",
        text=f"答复退回重拟：{case.submission.number_label}《{case.submission.title}》",
        case=case.submission,
        url=f"/replies/{case.pk}/",
        needs_act=True,
    )
    return Done(detail={"round": case.round})
