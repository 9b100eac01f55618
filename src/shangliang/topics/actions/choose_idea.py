"""协商：点子定下来."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..ideas import idea_of
from ..models import Consultation
from .add_point import new_point


@verb(CONSULTATION, "choose_idea", Consultation)
def choose_idea(
    case: Consultation, seat: Seat, *, idea: int, owner: int, due_on: date | None = None
) -> Done:
    """An idea becomes an agreed point with an owner and a day."""
    row = idea_of(case, idea)
    if row.point_id:
        raise refuse("这个点子已经定了谁来做。")
    if due_on is None:
        raise refuse("请写什么时候前。")
    row.point = new_point(case, kind="agreed", text=row.text, owner=owner, due_on=due_on)
    row.save(update_fields=["point"])
    return Done(about=row, detail={"unit": owner})
