"""培训需求：截止."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import NEEDS
from ..models import NeedsSurvey


@verb(NEEDS, "close_needs", NeedsSurvey)
def close_needs(case: NeedsSurvey, seat: Seat) -> Done:
    """The counts stand; a training may be planned from them."""
    return Done(detail={"answers": case.answers.count()})
