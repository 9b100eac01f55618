"""改好再上会: what was changed stands in the matter itself."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import MATTER
from ..models import Matter


@verb(MATTER, "resubmit_matter", Matter)
def resubmit_matter(case: Matter, seat: Seat, *, text: str) -> Done:
    """``text``: what the meeting is asked now."""
    if not text.strip():
        raise refuse("请写现在请会议定什么，改了哪里。")
    case.text = text.strip()[:2000]
    return Done()
