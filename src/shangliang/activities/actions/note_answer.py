"""记报告的批示、答复."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Delivery, Project
from ..report import own


@act("report.answer", "记报告的批示、答复")
def note_answer(seat: Seat, *, delivery: int, answer: str, on: date) -> Done:
    """What came back on it."""
    sent = Delivery.objects.filter(committee_id=seat.committee_id, pk=delivery).first()
    if sent is None:
        raise refuse("没有找到这次报送。", "wall")
    of = sent.version.of
    row = own(seat, "project" if isinstance(of, Project) else "activity", of.pk)
    if not answer.strip():
        raise refuse("请写批示或答复的内容。")
    if not sent.on <= on <= today():
        raise refuse("收到的日期要在报送以后、今天以前。")
    sent.answer, sent.answered_on = answer.strip()[:2000], on
    sent.save()
    return Done(case=row, about=sent, detail={"on": on})
