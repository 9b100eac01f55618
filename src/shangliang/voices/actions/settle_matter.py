"""企业摸底：定归类."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SURVEY
from ..models import Survey


@verb(SURVEY, "settle_matter", Survey)
def settle_matter(case: Survey, seat: Seat, *, answer: int, matter: str) -> Done:
    """A person settles (or corrects) what the words suggested."""
    row = case.answers.filter(pk=answer).first()
    if row is None:
        raise refuse("没有找到这份答卷。", "wall")
    if case.rules.matter(matter) is None:
        raise refuse("请选一类。")
    row.matter, row.matter_settled = matter, True
    row.save(update_fields=["matter", "matter_settled"])
    return Done(about=row, detail={"class": matter})
