"""登记惠企政策."""

from datetime import date

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ..models import Policy
from ..policy import write


@act("policy.start", "登记惠企政策", Role.EDITOR, Role.ORGANISER)
def start_policy(
    seat: Seat,
    *,
    title: str,
    document: str,
    gives: str,
    rules: str,
    period: str,
    starts_on: date,
    ends_on: date | None = None,
    where: str,
    unit: int | None = None,
    papers: str = "",
) -> Done:
    """A draft: firms see it once it is put in use."""
    row = Policy(committee_id=seat.committee_id, by_id=seat.person_id)
    write(
        row, title=title, document=document, gives=gives, rules=rules, period=period,
        starts_on=starts_on, ends_on=ends_on, where=where, unit=unit, papers=papers,
    )  # fmt: skip
    row.save()
    return Done(case=row, detail={"rules": len(row.rules.splitlines())})
