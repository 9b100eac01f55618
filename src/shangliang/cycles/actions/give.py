"""县区建议：交答复."""

from datetime import date

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SUGGESTION
from ..models import Suggestion
from ..suggestions import inform


@verb(SUGGESTION, "give", Suggestion)
def give(case: Suggestion, seat: Seat, *, addressee: int, due_on: date | None = None) -> Done:
    """A named bureau answers it, by a day."""
    unit = Actor.objects.filter(
        pk=addressee, committee_id=seat.committee_id, active=True
    ).exclude(kind=Actor.Kind.PERSON).first()  # fmt: skip
    if unit is None:
        raise refuse("没有这个答复单位，请从名单里选。")
    if due_on and due_on < today():
        raise refuse("答复期限不能早于今天。")
    case.addressee, case.due_on = unit, due_on
    inform(case, [unit.pk], f"请答复县区建议：{case.title}", True)
    return Done(detail={"unit": unit.pk, "due": due_on})
