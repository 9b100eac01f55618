"""拟学习计划."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ..models import StudyPlan
from ..plan import check
from ..who import KEEPERS


@act("studyplan.make", "拟学习计划", *KEEPERS)
def make_plan(seat: Seat, *, year: int, title: str, text: str = "", basis: str = "") -> Done:
    """A year's plan, empty. Raises Refused when one of that name stands already."""
    check(seat, year, title)
    row = StudyPlan.objects.create(
        committee_id=seat.committee_id,
        year=year,
        title=title.strip()[:120],
        text=text.strip()[:2000],
        basis=basis.strip()[:200],
        by_id=seat.person_id,
    )
    return Done(case=row, detail={"year": year})
