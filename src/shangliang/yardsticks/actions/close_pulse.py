"""结束小调查."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Pulse
from ..who import KEEPERS


@act("pulse.close", "结束小调查", *KEEPERS)
def close_pulse(seat: Seat, pk: int) -> Done:
    """No more answers; results show from now on."""
    pulse = lock(Pulse, pk, seat.committee_id)
    if not pulse.is_open(today()):
        raise refuse("这次小调查没有在作答。")
    pulse.closed_on = today()
    pulse.save(update_fields=["closed_on"])
    return Done(case=pulse, detail={"answers": pulse.tickets.count()})
