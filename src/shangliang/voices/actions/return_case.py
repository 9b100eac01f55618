"""企业难题：退回改派."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import DIFFICULTY
from ..models import Voice
from ..people import firm_office
from ..words import remark


@verb(DIFFICULTY, "return_case", Voice)
def return_case(case: Voice, seat: Seat, *, note: str) -> Done:
    """Not this unit's: back to the office with the unit's reason and who it should be."""
    remark(case, seat, "return_case", note, "请写为什么不归本单位、应归谁。")
    post(
        committee_id=case.committee_id, to=firm_office(case.committee_id),
        kind="difficulty.return_case", text=f"{case.unit}退回改派：{case.shown_title}", case=case,
        url=case.get_absolute_url(), needs_act=True,
    )  # fmt: skip
    before, case.unit = case.unit_id, None
    return Done(detail={"unit": before}, start=("screen",))
