"""联合协商（本方）：表态."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SIDE
from ..intake import keep_secrets_out
from ..models import CommonAdvice, Side, Stand


@verb(SIDE, "take_stand", Side)
def take_stand(case: Side, seat: Seat, *, advice: int, supports: bool, note: str = "") -> Done:
    """This city supports a common recommendation or not; a "no" has a reason and is kept."""
    row = CommonAdvice.objects.filter(space_id=case.space_id, pk=advice).first()
    if row is None:
        raise refuse("没有这条建议。", "wall")
    if not supports and not note.strip():
        raise refuse("不支持请写原因，综合报告里会照写。")
    keep_secrets_out(note)
    Stand.objects.update_or_create(
        advice=row,
        side=case,
        defaults={
            "committee_id": case.committee_id,
            "supports": supports,
            "note": note.strip()[:200],
        },
    )
    return Done(about=row, detail={"order": row.order, "supports": supports})
