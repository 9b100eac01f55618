"""填学先进清单."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..lists import gap_of, own_or_office
from ..models import ListRow


@act("list.learn", "填学先进清单")
def learn(
    seat: Seat, *, gap: int, whom: str, text: str, due_on: date, person_name: str = ""
) -> Done:
    """From one gap: from whom to learn what, by when."""
    row = gap_of(seat, gap)
    own_or_office(seat, row.owner_id)
    if row.owner_id is None:
        raise refuse("这条差距还没有责任单位。")
    if not whom.strip() or not text.strip():
        raise refuse("请写向谁学、学什么。")
    if due_on < today():
        raise refuse("时限不能早于今天。")
    made = ListRow.objects.create(
        committee_id=seat.committee_id, kind=ListRow.Kind.LEARN, gap=row, owner_id=row.owner_id,
        whom=whom.strip()[:120], text=text.strip()[:300], due_on=due_on,
        person_name=person_name.strip()[:60],
    )  # fmt: skip
    return Done(case=row, about=made, result=made, detail={"owner": row.owner_id})
