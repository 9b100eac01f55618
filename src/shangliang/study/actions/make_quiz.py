"""办知识竞赛."""

from datetime import datetime
from typing import Any

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ..models import Quiz
from ..quiz import settings
from ..who import KEEPERS


@act("quiz.make", "办知识竞赛", *KEEPERS)
def make_quiz(
    seat: Seat, *, title: str, starts_at: datetime, ends_at: datetime, **data: Any
) -> Done:
    """A contest without questions yet."""
    row = Quiz(committee_id=seat.committee_id, by_id=seat.person_id)
    settings(row, seat, title=title, starts_at=starts_at, ends_at=ends_at, **data)
    row.save()
    return Done(case=row, detail={"item": row.item_id})
