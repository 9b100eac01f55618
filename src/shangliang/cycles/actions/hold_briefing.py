"""记通报协商."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Briefing


@act("briefing.hold", "记通报协商", *DESK)
def hold_briefing(
    seat: Seat, pk: int, *, held_on: date, opinions: str = "", answer: str = ""
) -> Done:
    """That it took place, what members said, and what became of that."""
    row = (
        Briefing.objects.select_for_update(of=("self",))
        .filter(pk=pk, committee_id=seat.committee_id)
        .first()
    )
    if row is None:
        raise refuse("没有这一项。", "wall")
    if held_on > today():
        raise refuse("通报日期不能晚于今天。")
    row.held_on = held_on
    row.opinions = opinions.strip() or row.opinions
    row.answer = answer.strip() or row.answer
    row.state = Briefing.State.ANSWERED if row.answer else Briefing.State.HELD
    row.save()
    return Done(case=row, detail={"on": held_on, "answered": bool(row.answer)})
