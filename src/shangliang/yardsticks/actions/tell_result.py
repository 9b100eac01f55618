"""说采用结果."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Adoption
from ..who import owns


@act("card.result", "说采用结果")
def tell_result(seat: Seat, pk: int, *, state: str, result: str) -> Done:
    """Later: whether it helped, and how one knows."""
    row = (
        Adoption.objects.filter(pk=pk, committee_id=seat.committee_id)
        .select_related("card")
        .first()
    )
    if row is None:
        raise refuse("没有找到这次采用。", "wall")
    if not owns(seat, row.owner_id):
        raise refuse("结果要由采用的单位自己说。", "who")
    if state not in (Adoption.State.EFFECTIVE, Adoption.State.NOT):
        raise refuse("请选有效或效果不明显。")
    if not result.strip():
        raise refuse("请写后来怎样、凭什么。")
    row.state, row.result, row.resulted_on = state, result.strip()[:300], today()
    row.save(update_fields=["state", "result", "resulted_on"])
    return Done(case=row.card, about=row, detail={"state": state})
