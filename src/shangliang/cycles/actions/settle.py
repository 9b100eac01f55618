"""批示：了结."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import INSTRUCTION
from ..models import Instruction


@verb(INSTRUCTION, "settle", Instruction)
def settle(case: Instruction, seat: Seat, *, reason: str = "") -> Done:
    """Settled; without every report only with a reason."""
    if case.state == "open" and not reason.strip():
        raise refuse("还有单位没有报结果。要了结，请写理由。")
    return Done(detail={"reported": case.units.exclude(answered_on=None).count()})
