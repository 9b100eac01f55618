"""惠企政策: everything the office says of a policy, checked."""

from typing import Any

from ..actors.models import Actor
from ..procedures.verdicts import refuse
from .models import Policy
from .policy_book import checked_rules

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
