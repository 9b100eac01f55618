"""核实不实，继续办: the report did not hold; the promise stays open with its date."""

from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..clock import KIND
from ..flow import TASK
from ..log import entry, owners, tell
from ..models import Progress, Task
from ..whole import carry_up


@verb(TASK, "reject_done", Task)
def reject_done(case: Task, seat: Seat, *, why: str, percent: int | None = None) -> Done:
    """The clock the report had met runs on with its own due date, late if that day is past."""
    if not why.strip():
        raise refuse("请写明核实发现了什么，单位才知道还差什么。")
    if percent is not None and not 0 <= percent < 100:
        raise refuse("核实不实的，进度写 0 到 99。")
    had = (
        case.progress.filter(kind=Progress.Kind.PROGRESS)
        .order_by("-on", "-id")
        .values_list("percent", flat=True)
        .first()
    )
    row = entry(
        case,
        seat,
        Progress.Kind.REJECTED,
        why.strip(),
        min(had or 0, 99) if percent is None else percent,
    )
    case.done_on = None
    clocks.reopen(case, KIND)
    tell(case, owners(case), "reject_done", f"核实不实，请继续办：{case.title}", True)
    carry_up(case, "doing")
    return Done(about=row, detail={"unit": case.owner_id})
