"""文件拆解：确认作者."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import INTAKE
from ..models import Intake, IntakePart


@verb(INTAKE, "settle_author", Intake)
def settle_author(case: Intake, seat: Seat, *, part: int, author: str = "") -> Done:
    """Who gave a speech, said by a person. Empty: it stays unknown, and that is said."""
    row = case.parts.filter(number=part).first()
    if row is None:
        raise refuse("没有这一篇。", "wall")
    row.author = author.strip()[:80]
    row.author_status = IntakePart.Sure.SETTLED
    row.settled_by_id = seat.person_id
    row.save(update_fields=["author", "author_status", "settled_by"])
    return Done(about=row, detail={"part": part, "named": bool(row.author)})
