"""学习内容：去掉一篇."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ITEM
from ..models import StudyItem


@verb(ITEM, "drop_reading", StudyItem)
def drop_reading(case: StudyItem, seat: Seat, *, reading: int) -> Done:
    """One is taken off."""
    row = case.readings.filter(pk=reading).first()
    if row is None:
        raise refuse("没有这一篇。")
    if case.state == "open" and case.kind == "reading" and case.readings.count() == 1:
        raise refuse("只剩这一篇了；不学了，请取消这一项。")
    row.delete()
    return Done(detail={"reading": reading})
