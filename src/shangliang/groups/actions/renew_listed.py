"""续期: consent is asked again; it is never prolonged by itself."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..consent import check_until
from ..flow import LISTED
from ..models import Listed


@verb(LISTED, "renew_listed", Listed)
def renew_listed(case: Listed, seat: Seat, *, until: date, how: str = "") -> Done:
    """As 同意列入, with a later end."""
    check_until(until)
    if until <= case.until:
        raise refuse(f"现在的同意到 {case.until}，请选更晚的日子。")
    himself = case.person_id == seat.person_id
    if not himself and not how.strip():
        raise refuse("请写本人是怎么同意的：书面、当面、电话。")
    case.until, case.consent_on = until, today()
    case.how = "本人在网上同意" if himself else how.strip()[:60]
    return Done(detail={"until": until})
