"""改事项: before it stands on an agenda, or after it came back."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import MATTER
from ..models import Matter


@verb(MATTER, "edit_matter", Matter)
def edit_matter(
    case: Matter, seat: Seat, *, title: str, text: str, raised_by: str, grave: bool = False
) -> Done:
    """The papers are added by themselves."""
    if len(title.strip()) < 4 or not text.strip() or not raised_by.strip():
        raise refuse("请写事项、要会议定什么、谁提请。")
    case.title, case.text = title.strip()[:120], text.strip()[:2000]
    case.raised_by, case.grave = raised_by.strip()[:80], grave
    return Done()
