"""A table of points (积分办法): rules with caps, shares and groups, read strictly from data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any


class TableRefused(ValueError):
    """``str()`` says which rule is wrong and how."""


@dataclass(frozen=True)
class Rule:
    """One line of the table.

    ``points`` a time; ``roles`` instead, by the part one had. ``share``: how a joint work is split:
    ``each`` (everybody in full), ``half_rest`` (the first half, the others the rest in equal parts).
    ``per``: ``time`` or ``half_day``. ``nth``: counts from the nth such fact of the year on, ``most``
    at most so many. ``cap``: most a year. ``best``: of all lines with this word only the highest
    counts, in the year or, with ``best_of = source``, for the same thing. ``since``/``until``: a change
    in mid-year. ``times``: multipliers by an attribute's value.
    """

    key: str
    label: str
    what: str
    points: Decimal = Decimal(0)
    roles: Mapping[str, Decimal] = field(default_factory=dict)
    when: Mapping[str, frozenset[str]] = field(default_factory=dict)
    share: str = "each"
    per: str = "time"
    nth: int = 1
    most: int | None = None
    cap: Decimal | None = None
    group: str = ""
    best: str = ""
    best_of: str = "year"
    since: date | None = None
    until: date | None = None
    times: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)
    basis: str = ""

    @property
    def base(self) -> str:
        """``key`` before ``@``: a rule changed in mid-year is two rules with one year's limits."""
        return self.key.partition("@")[0]


@dataclass(frozen=True)
class Group:
    """Lines that are summed together: ``start`` points to begin with, never below ``floor``."""

    key: str
    label: str
    start: Decimal = Decimal(0)
    cap: Decimal | None = None
    floor: Decimal | None = None


@dataclass(frozen=True)
class Table:
    """The whole method, with its source."""

    title: str
    source: str
    rules: tuple[Rule, ...]
    groups: Mapping[str, Group]
    grades: tuple[tuple[Decimal, str], ...] = ()
    note: str = ""

    def grade(self, total: Decimal) -> str:
        """The word for a total; empty where the method has none."""
        for least, word in sorted(self.grades, reverse=True):
            if total >= least:
                return word
        return ""


SHARES, PERS, OFS = ("each", "half_rest"), ("time", "half_day"), ("year", "source")
LARGEST = Decimal(10_000)


def number(text: Any, where: str) -> Decimal:
    """Points as they are written: a string, so that 7.5 is 7.5 and not a float."""
    try:
        value = Decimal(str(text))
    except InvalidOperation as error:
        raise TableRefused(f"{where}：“{text}”不是分数。") from error
    if not value.is_finite() or abs(value) > LARGEST or value != value.quantize(Decimal("0.01")):
        raise TableRefused(f"{where}：分数最多两位小数，不超过 10000。")
    return value


def day(value: Any, where: str) -> date | None:
    if value in (None, ""):
        return None
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError as error:
        raise TableRefused(f"{where}：日期要写成 2026-06-30。") from error


def one_of(value: str, known: tuple[str, ...], where: str) -> str:
    if value not in known:
        raise TableRefused(f"{where}：只能是 {'、'.join(known)}。")
    return value


def rule(row: Mapping[str, Any], groups: Mapping[str, Group]) -> Rule:
    """One rule from data."""
    key = str(row.get("key", ""))
    where = f"规则 {key or '（没有编号）'}"
    if not key or not row.get("label") or not row.get("what"):
        raise TableRefused(f"{where}：编号、名称、事实都要写。")
    unknown = row.keys() - Rule.__dataclass_fields__.keys()
    if unknown:
        raise TableRefused(f"{where}：不认识“{'、'.join(sorted(unknown))}”。")
    group = str(row.get("group", ""))
    if group and group not in groups:
        raise TableRefused(f"{where}：没有“{group}”这一组。")
    when = {
        name: frozenset([values] if isinstance(values, str) else values)
        for name, values in row.get("when", {}).items()
    }
    cap = row.get("cap")
    since, until = day(row.get("since"), where), day(row.get("until"), where)
    if since and until and until < since:
        raise TableRefused(f"{where}：止期早于起期。")
    if cap is not None and number(cap, where) < 0:
        raise TableRefused(f"{where}：一年最多的分不能是负数。")
    return Rule(
        key=key,
        label=str(row["label"]),
        what=str(row["what"]),
        points=number(row.get("points", "0"), where),
        roles={name: number(p, where) for name, p in row.get("roles", {}).items()},
        when=when,
        share=one_of(row.get("share", "each"), SHARES, where),
        per=one_of(row.get("per", "time"), PERS, where),
        nth=int(row.get("nth", 1)),
        most=int(row["most"]) if "most" in row else None,
        cap=None if cap is None else number(cap, where),
        group=group,
        best=str(row.get("best", "")),
        best_of=one_of(row.get("best_of", "year"), OFS, where),
        since=since,
        until=until,
        times={
            name: {value: number(factor, where) for value, factor in factors.items()}
            for name, factors in row.get("times", {}).items()
        },
        basis=str(row.get("basis", "")),
    )


def sound(group: Group) -> None:
    """A floor below the start, a cap above it."""
    if group.floor is not None and group.floor > group.start:
        raise TableRefused(f"组“{group.label}”：扣到的分高于起始分。")
    if group.cap is not None and group.cap < group.start:
        raise TableRefused(f"组“{group.label}”：最多的分低于起始分。")


def read(data: Mapping[str, Any]) -> Table:
    """The table from TOML or JSON. Raises :class:`TableRefused`."""
    groups = {
        key: Group(
            key=key,
            label=str(row.get("label", key)),
            start=number(row.get("start", "0"), f"组 {key}"),
            cap=None if "cap" not in row else number(row["cap"], f"组 {key}"),
            floor=None if "floor" not in row else number(row["floor"], f"组 {key}"),
        )
        for key, row in data.get("group", {}).items()
    }
    for group in groups.values():
        sound(group)
    rules = tuple(rule(row, groups) for row in data.get("rule", ()))
    keys = [r.key for r in rules]
    if len(set(keys)) != len(keys):
        raise TableRefused(f"规则编号重复：{next(k for k in keys if keys.count(k) > 1)}。")
    if not rules:
        raise TableRefused("一条规则也没有。")
    return Table(
        title=str(data.get("title", "")),
        source=str(data.get("source", "")),
        rules=rules,
        groups=groups,
        grades=tuple(
            (number(row["least"], "等次"), str(row["label"])) for row in data.get("grade", ())
        ),
        note=str(data.get("note", "")),
    )
