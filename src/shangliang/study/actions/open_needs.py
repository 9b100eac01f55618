"""培训需求：开始征集."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import NEEDS
from ..models import NeedsSurvey


@verb(NEEDS, "open_needs", NeedsSurvey)
def open_needs(case: NeedsSurvey, seat: Seat) -> None:
    """It stands on everybody's day until answered."""
