"""包联: who is in charge of what, a firm's sheet by consent, milestones, a township's lines."""

from datetime import date, timedelta
from decimal import Decimal

from ...actors.actions.charge import hold, let_go
from ...actors.models import Actor
from ...journal.erasures import deletes
from ...procedures.office_calendar import today
from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Charge, Health, Milestone, TownshipLine

OFFICE = (Role.ORGANISER, Role.SUPERVISOR)


def mine(seat: Seat, pk: int) -> Charge:
    """The charge, locked, of its leader or the office."""
    row = lock(Charge, pk, seat.committee_id)
    if not (seat.has(*OFFICE) or (seat.signed_in and row.leader_id == seat.person_id)):
        raise refuse("只有包联的领导或专委会、督办人员可以。", "who")
    over = row.end or (row.tie.end if row.tie else None)
    if over and over < today():
        raise refuse("这项包联已经结束。", "state")
    return row


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


@act("charge.end", "结束包联", *OFFICE)
def end_charge(seat: Seat, *, charge: int, on: date | None = None) -> Done:
    row = mine(seat, charge)
    row.end = on or today()
    if row.end < row.start:
        raise refuse("结束日早于开始日。")
    row.save(update_fields=["end"])
    if row.tie:
        let_go(row.tie, row.end)
    return Done(case=row, detail={"on": row.end})


@act("charge.consent", "登记企业同意")
def record_consent(seat: Seat, *, charge: int, purpose: str, until: date) -> Done:
    """A firm's sheet needs its yes: for what, until when (catalogue E5)."""
    row = mine(seat, charge)
    if row.kind != Charge.Kind.FIRM:
        raise refuse("只有企业需要登记同意。")
    if not purpose.strip():
        raise refuse("请写用来做什么。")
    if not today() < until <= today() + timedelta(days=3 * 366):
        raise refuse("同意到哪天：要晚于今天，最长三年。")
    row.consent_on, row.consent_until, row.consent_purpose = today(), until, purpose.strip()[:200]
    row.save()
    return Done(case=row, detail={"until": until})


@act("charge.unconsent", "企业撤回同意")
def withdraw_sheet(seat: Seat, *, charge: int) -> Done:
    """The sheets go at once; that there were so many is all that stays."""
    row = mine(seat, charge)
    return Done(case=row, detail={"count": empty_sheets(row)})


def empty_sheets(row: Charge) -> int:
    """How many there were."""
    count, _ = row.health.all().delete()
    row.consent_until = row.consent_on = None
    row.consent_purpose = ""
    row.save()
    return count


@deletes("charge.unconsent")
def delete_sheets_again(committee_id: int, pk: int) -> None:
    for row in Charge.objects.filter(committee_id=committee_id, pk=pk):
        empty_sheets(row)


@act("charge.health", "填企业情况表")
def keep_health(
    seat: Seat,
    *,
    charge: int,
    month: date,
    work: str,
    staff: str = "",
    orders: str = "",
    cash: str = "",
) -> Done:
    """One short sheet a month, only while the firm's consent holds."""
    row = mine(seat, charge)
    if not (row.consent_on and row.consent_until and row.consent_until >= today()):
        raise refuse("企业还没有同意填情况表，或者同意已经到期。")
    if not work.strip():
        raise refuse("请写生产情况。")
    sheet, _ = Health.objects.update_or_create(
        committee_id=seat.committee_id, charge_of=row, month=month.replace(day=1),
        defaults={"work": work.strip()[:20], "staff": staff.strip()[:40],
                  "orders": orders.strip()[:40], "cash": cash.strip()[:40], "by_id": seat.person_id},
    )  # fmt: skip
    return Done(case=row, about=sheet, detail={"on": sheet.month})


@act("charge.milestone", "登记项目节点")
def set_milestone(
    seat: Seat,
    *,
    charge: int,
    milestone: int | None = None,
    title: str = "",
    planned_on: date | None = None,
    done_on: date | None = None,
    obstacle: str = "",
    owner: int | None = None,
) -> Done:
    """Planned, done, and what stands in the way with whose it is (S-076)."""
    row = mine(seat, charge)
    if row.kind != Charge.Kind.PROJECT:
        raise refuse("只有项目有节点。")
    stone = row.milestones.filter(pk=milestone).first() if milestone else Milestone(
        committee_id=seat.committee_id, charge_of=row
    )  # fmt: skip
    if stone is None:
        raise refuse("没有找到这个节点。", "wall")
    stone.title = title.strip()[:120] or stone.title
    stone.planned_on = planned_on or stone.planned_on
    stone.done_on = done_on
    if not stone.title or not stone.planned_on:
        raise refuse("请写节点和计划日期。")
    if done_on and done_on > today():
        raise refuse("完成日期不能晚于今天。")
    units = Actor.objects.filter(committee_id=seat.committee_id, kind=Actor.Kind.UNIT)
    stone.obstacle = obstacle.strip()[:300]
    stone.obstacle_owner = units.filter(pk=owner).first() if owner else None
    if stone.obstacle and stone.obstacle_owner is None:
        raise refuse("卡住了，请选卡在哪个单位。")
    stone.save()
    return Done(case=row, about=stone, detail={"on": stone.planned_on})


@act("charge.line", "记乡镇账")
def set_line(
    seat: Seat,
    *,
    charge: int,
    kind: str,
    title: str,
    source: str,
    on: date,
    plan: str = "",
    done: str = "",
    unit: str = "",
) -> Done:
    """One line of plan and done; a number without its source is not taken (S-077)."""
    row = mine(seat, charge)
    if row.kind != Charge.Kind.TOWNSHIP:
        raise refuse("只有乡镇有这本账。")
    if kind not in TownshipLine.Kind.values or not title.strip():
        raise refuse("请选是哪一项，并写事项。")
    if not source.strip():
        raise refuse("请写数从哪里来。")
    line, _ = TownshipLine.objects.update_or_create(
        committee_id=seat.committee_id, charge_of=row, kind=kind, title=title.strip()[:120],
        defaults={"plan": number(plan), "done": number(done), "unit": unit.strip()[:20],
                  "source": source.strip()[:200], "on": on},
    )  # fmt: skip
    return Done(case=row, about=line, detail={"kind": kind, "on": on})


def number(text: str) -> Decimal | None:
    """A number as people write it, or nothing."""
    text = text.strip().replace(",", "").replace("，", "")
    if not text:
        return None
    try:
        value = Decimal(text)
    except ArithmeticError:
        raise refuse(f"“{text[:20]}”不是数字。") from None
    if not value.is_finite() or abs(value) >= Decimal("1e12"):
        raise refuse("数太大了，请换个单位。")
    return value.quantize(Decimal("0.01"))
