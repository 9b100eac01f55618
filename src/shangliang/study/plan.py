"""学习计划: its words and dates, checked."""

from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import StudyPlan


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
