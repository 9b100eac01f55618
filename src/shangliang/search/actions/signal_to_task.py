"""由苗头交办: what a person confirmed becomes a duty of a body, with its counts as the ground."""

from datetime import date

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...tasks.actions.assign_task import assign_task
from ..early import READERS, account_of, confirmed


@act("signal.to_task", "由苗头交办任务", *READERS)
def signal_to_task(
    seat: Seat, pk: int, *, title: str, owner: int, due_on: date | None = None
) -> Done:
    """The task; several bodies may each get one. Raises Refused."""
    signal = confirmed(seat, pk)
    task = assign_task(
        seat,
        title=title,
        owner=owner,
        due_on=due_on,
        basis=f"苗头：{account_of(signal)}",
        source_type="signal",
        source_id=pk,
    )
    return Done(case=signal, detail={"task": task.pk, "unit": owner}, result=task)
