"""报进展: what was done so far, with evidence where there is some. Progress is not effect."""

from django.core.files.uploadedfile import UploadedFile

from ...documents.actions.store import store
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TASK
from ..log import entry
from ..models import Progress, Task
from ..whole import carry_up


@verb(TASK, "report_progress", Task)
def report_progress(
    case: Task, seat: Seat, *, text: str, percent: int = 0, evidence: UploadedFile | None = None
) -> Done:
    """Report; ``percent`` of the whole, as the unit itself judges it."""
    if not text.strip():
        raise refuse("请写一句做了什么。")
    if not 0 <= percent <= 100:
        raise refuse("进度写 0 到 100 之间的整数。")
    paper = store(seat, case, evidence, "evidence") if evidence else None
    row = entry(case, seat, Progress.Kind.PROGRESS, text.strip(), percent, paper)
    carry_up(case)
    return Done(about=row, detail={"unit": case.owner_id, "percent": percent})
