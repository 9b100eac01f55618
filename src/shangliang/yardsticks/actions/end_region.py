"""地区撤并."""

from datetime import date

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Region
from ..who import KEEPERS


@act("region.end", "地区撤并", *KEEPERS)
def end_region(seat: Seat, pk: int, *, until: date, note: str, became: int | None = None) -> Done:
    """Split or merged on a day: its figures stay, new ones are refused, nothing is carried over."""
    row = lock(Region, pk, seat.committee_id)
    if not note.strip():
        raise refuse("请写撤并的文件和去向。")
    if became == pk:
        raise refuse("不能并入自己。")
    target = lock(Region, became, seat.committee_id) if became else None
    row.until, row.became, row.became_note = until, target, note.strip()[:200]
    row.save(update_fields=["until", "became", "became_note"])
    return Done(case=row, detail={"until": until, "became": became})
