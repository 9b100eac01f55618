"""Counting: each fact against each rule, then the highest of a group, then the caps.

Every line that counts says why in one sentence; every line that does not says that, too. The order
is by date and source, so that a replay gives the same lines to the last cent.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from .facts import Fact
from .table import Rule, Table

CENT = Decimal("0.01")
ZERO = Decimal(0)


def short(value: Decimal) -> str:
    """7.50 as 7.5, -3.00 as −3."""
    text = f"{value.normalize():f}" if value else "0"
    return text.replace("-", "−")


@dataclass(slots=True)
class Line:
    """One fact under one rule. ``why`` is the sentence; ``points`` what counts of it."""

    rule: Rule
    fact: Fact
    raw: Decimal
    points: Decimal
    how: str = ""
    cut: str = ""

    @property
    def why(self) -> str:
        """The one sentence a person can check."""
        day = f"{self.fact.on.month}-{self.fact.on.day}"
        said = f"{day} {self.fact.title or self.rule.label}：{self.rule.label}，{short(self.points)} 分"
        return said + "".join(f"（{part}）" for part in (self.how, self.cut) if part)


@dataclass
class Result:
    """One person's year under one table."""

    person: int
    lines: list[Line] = field(default_factory=list)
    groups: dict[str, Decimal] = field(default_factory=dict)
    total: Decimal = ZERO
    grade: str = ""

    @property
    def counted(self) -> list[Line]:
        return [line for line in self.lines if line.points]


def matches(rule: Rule, fact: Fact) -> bool:
    if (rule.since and fact.on < rule.since) or (rule.until and fact.on > rule.until):
        return False
    return all(fact.of.get(name, "") in wanted for name, wanted in rule.when.items())


def worth(rule: Rule, fact: Fact) -> tuple[Decimal, str]:
    """(points, how they come about) before any cap."""
    role = fact.of.get("role", "")
    if rule.roles:
        if role not in rule.roles:
            return ZERO, ""
        value, how = rule.roles[role], ""
    else:
        value, how = rule.points, ""
    if rule.share == "half_rest" and fact.signers > 1:
        half = value / 2
        if role == "first":
            value, how = half, f"{fact.signers} 人联名，第一提案人得一半"
        else:
            value = half / (fact.signers - 1)
            how = f"{fact.signers} 人联名，其余人平分另一半"
    if rule.per == "half_day":
        value *= fact.halves
        how = f"{fact.halves} 个半天" if fact.halves != 1 else how
    for name, factors in rule.times.items():
        factor = factors.get(fact.of.get(name, ""))
        if factor is not None:
            value *= factor
            how = "，".join(part for part in (how, f"按 {short(factor)} 倍") if part)
    return value.quantize(CENT, ROUND_HALF_UP), how


def lines_of(table: Table, by_what: dict[str, list[Rule]], facts: Sequence[Fact]) -> list[Line]:
    """Every fact under every rule it fits, in order, with "from the nth on" and "at most"."""
    seen: dict[str, int] = defaultdict(int)
    found = []
    for fact in facts:
        for rule in by_what.get(fact.what, ()):
            if not matches(rule, fact):
                continue
            raw, how = worth(rule, fact)
            if not raw:
                continue
            seen[rule.base] += 1
            line = Line(rule, fact, raw, raw, how)
            if seen[rule.base] < rule.nth:
                line.points, line.cut = ZERO, f"第 {rule.nth} 件起才计"
            elif rule.most is not None and seen[rule.base] - rule.nth + 1 > rule.most:
                line.points, line.cut = ZERO, f"一年最多计 {rule.most} 次"
            found.append(line)
    return found


def keep_best(lines: Iterable[Line]) -> None:
    """Of lines with one word only the highest counts; of equal ones the earliest."""
    top: dict[tuple[object, ...], Line] = {}
    for line in lines:
        rule = line.rule
        if not rule.best or not line.points:
            continue
        place: tuple[object, ...] = (rule.best,)
        if rule.best_of == "source":
            place += (line.fact.source_type, line.fact.source_id)
        best = top.get(place)
        if best is None:
            top[place] = line
            continue
        lower = line if line.points <= best.points else best
        if lower is best:
            top[place] = line
        lower.points, lower.cut = ZERO, "同类只计最高的一项"


def hold_caps(table: Table, lines: Iterable[Line]) -> dict[str, Decimal]:
    """Caps of rules, then caps and floors of groups; the line that meets one is cut and says so."""
    by_rule: dict[str, Decimal] = defaultdict(Decimal)
    sums = {key: group.start for key, group in table.groups.items()}
    for line in lines:
        if not line.points:
            continue
        rule = line.rule
        if rule.cap is not None and line.points > 0:
            left = rule.cap - by_rule[rule.base]
            if line.points > left:
                line.points, line.cut = (
                    max(left, ZERO),
                    f"“{rule.label}”一年最多 {short(rule.cap)} 分",
                )
        by_rule[rule.base] += line.points
        group = table.groups.get(rule.group)
        if group is None:
            sums[""] = sums.get("", ZERO) + line.points
            continue
        before = sums[group.key]
        after = before + line.points
        if group.cap is not None and after > group.cap and line.points > 0:
            line.points, line.cut = (
                max(group.cap - before, ZERO),
                f"“{group.label}”最多 {short(group.cap)} 分",
            )
        if group.floor is not None and after < group.floor and line.points < 0:
            line.points, line.cut = (
                min(group.floor - before, ZERO),
                f"“{group.label}”扣到 {short(group.floor)} 分为止",
            )
        sums[group.key] = before + line.points
    return sums


def count(table: Table, facts: Iterable[Fact], people: Iterable[int] = ()) -> dict[int, Result]:
    """person -> result, also for ``people`` without any fact. Pure."""
    by_what: dict[str, list[Rule]] = defaultdict(list)
    for rule in table.rules:
        by_what[rule.what].append(rule)
    own: dict[int, list[Fact]] = {person: [] for person in people}
    for fact in facts:
        own.setdefault(fact.person, []).append(fact)
    out = {}
    for person, rows in own.items():
        rows.sort(key=lambda f: (f.on, f.what, f.source_type, f.source_id))
        result = Result(person, lines_of(table, by_what, rows))
        keep_best(result.lines)
        result.groups = hold_caps(table, result.lines)
        result.total = sum(result.groups.values(), ZERO)
        result.grade = table.grade(result.total)
        out[person] = result
    return out
