"""撤案: the proposer's written wish before assignment; a number once given stays with the case."""

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import CoSignature, Submission
from ..people import clerks, supervisors
from ..remarks import remark


@verb(PROPOSAL, "withdraw", Submission)
def withdraw(case: Submission, seat: Seat, *, reason: str) -> Done:
    """Withdraw with a reason; co-signers and the office are told."""
    row = remark(case, seat, "withdraw", reason, "请写一句为什么撤案。")
    clocks.drop(case)
    signed = case.signatures.filter(
        role=CoSignature.Role.CO, state=CoSignature.State.SIGNED
    ).values_list("person_id", flat=True)
    office = clerks(case.committee_id)
    if case.state == "filed":
        office += supervisors(case.committee_id)
    post(
        committee_id=case.committee_id,
        to=[*office, *signed],
        kind="proposal.withdraw",
        text=f"提案人撤案：{case.number_label}《{case}》",
        case=case,
        url=f"/proposals/{case.pk}/",
        but=seat.person_id,
    )
    return Done(about=row, detail={"number": case.number})
