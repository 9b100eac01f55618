"""举措：请群众评价."""

from ...engines.indicators.cells import MIN_COUNT
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import MEASURE
from ..models import Measure, Pulse


@verb(MEASURE, "ask_people", Measure)
def ask_people(case: Measure, seat: Seat, *, pulse: int, least: int) -> Done:
    """Those it is for are asked by a short survey; until ``least`` of them answered it is not found done (S-037)."""
    found = Pulse.objects.filter(pk=pulse, committee_id=seat.committee_id).first()
    if found is None:
        raise refuse("没有找到这次小调查。", "wall")
    if not found.questions or not found.questions[0].get("good"):
        raise refuse("这次小调查的第一题没有标出哪个选项算“好”，看不出群众满不满意。")
    if found.on < case.made_at.date():
        raise refuse("这次小调查在提出举措以前就问了，说明不了效果。请另问一次。")
    if least < MIN_COUNT:
        raise refuse(f"至少要{MIN_COUNT}份：再少就认得出是谁了。")
    case.asked, case.least_answers = found, least
    return Done(case=case.gap, detail={"pulse": found.pk, "least": least})
