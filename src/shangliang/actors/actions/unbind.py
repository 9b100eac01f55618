"""结束联系: a tie ends on a day and stays in the history; it is never deleted."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Tie
from .rules import GRANTS, may_tie, not_frozen


@act("tie.unbind", "结束联系")
def unbind(seat: Seat, pk: int, *, on: date | None = None, basis: str = "") -> Done:
    """The last day of the tie is ``on`` (today)."""
    tie = (
        Tie.objects.select_for_update(of=("self",))
        .select_related("who", "term")
        .filter(committee_id=seat.committee_id, pk=pk)
        .first()
    )
    if tie is None:
        raise refuse("没有找到这一条。", "wall")
    may_tie(seat, tie.kind)
    not_frozen(tie)
    if tie.kind in GRANTS and tie.who_id == seat.person_id:
        raise refuse("自己的授权不能自己结束，请由另一位安全管理员办理。", "who")
    on = on or today()
    if on < tie.start:
        raise refuse(f"止（{on}）早于起（{tie.start}），请改日期。")
    if tie.end and tie.end < today():
        raise refuse(f"这一条已在 {tie.end} 结束。")
    tie.end = on
    if basis.strip():
        tie.basis = f"{tie.basis}；{basis.strip()}".strip("；")[:200]
    tie.save(update_fields=["end", "basis"])
    return Done(case=tie.who, about=tie, detail={"kind": tie.kind, "end": on}, result=tie)
