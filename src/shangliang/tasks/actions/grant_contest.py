"""同意改派: the duty goes to another unit; two that both deny it are settled in writing."""

from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..clock import KIND, await_acceptance, set_clock
from ..flow import TASK
from ..log import entry, heads_and_staff, tell
from ..models import Partner, Progress, Request, Task
from ..requests import answer_request
from .assign_task import in_charge


@verb(TASK, "grant_contest", Task)
def grant_contest(
    case: Task, seat: Seat, *, owner: int, note: str = "", settle: bool = False
) -> Done:
    """``settle``: the office decides for good; needed where the unit has denied it before."""
    if owner == case.owner_id:
        raise refuse("改派要选另一个单位；仍由原单位办，请用“不同意改派”。")
    unit = in_charge(seat, [owner])[owner]
    denied = case.requests.filter(kind=Request.Kind.CONTEST, unit_id=owner).exists()
    if denied and not settle:
        raise refuse(
            f"{unit}也说过不归它办，两家互推。请会商后选“裁定”，并写明理由，裁定后不能再推。"
        )
    if settle and not note.strip():
        raise refuse("裁定要写明理由。")
    asked = answer_request(case, seat, Request.Kind.CONTEST, Request.State.GRANTED, note)
    before = case.owner_id
    case.owner, case.settled = unit, case.settled or settle
    Partner.objects.filter(committee_id=case.committee_id, task=case, unit=unit).delete()
    names = Partner.objects.filter(committee_id=case.committee_id, task=case)
    case.partner_names = "、".join(str(row.unit) for row in names.select_related("unit"))[:300]
    clocks.drop(case, [KIND])
    set_clock(case)
    await_acceptance(case)
    word = "裁定由" if settle else "改派给"
    entry(case, seat, Progress.Kind.ANSWERED, f"{word}{unit}办。{note.strip()}")
    tell(
        case,
        heads_and_staff(case, [owner]),
        "grant_contest",
        f"{word}本单位，请签收：{case.title}",
        True,
    )
    tell(case, heads_and_staff(case, [before]), "grant_contest", f"已改派给{unit}：{case.title}")
    return Done(about=asked, detail={"was": before, "unit": owner, "settled": settle})
