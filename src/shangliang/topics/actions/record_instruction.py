"""协商成果：登记批示."""

from datetime import date

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import RESULT
from ..intake import keep_secrets_out
from ..models import Delivery, Result


@verb(RESULT, "record_instruction", Result)
def record_instruction(
    case: Result,
    seat: Seat,
    *,
    delivery: int,
    text: str,
    by: str,
    on: date,
    unit: int | None = None,
) -> Done:
    """What the addressee wrote on it (批示), by office, on which day, to which unit it went."""
    row: Delivery | None = case.deliveries.filter(pk=delivery).first()
    if row is None:
        raise refuse("请选是哪一家的批示。")
    if not text.strip() or not by.strip():
        raise refuse("请写批示内容和批示人的职务。")
    if on > today() or (row.delivered_on and on < row.delivered_on):
        raise refuse("批示的日期要在送达之后、今天之前。")
    if unit and not Actor.objects.filter(
        committee_id=case.committee_id, pk=unit, kind=Actor.Kind.UNIT
    ):
        raise refuse("没有这个单位。")
    keep_secrets_out(text)
    row.instruction, row.instructed_by, row.instructed_on = text.strip()[:1000], by.strip()[:60], on
    row.unit_id = unit or row.unit_id
    row.save()
    return Done(about=row, detail={"unit": unit})
