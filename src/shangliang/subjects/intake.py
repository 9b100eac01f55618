"""A sheet of money read row by row: what is wrong is said by row, in the office's words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NotRequired, TypedDict

from ..actors.models import Actor, Alias
from ..engines.papers.intake import Table
from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from ..tasks.actions.assign_task import BODIES
from .models import FundEntry, FundLine
from .money import NoAmount, amount_of

HEADS = {
    "unit": ("县区", "单位", "县（市、区）", "县区或单位", "地区"),
    "level": ("级次", "级别", "资金级次"),
    "due": ("应到位", "应到位资金", "计划"),
    "arrived": ("到位", "已到位", "到位资金"),
    "spent": ("支出", "已支出", "支出资金"),
    "day": ("日期", "截至", "截至日期"),
    "note": ("说明", "备注"),
}
LEVELS = {label.rstrip("级"): value for value, label in FundLine.Level.choices}
MOST = 2000


class Row(TypedDict):
    """One row as the sheet has it."""

    number: int
    unit: str
    level: NotRequired[str]
    due: NotRequired[str]
    arrived: NotRequired[str]
    spent: NotRequired[str]
    day: NotRequired[str]
    note: NotRequired[str]


@dataclass
class Checked:
    """One row with what it means, or what is wrong with it."""

    number: int
    name: str
    unit: int | None = None
    level: str = FundLine.Level.COUNTY
    amounts: dict[str, str] = field(default_factory=dict)
    day: date | None = None
    note: str = ""
    errors: list[str] = field(default_factory=list)


class NoSheet(ValueError):
    """The sheet as a whole cannot be used."""


def rows_of(table: Table, unit: str) -> list[Row]:
    """The rows under known heads. ``unit``: 元, 万 or 亿, for bare numbers of the whole sheet."""
    places: dict[str, int] = {}
    for place, head in enumerate(table.header):
        bare = str(head).split("（")[0].strip() if "（市" not in str(head) else str(head).strip()
        for name, words in HEADS.items():
            if bare in words:
                places.setdefault(name, place)
    if "unit" not in places:
        raise NoSheet("没有找到“县区”或“单位”这一列。")
    if not places.keys() & {"due", "arrived", "spent"}:
        raise NoSheet("没有找到“应到位”“到位”“支出”中的任何一列。")
    if len(table.rows) > MOST:
        raise NoSheet(f"一次最多 {MOST} 行。")
    out: list[Row] = []
    for number, cells in zip(table.row_numbers, table.rows, strict=True):
        row: Row = {"number": number, "unit": ""}
        for name, place in places.items():
            cell = cells[place]
            text = cell.isoformat() if isinstance(cell, date) else str(cell or "").strip()
            if name in ("due", "arrived", "spent") and text:
                text = with_unit(text, unit)
            row[name] = text  # type: ignore[literal-required]
        if row["unit"] and row["unit"] not in ("合计", "总计", "小计"):
            out.append(row)
    return out


def with_unit(text: str, unit: str) -> str:
    """A bare number takes the sheet's unit; one with its own keeps it."""
    bare = text.replace(",", "").replace(" ", "").replace(".", "", 1)
    return f"{text}{unit}" if bare.isdigit() else text


def check(seat: Seat, rows: Sequence[Row]) -> list[Checked]:
    """Each row against the register and the rules; two questions, whatever the count."""
    names: dict[str, int | None] = {}
    bodies = Actor.objects.filter(committee_id=seat.committee_id, kind__in=BODIES, active=True)
    known: list[tuple[str, int]] = []
    for pk, name, short in bodies.values_list("pk", "name", "short"):
        known += [(name, pk), (short, pk)]
    aliases = Alias.objects.filter(committee_id=seat.committee_id, actor__kind__in=BODIES)
    own = {name for name, _ in known}
    for name, pk in known:
        if name:
            names[name] = pk if names.get(name, pk) == pk else None
    # A body's own name is stronger than another's alias.
    for name, pk in aliases.values_list("name", "actor_id"):
        if name not in own:
            names[name] = pk if names.get(name, pk) == pk else None
    seen: dict[tuple[str, int], int] = {}
    out = []
    for row in rows:
        made = Checked(
            int(row["number"]), str(row["unit"]).strip(), note=str(row.get("note") or "")[:300]
        )
        out.append(made)
        if made.name not in names:
            made.errors.append(f"名册里没有“{made.name}”")
        elif names[made.name] is None:
            made.errors.append(f"“{made.name}”对得上不止一个，请写全称")
        else:
            made.unit = names[made.name]
        level = str(row.get("level") or "县级").strip().rstrip("级")
        if level not in LEVELS:
            made.errors.append(f"级次“{level}”不认识，请写中央、省级、市级或县级")
        else:
            made.level = LEVELS[level]
        for kind in FundEntry.Kind.values:
            amount(made, kind, str(row.get(kind) or "").strip())
        if not made.amounts and not made.errors:
            made.errors.append("没有金额")
        made.day = day_of(made, str(row.get("day") or "").strip())
        key = (made.level, made.unit or -made.number)
        if key in seen:
            made.errors.append(f"和第 {seen[key]} 行重复")
        seen.setdefault(key, made.number)
    return out


def amount(made: Checked, kind: str, text: str) -> None:
    """Nought and empty are nothing to enter."""
    if not text or text in ("—", "-", "/"):
        return
    try:
        yuan = amount_of(text)
    except NoAmount as error:
        made.errors.append(f"{FundEntry.Kind(kind).label}：{error}")
        return
    if yuan:
        made.amounts[kind] = text


def day_of(made: Checked, text: str) -> date | None:
    """Empty is today."""
    if not text:
        return None
    try:
        day = date.fromisoformat(text[:10].replace("/", "-").replace(".", "-"))
    except ValueError:
        made.errors.append(f"日期“{text}”看不懂，请按 2026-06-30 写")
        return None
    if day > today():
        made.errors.append("日期晚于今天")
    return day
