"""专项台账: how a row is read and who may write it. What each ledger asks stands in its preset."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .ledgers.book import Field, Ledger, Limit
from .models import Entry, Region
from .who import keeps, owns, speaks_for


def value_of(field: Field, said: Any) -> Any:
    """One field as kept: text, a number as text without loss, a date as ISO; raises Refused."""
    text = str(said if said is not None else "").strip()
    if not text:
        if field.required:
            raise refuse(f"请填“{field.label}”。")
        return ""
    if field.kind == "choice" and text not in field.choices:
        raise refuse(f"“{field.label}”请选{'、'.join(field.choices)}。")
    if field.kind == "date":
        try:
            return date.fromisoformat(text[:10]).isoformat()
        except ValueError:
            raise refuse(f"“{field.label}”请写日期，例如2026-06-30。") from None
    if field.kind == "number":
        return number_of(field, text)
    return text[: 2000 if field.kind == "words" else 300]


def number_of(field: Field, text: str) -> str:
    """A number within its bounds; kept as it was written."""
    try:
        value = Decimal(text.replace(",", "").replace("−", "-"))
    except InvalidOperation:
        raise refuse(f"“{field.label}”要填数，“{text[:20]}”不是数。") from None
    if not value.is_finite() or abs(value) > 10**12:
        raise refuse(f"“{field.label}”的数太大。")
    if (field.least is not None and value < Decimal(str(field.least))) or (
        field.most is not None and value > Decimal(str(field.most))
    ):
        least = f"{field.least:g}" if field.least is not None else ""
        most = f"{field.most:g}" if field.most is not None else ""
        between = f"{least}到{most}之间" if least and most else f"不小于{least}" if least else f"不大于{most}"  # fmt: skip
        raise refuse(f"“{field.label}”应当{between}。")
    return f"{value.normalize():f}"


def may_write(seat: Seat, region: Region | None, owner_id: int | None) -> bool:
    """The office; the county of the row; the unit that owns it."""
    return keeps(seat) or (region is not None and speaks_for(seat, region)) or owns(seat, owner_id)


def within(
    committee_id: int, book: Ledger, data: Mapping[str, Any], region: Region | None, but: int = 0
) -> None:
    """A limit that says at most: one more than that is refused with the rule's own words."""
    for limit in book.limits:
        if limit.most is None or data.get(limit.field) != limit.value:
            continue
        if count(committee_id, book, limit, region, but) >= limit.most:
            raise refuse(f"{limit.words}（{book.source}）。{region or '本市'}已经有{limit.most}个{limit.value}，先调整原来的再登记。")  # fmt: skip


def count(
    committee_id: int, book: Ledger, limit: Limit, region: Region | None, but: int = 0
) -> int:
    """How many rows that still count have this choice."""
    rows = Entry.objects.filter(committee_id=committee_id, ledger=book.code, step__in=book.live)
    if not limit.whole:
        rows = rows.filter(region=region)
    return sum(r.data.get(limit.field) == limit.value for r in rows.exclude(pk=but).only("data"))
