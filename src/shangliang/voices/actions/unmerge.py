"""来声：拆开."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import AT_DESK, VOICE
from ..models import Voice


@verb(VOICE, "unmerge", Voice)
def unmerge(case: Voice, seat: Seat) -> Done:
    """Only while the lead is still at the desk: what was printed stays printed."""
    lead = case.merged_into
    if lead is not None and lead.state not in (*AT_DESK, "consenting", "agreed"):
        raise refuse("主件已经签发，不能再拆。")
    case.merged_into = None
    return Done(detail={"lead": lead.pk if lead else None})
