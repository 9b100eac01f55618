"""送审签: the drafter hands a collective proposal to the body's head (two-person rule, S-184)."""

from ...actors.models import Tie
from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Submission


def approvers(case: Submission) -> list[int]:
    """Heads of the body today, without the one who drafted it."""
    return list(
        Tie.objects.filter(
            committee_id=case.committee_id, kind=Tie.Kind.HEADS, whom_id=case.author_id
        )
        .on(today())
        .exclude(who_id=case.drafter_id)
        .values_list("who_id", flat=True)
        .distinct()
    )


@verb(PROPOSAL, "send_for_approval", Submission)
def send_for_approval(case: Submission, seat: Seat) -> Done:
    """Send it to the approvers. An earlier approval was of an earlier text and no longer holds."""
    heads = approvers(case)
    if not heads:
        raise refuse(
            f"{case.author}还没有另一位审签人。请管理员在名册里登记该单位的负责人，再送审签。"
        )
    case.approver = None
    post(
        committee_id=case.committee_id,
        to=heads,
        kind="proposal.send_for_approval",
        text=f"请审签：{case.author}《{case}》",
        case=case,
        url=f"/proposals/{case.pk}/approve/",
        needs_act=True,
    )
    return Done()
