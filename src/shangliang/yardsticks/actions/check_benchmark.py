"""自我检验."""

from ...engines.indicators.periods import of_code
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..aims import apart
from ..models import Benchmark
from ..who import keeps, speaks_for
from .readings import period_of


@act("benchmark.check", "自我检验")
def check_benchmark(seat: Seat, pk: int, *, period: str, note: str) -> Done:
    """自我检验 demands data: without a figure of the period there is no check."""
    row = (
        Benchmark.objects.filter(pk=pk, committee_id=seat.committee_id)
        .select_related("region", "peer", "yardstick", "gap")
        .first()
    )
    if row is None:
        raise refuse("没有找到这项对标。", "wall")
    if not (keeps(seat) or speaks_for(seat, row.region)):
        raise refuse(f"只有{row.region}自己、专委会或督办机构可以检验。", "who")
    when = period_of(period, row.yardstick)
    if when <= of_code(row.started):
        raise refuse("检验要用起始期以后的数。")
    if not row.gap.measures.exists():
        raise refuse("还没有定举措，先自定措施，再检验。")
    left = apart(row.yardstick, row.region_id, row.peer_id, when.code)
    if left is None:
        raise refuse(f"{when.label()}还没有两边的数，检验要有数据。")
    if not note.strip():
        raise refuse("请写检验结论。")
    row.check_period, row.check_note, row.check_left = when.code, note.strip()[:300], left
    row.save(update_fields=["check_period", "check_note", "check_left"])
    return Done(case=row.gap, about=row, detail={"period": when.code})
