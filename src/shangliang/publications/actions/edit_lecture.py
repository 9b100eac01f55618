"""改安排: time, place, speaker, points; the code stays."""

from datetime import datetime

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import LECTURE
from ..models import Lecture
from .plan_lecture import checked


@verb(LECTURE, "edit_lecture", Lecture)
def edit_lecture(
    case: Lecture, seat: Seat, *, title: str, basis: str, speaker: int, starts_at: datetime,
    place: str, audience: str, points: str = "",
) -> Done:  # fmt: skip
    """What was printed on a wall goes on to lead here."""
    case.speaker = checked(seat, title, basis, place, audience, speaker)
    case.title, case.basis = title.strip()[:80], basis.strip()[:200]
    case.points, case.starts_at = points.strip()[:2000], starts_at
    case.place, case.audience = place.strip()[:80], audience.strip()[:80]
    return Done()
