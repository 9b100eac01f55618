"""申请改派: the unit says why it is not its duty, and whose it rather is."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TASK
from ..log import entry, office, tell
from ..models import Progress, Request, Task
from .assign_task import in_charge


@verb(TASK, "contest_task", Task)
def contest_task(case: Task, seat: Seat, *, reason: str, better: int | None = None) -> Done:
    """Answered by the office: granted to the unit named or another, or refused."""
    if not reason.strip():
        raise refuse("请写明为什么不归本单位办，依据哪一条职责。")
    if better == case.owner_id:
        raise refuse("建议的单位就是本单位，请选别的单位，或者不选。")
    unit = in_charge(seat, [better])[better] if better else None
    asked = Request.objects.create(
        committee_id=case.committee_id,
        task=case,
        kind=Request.Kind.CONTEST,
        unit_id=case.owner_id,
        reason=reason.strip(),
        better=unit,
        by_id=seat.person_id,
        asked_on=today(),
    )
    said = f"{reason.strip()} 建议由{unit}办。" if unit else reason.strip()
    entry(case, seat, Progress.Kind.CONTESTED, said)
    tell(case, office(case), "contest_task", f"{case.owner}申请改派：{case.title}", True)
    return Done(about=asked, detail={"unit": case.owner_id, "better": better or 0})
