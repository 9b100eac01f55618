"""Public totals (公开的合计): by kind, from enough givers that no single amount can be told (E6)."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from .book import Sheet
from .digests import num
from .models import Item, Programme

SMALL = 5


@dataclass(frozen=True)
class Total:
    """One kind. ``amount`` is None where fewer than five rows stand behind it."""

    label: str
    rows: int
    people: int
    amount: Decimal | None


@dataclass(frozen=True)
class Shown:
    """A sheet's totals. The sum of amounts is of the kinds shown, so that no hidden one follows."""

    sheet: Sheet
    totals: list[Total]
    amount: Decimal
    hidden: int


def shown_of(case: Programme) -> list[Shown]:
    """Of every sheet with kinds; one question."""
    rows = list(Item.objects.filter(programme=case, committee_id=case.committee_id, void_why=""))
    out = []
    for sheet in case.book.sheets:
        group = sheet.field(sheet.group)
        if group is None:
            continue
        mine: dict[str, list[Item]] = defaultdict(list)
        for row in rows:
            if row.sheet == sheet.code:
                mine[row.data.get(sheet.group, "")].append(row)
        totals = [total(c, mine[c], sheet) for c in group.choices if mine[c]]
        amount = sum((t.amount for t in totals if t.amount is not None), Decimal(0))
        out.append(Shown(sheet, totals, amount, sum(t.amount is None for t in totals)))
    return out


def total(label: str, rows: list[Item], sheet: Sheet) -> Total:
    """Amounts of a sheet with a private field only from five rows of five givers on."""
    people = int(sum((num(r, "people") or 0 for r in rows), Decimal(0)))
    if not sheet.private:
        return Total(label, len(rows), people, None)
    givers = {r.partner_id or -r.by_id for r in rows}
    enough = len(rows) >= SMALL and len(givers) >= SMALL
    amount = sum((num(r, sheet.private) or Decimal(0) for r in rows), Decimal(0))
    return Total(label, len(rows), people, amount if enough else None)
