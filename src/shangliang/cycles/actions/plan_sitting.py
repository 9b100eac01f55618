"""准备听取汇报或中心组学习."""

from datetime import date

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Sitting


@act("sitting.plan", "准备听取汇报或中心组学习", *DESK)
def plan_sitting(
    seat: Seat, *, kind: str, title: str, on: date, place: str = "", host: str = "",
    readings: str = "",
) -> Done:  # fmt: skip
    """``readings``: what is read beforehand, one a line."""
    if kind not in Sitting.Kind.values:
        raise refuse("请选是听取汇报还是中心组学习。")
    if not title.strip():
        raise refuse("请写题目。")
    row = Sitting.objects.create(
        committee_id=seat.committee_id,
        kind=kind,
        title=title.strip()[:200],
        on=on,
        place=place.strip()[:120],
        host=host.strip()[:80],
        readings=[line.strip()[:200] for line in readings.splitlines() if line.strip()][:40],
        by_id=seat.person_id,
    )
    return Done(case=row, detail={"kind": kind})
