"""学习计划：改计划."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import PLAN
from ..models import StudyPlan
from ..plan import check


@verb(PLAN, "edit_plan", StudyPlan)
def edit_plan(case: StudyPlan, seat: Seat, *, title: str, text: str = "", basis: str = "") -> None:
    """Its words; the year stays."""
    check(seat, case.year, title, but=case.pk)
    case.title, case.text = title.strip()[:120], text.strip()[:2000]
    case.basis = basis.strip()[:200]
