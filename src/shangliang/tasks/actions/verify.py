"""核实销号: someone other than the doer found it done (catalogue E11)."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TASK
from ..log import entry, owners, tell
from ..models import Progress, Task
from ..whole import carry_up


@verb(TASK, "verify", Task)
def verify(
    case: Task, seat: Seat, *, how: str, sampled: int | None = None, held: int | None = None
) -> Done:
    """Verify, saying how it was looked at (site, paper, asking the people concerned).

    By sample: ``sampled`` places or papers looked at, ``held`` of them true. Where one did not
    hold the task is not done: that is another verb.
    """
    if not how.strip():
        raise refuse("请写明怎么核实的：看了现场、查了什么材料、问了谁。")
    check_sample(sampled, held)
    if sampled is not None and held != sampled:
        raise refuse(
            f"抽查 {sampled} 处，只有 {held or 0} 处属实，不能销号；请用“核实不实，继续办”。"
        )
    row = entry(case, seat, Progress.Kind.VERIFIED, how.strip(), 100, sampled=sampled, held=held)
    case.verified_on, case.verified_by_id = today(), seat.person_id
    carry_up(case, "verified")
    tell(case, owners(case), "verify", f"已核实销号：{case.title}")
    return Done(about=row, detail={"unit": case.owner_id, "sampled": sampled or 0})


def check_sample(sampled: int | None, held: int | None) -> None:
    """Both or neither; what held is not more than what was looked at."""
    if sampled is None and held is None:
        return
    if not sampled or sampled < 1:
        raise refuse("请写抽查了几处；没有抽查，两格都空着。")
    if held is not None and not 0 <= held <= sampled:
        raise refuse("属实的不能多于抽查的。")
