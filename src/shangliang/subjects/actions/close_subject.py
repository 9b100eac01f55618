"""结束登记: nothing more is expected of it; its page stays."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SUBJECT
from ..models import FundLine, Subject


@verb(SUBJECT, "close_subject", Subject)
def close_subject(case: Subject, seat: Seat, *, why: str) -> Done:
    """Refused while money of it is still to be followed."""
    if not why.strip():
        raise refuse("请写为什么结束。")
    lines = FundLine.objects.filter(committee_id=case.committee_id, fund=case)
    left = lines.exclude(state="closed").count()
    if left:
        raise refuse(f"还有 {left} 条资金没有结清，不能结束。")
    return Done(detail={"kind": case.kind})
