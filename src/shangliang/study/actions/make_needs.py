"""征集培训需求."""

from collections.abc import Sequence
from datetime import date

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ..models import NeedsSurvey
from ..needs import words
from ..who import KEEPERS


@act("needssurvey.make", "征集培训需求", *KEEPERS)
def make_needs(seat: Seat, *, title: str, matters: Sequence[str], until: date) -> Done:
    """Not open yet."""
    row = NeedsSurvey(committee_id=seat.committee_id, by_id=seat.person_id)
    words(row, title, matters, until)
    row.save()
    return Done(case=row)
