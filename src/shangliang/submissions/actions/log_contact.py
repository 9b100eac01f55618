"""记沟通: three contacts (办前·办中·办后), or an explicit reason why none (S-014)."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ASSIGNMENT
from ..models import Assignment, Contact
from ..people import proposers


@verb(ASSIGNMENT, "log_contact", Assignment)
def log_contact(
    case: Assignment,
    seat: Seat,
    *,
    phase: str = "before",
    means: str = "",
    on: date | None = None,
    note: str = "",
    agreed: str = "",
    open_points: str = "",
    with_person: int | None = None,
    none_because: str = "",
) -> Done:
    """Record one contact with the proposer, or why there was none."""
    none_because = none_because.strip()
    if not none_because and means not in case.rules.contact_means:
        raise refuse("请选沟通方式：" + "、".join(case.rules.contact_means) + "。")
    if not none_because and not note.strip():
        raise refuse("请写一句说了什么。")
    if on and on > today():
        raise refuse("沟通日期不能晚于今天。")
    if phase not in Contact.Phase.values:
        raise refuse("请选办前、办中或办后。")
    row = Contact.objects.create(
        committee_id=case.committee_id,
        submission=case.submission,
        assignment=case,
        phase=phase,
        means="" if none_because else means,
        on=on or today(),
        note=note.strip(),
        agreed=agreed.strip(),
        open_points=open_points.strip(),
        with_person_id=with_person if with_person in proposers(case.submission) else None,
        none_because=none_because[:200],
        by_id=seat.person_id,
    )
    return Done(about=row, detail={"unit": case.unit_id, "phase": phase, "means": row.means})
