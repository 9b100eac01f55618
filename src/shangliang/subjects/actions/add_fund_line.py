"""立一条资金: a fund × level × county or unit."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ...tasks.actions.assign_task import in_charge
from ..models import FundLine, Subject


@act("fund.line", "立一条资金", Role.SUPERVISOR, Role.CLERK, Role.ORGANISER)
def add_fund_line(seat: Seat, *, fund: int, level: str, unit: int) -> Done:
    """Returns the line; one there already is refused."""
    found = Subject.objects.filter(
        committee_id=seat.committee_id, kind=Subject.Kind.FUND, pk=fund
    ).first()
    if found is None:
        raise refuse("没有这项资金，请先登记。")
    if found.state == "closed":
        raise refuse("这项资金已经结束。")
    if level not in FundLine.Level.values:
        raise refuse("级次请选中央、省级、市级或县级。")
    place = in_charge(seat, [unit])[unit]
    if FundLine.objects.filter(
        committee_id=seat.committee_id, fund=found, level=level, unit=place
    ).exists():
        raise refuse(f"{place}的{FundLine.Level(level).label}资金已经立过一条。")
    row = FundLine.objects.create(
        committee_id=seat.committee_id, fund=found, level=level, unit=place
    )
    return Done(case=row, detail={"fund": fund, "level": level, "unit": unit})
