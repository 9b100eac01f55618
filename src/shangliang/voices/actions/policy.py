"""惠企政策: entered with its document, rules and papers; amended, put in use, ended."""

from datetime import date
from typing import Any

from ...actors.models import Actor
from ...procedures.perform import Done, verb
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..flow import POLICY
from ..models import Policy
from ..policy_book import checked_rules

MUST = (
    ("title", "请写政策的名称。"),
    ("document", "请写出自哪个文件，写上文号。"),
    ("gives", "请写给什么：多少钱、什么服务、免什么。"),
    ("where", "请写到哪里办。"),
    ("period", "请写期限在文件的哪一条。"),
)


def write(row: Policy, **data: Any) -> None:
    """Everything the office says of a policy, checked. Raises Refused."""
    for name, words in MUST:
        text = str(data.get(name) or "").strip()
        if not text:
            raise refuse(words)
        field: Any = Policy._meta.get_field(name)
        setattr(row, name, text[: field.max_length])
    row.rules = checked_rules(str(data.get("rules") or ""))
    row.starts_on, row.ends_on = data["starts_on"], data.get("ends_on")
    if row.ends_on and row.ends_on < row.starts_on:
        raise refuse("止不能早于起，请改日期。")
    row.papers = str(data.get("papers") or "").strip()[:2000]
    row.unit = unit_of(row.committee_id, data.get("unit"))


def unit_of(committee_id: int, pk: int | None) -> Actor | None:
    """A unit of this committee's register, or none."""
    if pk is None:
        return None
    found = Actor.objects.filter(
        committee_id=committee_id, pk=pk, kind=Actor.Kind.UNIT, active=True
    ).first()
    if found is None:
        raise refuse("没有找到这个单位。", "wall")
    return found


@act("policy.start", "登记惠企政策", Role.EDITOR, Role.ORGANISER)
def start_policy(
    seat: Seat,
    *,
    title: str,
    document: str,
    gives: str,
    rules: str,
    period: str,
    starts_on: date,
    ends_on: date | None = None,
    where: str,
    unit: int | None = None,
    papers: str = "",
) -> Done:
    """A draft: firms see it once it is put in use."""
    row = Policy(committee_id=seat.committee_id, by_id=seat.person_id)
    write(
        row, title=title, document=document, gives=gives, rules=rules, period=period,
        starts_on=starts_on, ends_on=ends_on, where=where, unit=unit, papers=papers,
    )  # fmt: skip
    row.save()
    return Done(case=row, detail={"rules": len(row.rules.splitlines())})


@verb(POLICY, "amend_policy", Policy)
def amend_policy(
    case: Policy,
    seat: Seat,
    *,
    title: str,
    document: str,
    gives: str,
    rules: str,
    period: str,
    starts_on: date,
    ends_on: date | None = None,
    where: str,
    unit: int | None = None,
    papers: str = "",
) -> Done:
    """What firms find changes at once."""
    write(
        case, title=title, document=document, gives=gives, rules=rules, period=period,
        starts_on=starts_on, ends_on=ends_on, where=where, unit=unit, papers=papers,
    )  # fmt: skip
    return Done(detail={"rules": len(case.rules.splitlines())})


@verb(POLICY, "publish_policy", Policy)
def publish_policy(case: Policy, seat: Seat) -> Done:
    """From now on firms find it."""
    return Done()


@verb(POLICY, "end_policy", Policy)
def end_policy(case: Policy, seat: Seat, *, why: str) -> Done:
    """No longer found; what was asked and refused stays to be read."""
    if not why.strip():
        raise refuse("请写为什么停用：文件废止、到期、并入别的政策。")
    case.ended_why = why.strip()[:200]
    return Done()
