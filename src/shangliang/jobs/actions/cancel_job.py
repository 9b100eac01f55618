"""停下作业."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Job


@act("job.cancel", "停下作业")
def cancel_job(seat: Seat, pk: int) -> Done:
    """Ask it to stop; a waiting one never begins."""
    row = (
        Job.objects.select_for_update(of=("self",))
        .filter(pk=pk, committee_id=seat.committee_id, by_id=seat.person_id)
        .first()
    )
    if row is None:
        raise refuse("没有找到这项作业。", "wall")
    if row.over:
        raise refuse("这项作业已经结束了。", "state")
    row.cancel_asked = True
    if row.state == Job.State.WAITING:
        row.state, row.message = Job.State.CANCELLED, "还没有开始就停下了。"
    row.save(update_fields=["cancel_asked", "state", "message"])
    return Done(case=row, detail={"kind": row.kind})
