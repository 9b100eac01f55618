"""协商：取消."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..meetings import cancel_with
from ..models import Consultation
from ..telling import participants, tell


@verb(CONSULTATION, "cancel_consultation", Consultation)
def cancel_consultation(case: Consultation, seat: Seat, *, reason: str) -> Done:
    """Called off; its topic can be arranged again."""
    if not reason.strip():
        raise refuse("请写明为什么取消，会告诉每一位。")
    case.outcome = f"取消：{reason.strip()}"[:1000]
    if case.noticed_on:
        told = set(cancel_with(case, seat, reason))
        tell(
            case,
            [pk for pk in participants(case) if pk not in told],
            "consultation.cancelled",
            f"取消：{case.title}。{reason.strip()}",
            seat,
        )
    return Done()
