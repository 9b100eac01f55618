"""报落实情况."""

from decimal import Decimal

from django.core.files.uploadedfile import UploadedFile

from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.intake import DESK
from ..models import ClauseMeasure, Document
from ..queries import measures
from .store import store

S = ClauseMeasure.State


@act("clause.report", "报落实情况")
def report_measure(
    seat: Seat,
    pk: int,
    *,
    state: str,
    result: str = "",
    money: Decimal | None = None,
    obstacle: str = "",
    evidence: UploadedFile | None = None,
) -> Done:
    """How far a measure is: by the unit itself or the office. Done needs what was achieved."""
    row = measures(seat).select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None:
        raise refuse("没有找到这项措施，或者它不是本单位的。", "wall")
    if not (seat.has(*DESK) or row.owner_id in seat.units):
        raise refuse("只有责任单位和承办拆解的部门可以报。", "who")
    if state not in S.values:
        raise refuse("请选现在到哪一步。")
    if state == S.DONE and not result.strip():
        raise refuse("报已落实要写结果：办成了什么，在哪里看得到。")
    if state == S.BLOCKED and not obstacle.strip():
        raise refuse("请写卡在哪里。")
    if money is not None and (money < 0 or money >= Decimal(10) ** 11):
        raise refuse("金额以万元计，请核对。")
    if evidence is not None:
        row.evidence = store(
            seat, row.clause.intake, evidence, Document.Kind.EVIDENCE, about=row.clause
        )
    row.state, row.result, row.obstacle = state, result.strip()[:300], obstacle.strip()[:300]
    row.money = money if money is not None else row.money
    row.done_on = today() if state == S.DONE else None
    row.save()
    return Done(
        case=row.clause.intake, about=row.clause, detail={"state": state, "unit": row.owner_id}
    )
