"""开场: from now on people answer."""

from datetime import date

from django.utils import timezone

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ROUND
from ..models import Round


@verb(ROUND, "open_round", Round)
def open_round(case: Round, seat: Seat, *, closes_on: date | None = None) -> Done:
    """``closes_on``: the last day, told to everybody on the page."""
    last = closes_on or case.closes_on
    if last and last < today():
        raise refuse("止日已经过了，请改到今天以后。")
    case.closes_on, case.opens_on = last, case.opens_on or today()
    case.opened_at = timezone.now()
    return Done(detail={"until": last} if last else {})
