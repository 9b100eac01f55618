"""退回执笔人: the body's head says what to change; the drafter gets the words."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import Submission
from ..remarks import remark


@verb(PROPOSAL, "refuse_approval", Submission)
def refuse_approval(case: Submission, seat: Seat, *, note: str) -> Done:
    """Return it to the drafter with ``note``."""
    row = remark(case, seat, "refuse_approval", note, "请写一句要改什么，执笔人才好改。")
    post(
        committee_id=case.committee_id,
        to=[p for p in (case.drafter_id, case.entered_by_id) if p],
        kind="proposal.refuse_approval",
        text=f"审签退回，请改：《{case}》",
        case=case,
        url=f"/proposals/{case.pk}/edit/",
        needs_act=True,
    )
    return Done(about=row)
