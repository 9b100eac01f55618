"""送审: to the supervising office where the rulebook has a check, else straight to the proposers."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..deliver import deliver
from ..flow import REPLY
from ..models import Reply
from ..people import supervisors


@verb(REPLY, "submit_reply", Reply)
def submit_reply(case: Reply, seat: Seat) -> Done:
    """A co-unit's opinion goes to the lead at once; a reply goes through the check when it is on."""
    case.submitted_at = timezone.now()
    case.rejected_because = ""
    case.signer_id = case.signer_id or seat.person_id
    checked = case.kind == Reply.Kind.REPLY and case.rules.steps.get("reply_check", False)
    if not checked:
        deliver(case, seat)
        return Done(to="sent", start=(), detail={"round": case.round, "grade": case.grade})
    post(
        committee_id=case.committee_id,
        to=supervisors(case.committee_id),
        kind="reply.submit_reply",
        text=f"待审核答复：{case.submission.number_label}《{case.submission.title}》",
        case=case.submission,
        url=f"/replies/{case.pk}/",
        needs_act=True,
    )
    return Done(to="checking", detail={"round": case.round, "grade": case.grade})
