"""差距：写原因."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import GAP
from ..gaps import body_of
from ..models import Gap
from ..telling import staff, tell


@verb(GAP, "explain_gap", Gap)
def explain_gap(case: Gap, seat: Seat, *, cause: str, owner: int | None = None) -> Done:
    """The cause in the owner's words, and whose it is."""
    if not cause.strip():
        raise refuse("请写主要原因。")
    case.cause = cause.strip()
    if owner and owner != case.owner_id:
        case.owner = body_of(seat, owner)
        tell(
            case,
            staff(case.committee_id, [owner]),
            "gap",
            f"差距由你们负责，请定举措：{case}",
            True,
        )
    return Done(detail={"owner": case.owner_id})
