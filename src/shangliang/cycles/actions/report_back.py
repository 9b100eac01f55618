"""批示：报结果."""

from ...notices.post import post
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import INSTRUCTION
from ..models import Instruction


@verb(INSTRUCTION, "report_back", Instruction)
def report_back(case: Instruction, seat: Seat, *, text: str) -> Done:
    """What was done. Answered when every unit it was given to has reported."""
    if len(text.strip()) < 6:
        raise refuse("请写办理结果。")
    mine = case.units.filter(unit_id__in=seat.units)
    mine.update(answer=text.strip(), answered_on=today())
    post(
        committee_id=case.committee_id,
        to=[case.by_id],
        kind="instruction.report",
        text=f"批示有结果报来：{case.matter}",
        case=case,
        url=f"/instructions/{case.pk}/",
        but=seat.person_id,
    )
    done = not case.units.filter(answered_on=None).exists()
    return Done(to="answered" if done else "open", detail={"all": done})
