"""联合协商（本方）：报送本市."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SIDE
from ..models import Side, Space


@verb(SIDE, "deliver_report", Side)
def deliver_report(case: Side, seat: Seat, *, addressee: str) -> Done:
    """To this city's own party committee or government; each side delivers by itself."""
    if len(addressee.strip()) < 2:
        raise refuse("请写报送给谁。")
    case.addressee, case.delivered_on = addressee.strip()[:80], today()
    Space.objects.filter(pk=case.space_id, finished_on__isnull=True).update(finished_on=today())
    return Done()
