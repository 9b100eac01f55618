"""您说了，我们做了."""

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Pulse
from ..who import KEEPERS


@act("pulse.answer", "您说了，我们做了", *KEEPERS)
def say_done(seat: Seat, pk: int, *, did: str) -> Done:
    """What was done about what people said."""
    pulse = lock(Pulse, pk, seat.committee_id)
    if not did.strip():
        raise refuse("请写做了什么。")
    pulse.did = did.strip()
    pulse.save(update_fields=["did"])
    return Done(case=pulse)
