"""导入资金: the sheet that was looked at is written in one go, or not at all."""

from collections.abc import Sequence

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..intake import Row, check
from ..models import FundLine, Subject
from .add_fund_line import add_fund_line
from .enter_money import enter_money


@act("fund.import", "导入资金", Role.SUPERVISOR, Role.CLERK, Role.ORGANISER)
def commit_money(seat: Seat, *, fund: int, rows: Sequence[Row]) -> Done:
    """Every row is checked again; one that fails stops them all."""
    subject = Subject.objects.filter(
        committee_id=seat.committee_id, kind=Subject.Kind.FUND, pk=fund
    ).first()
    if subject is None:
        raise refuse("没有这项资金，请先登记。")
    checked = check(seat, rows)
    if bad := [row for row in checked if row.errors]:
        raise refuse(f"还有 {len(bad)} 行有错，改好再导入，一行也没有写。")
    if not checked:
        raise refuse("表里没有内容。")
    lines = {
        (row.level, row.unit_id): row
        for row in FundLine.objects.filter(committee_id=seat.committee_id, fund=subject)
    }
    for row in checked:
        key = (row.level, row.unit or 0)
        if key not in lines:
            lines[key] = add_fund_line(seat, fund=fund, level=row.level, unit=row.unit)
        for kind, amount in row.amounts.items():
            enter_money(
                seat, lines[key].pk, kind=kind, amount=amount, on=row.day, note=row.note or "导入"
            )
    return Done(case=subject, detail={"rows": len(checked)})
