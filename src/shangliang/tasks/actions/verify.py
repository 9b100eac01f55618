"""核实销号: someone other than the doer found it done (catalogue E11)."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TASK
from ..log import entry, owners, tell
from ..models import Progress, Task


@verb(TASK, "verify", Task)
def verify(case: Task, seat: Seat, *, how: str) -> Done:
    """Verify, saying how it was looked at (site, paper, asking the people concerned)."""
    if not how.strip():
        raise refuse("请写明怎么核实的：看了现场、查了什么材料、问了谁。")
    row = entry(case, seat, Progress.Kind.VERIFIED, how.strip(), 100)
    case.verified_on, case.verified_by_id = today(), seat.person_id
    tell(case, owners(case), "verify", f"已核实销号：{case.title}")
    return Done(about=row, detail={"unit": case.owner_id})
