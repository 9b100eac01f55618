"""加筹备事项: what must be ready before the day, by whom."""

from datetime import date

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ACTIVITY
from ..models import Activity, Chore


@verb(ACTIVITY, "add_chore", Activity)
def add_chore(
    case: Activity, seat: Seat, *, text: str, due_on: date, person_name: str = ""
) -> Done:
    """Due before the activity begins, or it would be of no use."""
    if not text.strip():
        raise refuse("请写要准备什么。")
    if due_on > timezone.localdate(case.starts_at):
        raise refuse("筹备要在活动开始前做完，请把日期改早。")
    row = Chore.objects.create(
        committee_id=case.committee_id,
        activity=case,
        text=text.strip()[:200],
        due_on=due_on,
        person_name=person_name.strip()[:60],
    )
    return Done(about=row)
