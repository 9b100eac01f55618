"""记后来怎样: what became of it where it was taken up."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PIECE
from ..flow.who import DESK
from ..models import Piece, Uptake, UptakeNote


@verb(PIECE, "follow_up", Piece)
def follow_up(case: Piece, seat: Seat, *, uptake: int, text: str, came: str = "") -> Done:
    """Note by note; that it did not work is worth as much."""
    row = case.uptakes.filter(pk=uptake).first()
    if row is None:
        raise refuse("没有找到这条采用记录。", "wall")
    if row.who_id not in seat.units and not seat.has(*DESK):
        raise refuse("只能替自己的单位说。", "who")
    if not text.strip():
        raise refuse("请写后来怎样。")
    if came not in Uptake.Came.values:
        raise refuse("请选做成了、做成一部分、没有做成或在做。")
    UptakeNote.objects.create(
        committee_id=case.committee_id, uptake=row, text=text.strip()[:300], on=today(),
        by_id=seat.person_id,
    )  # fmt: skip
    row.came = came
    row.save(update_fields=["came"])
    return Done(about=row, detail={"unit": row.who_id})
