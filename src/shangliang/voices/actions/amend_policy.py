"""惠企政策：修改."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import POLICY
from ..models import Policy
from ..policy import write


@verb(POLICY, "amend_policy", Policy)
def amend_policy(
    case: Policy,
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
    """What firms find changes at once."""
    write(
        case, title=title, document=document, gives=gives, rules=rules, period=period,
        starts_on=starts_on, ends_on=ends_on, where=where, unit=unit, papers=papers,
    )  # fmt: skip
    return Done(detail={"rules": len(case.rules.splitlines())})
