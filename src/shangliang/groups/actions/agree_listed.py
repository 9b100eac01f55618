"""同意列入: for the purpose written, until a day the person chooses."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..consent import check_until
from ..flow import LISTED
from ..models import Listed


@verb(LISTED, "agree_listed", Listed)
def agree_listed(case: Listed, seat: Seat, *, until: date, how: str = "") -> Done:
    """Said by the person here, or written down by the keeper with how it was said."""
    check_until(until)
    himself = case.person_id == seat.person_id
    if not himself and not how.strip():
        raise refuse("请写本人是怎么同意的：书面、当面、电话。")
    case.until, case.consent_on = until, today()
    case.how = "本人在网上同意" if himself else how.strip()[:60]
    return Done(detail={"until": until, "self": himself})
