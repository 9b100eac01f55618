"""想法到项目：定为工作项目."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...tasks.actions.assign_task import assign_task
from ..flow import PATH
from ..models import Path


@verb(PATH, "make_project", Path)
def make_project(
    case: Path, seat: Seat, *, owner: int, due_on: date | None = None, text: str = ""
) -> Done:
    """A task of a unit, which signs for it."""
    task = assign_task(
        seat,
        title=(text.strip() or case.title)[:200],
        owner=owner,
        due_on=due_on,
        basis=f"想法到项目：{case.title}",
        source_type="path",
        source_id=case.pk,
    )
    case.owner_id, case.task = owner, task
    return Done(detail={"unit": owner})
