"""开始作业: long work asked for by a person. Which roles may start a kind its room says."""

from typing import Any

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..run import KINDS, enqueue


@act("job.start", "开始作业")
def start_job(
    seat: Seat, kind: str, *, params: dict[str, Any] | None = None, title: str = ""
) -> Done:
    """The job's row; its work begins after commit."""
    if not seat.signed_in or kind not in KINDS:
        raise refuse("没有这种作业。", "wall")
    row = enqueue(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        kind=kind,
        params=params,
        title=title,
    )
    return Done(case=row, detail={"kind": kind})
