"""汇报：点评."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import HANDIN
from ..handins import tell_unit
from ..models import Handin, Remark


@verb(HANDIN, "remark", Handin)
def remark(
    case: Handin,
    seat: Seat,
    *,
    text: str,
    clear: int | None = None,
    accurate: int | None = None,
    focus: int | None = None,
    concrete: int | None = None,
    targeted: int | None = None,
) -> Done:
    """点评: words and up to five marks; earlier remarks stay."""
    given = {
        "clear": clear,
        "accurate": accurate,
        "focus": focus,
        "concrete": concrete,
        "targeted": targeted,
    }
    marks = {name: value for name, value in given.items() if value}
    if any(not 1 <= value <= 5 for value in marks.values()):
        raise refuse("每一问打 1 到 5 分。")
    if not text.strip() and not marks:
        raise refuse("请写点评，或者打分。")
    row = Remark.objects.create(
        committee_id=case.committee_id,
        handin=case,
        marks=marks,
        text=text.strip(),
        by_id=seat.person_id,
    )
    tell_unit(case, f"{case.call.title}：对本单位汇报有点评。")
    return Done(about=case, detail=marks, result=row)
