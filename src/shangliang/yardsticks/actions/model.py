"""填争示范清单."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..lists import own_or_office
from ..models import ListRow


@act("list.model", "填争示范清单")
def model(
    seat: Seat, *, learned: int, text: str, goal: str, due_on: date, person_name: str = ""
) -> Done:
    """From one learn row: what to be first in, by when."""
    row = ListRow.objects.filter(
        pk=learned, committee_id=seat.committee_id, kind=ListRow.Kind.LEARN
    ).first()
    if row is None:
        raise refuse("没有找到这条学先进。", "wall")
    own_or_office(seat, row.owner_id)
    if not text.strip() or not goal.strip():
        raise refuse("请写争什么、争到什么位次。")
    if due_on < today():
        raise refuse("时限不能早于今天。")
    made = ListRow.objects.create(
        committee_id=seat.committee_id, kind=ListRow.Kind.MODEL, gap_id=row.gap_id, learn=row,
        owner_id=row.owner_id, text=text.strip()[:300], goal=goal.strip()[:120], due_on=due_on,
        person_name=person_name.strip()[:60],
    )  # fmt: skip
    return Done(case=row.gap, about=made, result=made, detail={"owner": row.owner_id})
