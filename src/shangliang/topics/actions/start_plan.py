"""起草年度协商计划."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Plan
from ..presets import routes


@act("plan.start", "起草年度协商计划", Role.ORGANISER)
def start_plan(seat: Seat, *, year: int, route: str = "party_decides") -> Done:
    """One plan a year. Returns the Plan."""
    if not 2000 <= year <= 2100:
        raise refuse("请写年度，例如 2027。")
    if route not in routes():
        raise refuse("请选审定程序。")
    if Plan.objects.filter(committee_id=seat.committee_id, year=year):
        raise refuse(f"{year} 年已经有一份计划，请打开它接着做。")
    plan = Plan.objects.create(
        committee_id=seat.committee_id,
        year=year,
        title=f"{year}年度协商工作计划",
        route=route,
        made_by_id=seat.person_id,
    )
    return Done(case=plan, detail={"year": year})
