"""说清单结果."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..lists import own_or_office
from ..models import ListRow


@act("list.settle", "说清单结果")
def settle_row(seat: Seat, pk: int, *, state: str, result: str) -> Done:
    """Done or not, and how one knows."""
    row = ListRow.objects.filter(pk=pk, committee_id=seat.committee_id).first()
    if row is None:
        raise refuse("没有找到这一行。", "wall")
    own_or_office(seat, row.owner_id)
    if state not in (ListRow.State.DONE, ListRow.State.MISSED):
        raise refuse("请选做到了或没有做到。")
    if not result.strip():
        raise refuse("请写凭什么这样说。")
    row.state, row.result = state, result.strip()[:300]
    row.save(update_fields=["state", "result"])
    return Done(case=row.gap or row, about=row, detail={"state": state})
