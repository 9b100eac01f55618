"""登记包联."""

from datetime import date

from ...actors.actions.charge import hold
from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..charge import OFFICE
from ..models import Charge


@act("charge.add", "登记包联", *OFFICE)
def add_charge(
    seat: Seat,
    *,
    kind: str,
    leader: int,
    name: str = "",
    firm: int | None = None,
    start: date | None = None,
    every_days: int = 90,
    basis: str = "",
) -> Done:
    """A leader in charge of a firm of the register, a project or a township."""
    if kind not in Charge.Kind.values:
        raise refuse("请选包联企业、项目还是乡镇。")
    people = Actor.objects.filter(committee_id=seat.committee_id, kind=Actor.Kind.PERSON)
    if not people.filter(pk=leader).exists():
        raise refuse("请从名册里选领导。")
    if not 7 <= every_days <= 366:
        raise refuse("隔几天去一次，写 7 到 366。")
    company = None
    if kind == Charge.Kind.FIRM:
        firms = Actor.objects.filter(committee_id=seat.committee_id, kind=Actor.Kind.FIRM)
        company = firms.filter(pk=firm).first() if firm else firms.filter(name=name.strip()).first()
        if company is None and name.strip():
            company = Actor.objects.create(
                committee_id=seat.committee_id, kind=Actor.Kind.FIRM, name=name.strip()[:120]
            )
        if company is None:
            raise refuse("请选或写企业名称。")
    if not (name.strip() or company):
        raise refuse("请写名称。")
    day = start or today()
    said = company.name if company else name.strip()[:120]
    twin = Charge.objects.filter(
        committee_id=seat.committee_id, leader_id=leader, kind=kind, name=said, start=day
    )
    if twin.exists():
        raise refuse("这项包联已经登记过。")
    tie = hold(people.get(pk=leader), company, start=day, basis=basis) if company else None
    row = Charge.objects.create(
        committee_id=seat.committee_id, kind=kind, leader_id=leader, name=said, firm=company,
        start=day, every_days=every_days, basis=basis.strip()[:200], tie=tie,
    )  # fmt: skip
    return Done(case=row, detail={"leader": leader, "kind": kind})
