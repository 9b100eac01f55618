"""Rows of a sheet from Excel: good rows are taken, bad ones named by row with the reason."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from ..engines.papers.intake import Table
from ..procedures.verdicts import Refused
from .book import Sheet
from .models import Programme
from .rows import checked_row

MOST = 2000
# A row that counts says for what and for whom.
COUNTED = ("计数项", "参加方")


@dataclass
class Read:
    """What a file came to."""

    good: list[dict[str, Any]] = field(default_factory=list)
    bad: list[tuple[int, str, str]] = field(default_factory=list)  # row, title, why


class NoSheet(ValueError):
    """The file as a whole cannot be used."""


def heads_of(sheet: Sheet) -> list[str]:
    """The columns of the file, in the order of the sample."""
    last = ["凭据"] if sheet.proof else []
    return [
        "名称",
        "日期",
        *(COUNTED if sheet.counts else ()),
        *[f.label for f in sheet.fields],
        *last,
    ]


def day_of(value: Any) -> date:
    """A day, or a bare year as its first day. Raises ValueError."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value or "").strip().replace("/", "-").replace(".", "-")
    if len(text) == 4 and text.isdecimal():
        return date(int(text), 1, 1)
    parts = [int(p) for p in text[:10].split("-")]
    return date(*(parts + [1])[:3]) if len(parts) == 2 else date(*parts)


def plain(value: Any) -> str:
    """A cell as it was typed; 3.0 of a spreadsheet is 3."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value if value is not None else "").strip()


def read(sheet: Sheet, table: Table) -> Read:
    """Every row checked by the rules of entering. Raises NoSheet when columns are missing."""
    heads = [str(h or "").strip() for h in table.header]
    wanted = {"名称", "日期", *COUNTED} | {f.label for f in sheet.fields if f.required}
    if missing := [h for h in heads_of(sheet) if h in wanted and h not in heads]:
        raise NoSheet(f"没有找到这些列：{'、'.join(missing)}。可以下载样表照着填。")
    if len(table.rows) > MOST:
        raise NoSheet(f"一次最多 {MOST} 行。")
    found = Read()
    for number, cells in zip(table.row_numbers, table.rows, strict=True):
        given = dict(zip(heads, cells, strict=False))
        if not any(plain(v) for v in given.values()):
            continue
        title = plain(given.get("名称"))
        try:
            on = day_of(given.get("日期"))
        except (ValueError, TypeError):
            found.bad.append((number, title, f"日期“{plain(given.get('日期'))[:20]}”看不懂。"))
            continue
        said = {f.code: plain(given.get(f.label)) for f in sheet.fields}
        proof = plain(given.get("凭据"))
        try:
            data = checked_row(sheet, title, on, said, proof)
        except Refused as refused:
            found.bad.append((number, title, str(refused)))
            continue
        row: dict[str, Any] = {"title": title, "on": on.isoformat(), "data": data, "proof": proof}
        if sheet.counts:
            row |= {"names": [plain(given.get(head)) for head in COUNTED], "row": number}
        found.good.append(row)
    return found


def resolve(case: Programme, sheet: Sheet, found: Read) -> Read:
    """Counters and partners of a counting sheet by name; rows that name another are told with why."""
    if not sheet.counts:
        return found
    goals = dict(case.counters.values_list("title", "pk"))
    sides: dict[str, int] = {}
    for partner in case.partners.filter(left_on__isnull=True).select_related("who"):
        sides |= {partner.who.name: partner.pk, str(partner): partner.pk}
    out = Read(bad=found.bad)
    for row in found.good:
        goal, side = row.pop("names")
        number = row.pop("row")
        if goal not in goals:
            out.bad.append((number, row["title"], f"没有“{goal}”这个计数项。"))
        elif side not in sides:
            out.bad.append((number, row["title"], f"“{side}”不是这个专项的参加方。"))
        else:
            out.good.append(row | {"counter": goals[goal], "partner": sides[side]})
    out.bad.sort(key=lambda line: line[0])
    return out
