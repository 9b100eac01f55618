"""举措：判效果."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..asked import asked_of
from ..flow import MEASURE
from ..models import Measure

EFFECTS = {"unknown": "尚不知道", "effective": "见效", "partly": "部分见效", "not": "未见效"}


@verb(MEASURE, "judge_measure", Measure)
def judge_measure(
    case: Measure, seat: Seat, *, effect: str, how: str, value: str = "", on: date | None = None
) -> Done:
    """What came of it: not yet known is an honest answer; effective needs a figure and its day."""
    if effect not in EFFECTS:
        raise refuse("请选见效、部分见效、未见效或尚不知道。")
    if not how.strip():
        raise refuse("请写凭什么这样判断。")
    if effect in ("effective", "partly"):
        if (asked := asked_of(case)) and not asked.enough:
            raise refuse(f"{asked.words}：够数以前不能判见效，可以先选尚不知道。")
        if not case.baseline.strip():
            raise refuse("这条举措没有写原来是多少，看不出变了没有，不能判见效。")
        if not value.strip() or on is None:
            raise refuse("判见效要写现在是多少、哪天量的。")
    if on and on > today():
        raise refuse("测量日不能晚于今天。")
    case.effect, case.effect_how = effect, how.strip()[:300]
    case.effect_value, case.effect_on, case.effect_by_id = value.strip()[:200], on, seat.person_id
    return Done(case=case.gap, detail={"effect": effect, "owner": case.owner_id})
