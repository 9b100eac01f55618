"""不予立案: a reason code of the rulebook and words; the proposer is told promptly (docs/field.md 1.4)."""

from django.utils import timezone

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Submission
from ..remarks import remark
from .send_back import writers


@verb(PROPOSAL, "refuse_filing", Submission)
def refuse_filing(case: Submission, seat: Seat, *, reason_code: str, words: str) -> Done:
    """Refuse with a code and words, and say where the matter may go instead."""
    reason = case.rules.reason(reason_code)
    if reason is None:
        raise refuse("请选本级规程所列的一种不予立案情形。")
    row = remark(case, seat, "refuse_filing", words, "请用一两句话说明理由，提案人会看到。")
    case.reason_code, case.decided_at = reason.code, timezone.now()
    clocks.drop(case, ["cosign"])
    instead = f"可{reason.instead.removeprefix('可')}。" if reason.instead else ""
    post(
        committee_id=case.committee_id,
        to=writers(case),
        kind="proposal.refuse_filing",
        text=f"不予立案：《{case.title}》。情形：{reason.name}。{instead}{words.strip()}",
        case=case,
        url=f"/proposals/{case.pk}/",
    )
    return Done(about=row, detail={"reason": reason.code})
