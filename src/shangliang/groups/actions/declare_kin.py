"""申明关联单位: units one owns, works for or has kin in; said by oneself, used only to step aside."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import LISTED
from ..models import Listed


@verb(LISTED, "declare_kin", Listed)
def declare_kin(case: Listed, seat: Seat, *, kin: str = "") -> Done:
    """Names of units, parted by 、 or a line; why is not asked."""
    case.kin = "、".join(
        p for p in kin.replace("，", "、").replace("\n", "、").split("、") if p.strip()
    )[:300]
    return Done()
