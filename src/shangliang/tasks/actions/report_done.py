"""报结: the unit says it is done, with evidence where it has some; the office then verifies."""

from django.core.files.uploadedfile import UploadedFile

from ...documents.actions.store import store
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TASK
from ..log import entry, office, tell
from ..models import Progress, Task
from ..whole import carry_up


@verb(TASK, "report_done", Task)
def report_done(case: Task, seat: Seat, *, text: str, evidence: UploadedFile | None = None) -> Done:
    """The clock is met by the report; if the check finds otherwise it runs on."""
    if not text.strip():
        raise refuse("请写明怎么办成的、凭什么可以核实。")
    paper = store(seat, case, evidence, "evidence") if evidence else None
    row = entry(case, seat, Progress.Kind.DONE, text.strip(), 100, paper)
    case.done_on = today()
    tell(case, office(case), "report_done", f"{case.owner}报结，请核实：{case.title}", True)
    carry_up(case, "reported")
    return Done(about=row, detail={"unit": case.owner_id, "evidence": paper.pk if paper else 0})
