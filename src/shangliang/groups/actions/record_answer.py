"""记答复和成果: came or not; what was delivered, and what those who asked for it say of it."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import LISTED
from ..models import Listed
from ..words import ANSWERS


@verb(LISTED, "record_answer", Listed)
def record_answer(
    case: Listed, seat: Seat, *, asking: int, answer: str, delivered: str = "", review: str = ""
) -> Done:
    """A review is of the work, in words; the person gets no mark (E3)."""
    row = case.askings.filter(pk=asking).first()
    if row is None:
        raise refuse("没有请过这一件。", "wall")
    if answer not in ANSWERS:
        raise refuse("请选答复。")
    if review.strip() and not (delivered.strip() or row.delivered):
        raise refuse("先记交来了什么，再写评议。")
    row.answer = answer
    if delivered.strip():
        row.delivered, row.delivered_on = delivered.strip()[:500], row.delivered_on or today()
    row.review = review.strip()[:500] or row.review
    row.save()
    return Done(about=row, detail={"answer": answer})
