"""培训需求：改."""

from collections.abc import Sequence
from datetime import date

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import NEEDS
from ..models import NeedsSurvey
from ..needs import words


@verb(NEEDS, "edit_needs", NeedsSurvey)
def edit_needs(
    case: NeedsSurvey, seat: Seat, *, title: str, matters: Sequence[str], until: date
) -> None:
    """Before anybody answered."""
    words(case, title, matters, until)
