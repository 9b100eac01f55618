"""数据说明：请再说明."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import REMARK
from ..models import Remark
from ..remarks import settle
from ..telling import staff, tell


@verb(REMARK, "return_remark", Remark)
def return_remark(case: Remark, seat: Seat, *, answer: str) -> Done:
    """What is still open."""
    if not answer.strip():
        raise refuse("请写还要说明什么。")
    settle(case, seat, answer)
    tell(case, staff(case.committee_id, [case.reading.region.speaks_id]), "return", f"请再说明：{answer.strip()}", True)  # fmt: skip
    return Done(detail={"reading": case.reading_id})
