"""学习计划: begun, changed, issued, ended."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PLAN
from ..models import StudyPlan
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


def check(seat: Seat, year: int, title: str, but: int | None = None) -> None:
    """A name, a year near ours, nothing twice."""
    if not title.strip():
        raise refuse("请写计划的名称。")
    if abs(year - today().year) > 5:
        raise refuse("年度写得太远了，请看一下。")
    same = StudyPlan.objects.filter(
        committee_id=seat.committee_id, year=year, title=title.strip()[:120]
    )
    if same.exclude(pk=but or 0).exists():
        raise refuse(f"{year} 年已经有“{title.strip()}”。")


@verb(PLAN, "edit_plan", StudyPlan)
def edit_plan(case: StudyPlan, seat: Seat, *, title: str, text: str = "", basis: str = "") -> None:
    """Its words; the year stays."""
    check(seat, case.year, title, but=case.pk)
    case.title, case.text = title.strip()[:120], text.strip()[:2000]
    case.basis = basis.strip()[:200]


@verb(PLAN, "issue_plan", StudyPlan)
def issue_plan(case: StudyPlan, seat: Seat) -> Done:
    """From now on those who learn see it; each item is given out by itself."""
    case.issued_on = today()
    return Done(detail={"items": case.items.exclude(state="dropped").count()})


@verb(PLAN, "close_plan", StudyPlan)
def close_plan(case: StudyPlan, seat: Seat) -> None:
    """The year is over; nothing is changed any more."""
