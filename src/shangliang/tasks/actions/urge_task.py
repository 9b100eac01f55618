"""催办: unit, then its head, then the leader in charge, by the published rule."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..escalation import next_level, people_of
from ..flow import TASK
from ..log import entry, tell
from ..models import Progress, Task


@verb(TASK, "urge_task", Task)
def urge_task(case: Task, seat: Seat, *, note: str = "") -> Done:
    """Each urging is an entry of the log, so that it is counted; its level follows the rule."""
    level = next_level(case)
    row = entry(
        case,
        seat,
        Progress.Kind.URGED,
        note.strip() or "请抓紧办理，报进展。",
        code=str(level.level),
    )
    case.urged, case.urge_level = case.urged + 1, level.level
    what = "承诺事项" if case.kind == Task.Kind.PROMISE else "任务"
    tell(
        case, people_of(case, level), "urge_task", f"催办{what}：{case.title}。{note.strip()}", True
    )
    return Done(about=row, detail={"unit": case.owner_id, "level": level.level})
