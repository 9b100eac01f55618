"""请说明."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Remark
from ..remarks import reading_of
from ..telling import staff, tell
from ..who import KEEPERS


@act("remark.ask", "请说明", *KEEPERS)
def ask_remark(seat: Seat, *, reading: int, question: str, other: int | None = None) -> Done:
    """Ask the region; ``other`` is the second figure of a pair that moves against the first."""
    figure = reading_of(seat, reading)
    beside = reading_of(seat, other) if other else None
    if not question.strip():
        raise refuse("请写要说明什么。")
    if not figure.region.speaks_id:
        raise refuse(f"{figure.region}还没有指定由哪个单位说明，请先在地区里填上。")
    row = Remark.objects.create(
        committee_id=seat.committee_id,
        reading=figure,
        other=beside,
        question=question.strip()[:300],
    )
    tell(
        row,
        staff(seat.committee_id, [figure.region.speaks_id]),
        "ask",
        f"请说明{figure.region}{figure.yardstick}（{figure.period}）：{question.strip()}",
        True,
    )
    return Done(case=row, about=figure, detail={"region": figure.region_id})
