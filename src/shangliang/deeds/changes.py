"""What changes between two tables of points, in plain words, rule by rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..engines.points import Group, Rule, Table
from ..engines.points.count import short
from .blocks import LABELS
from .wording import how, say_points

NONE = "（没有）"


@dataclass(frozen=True)
class Change:
    """One line of the difference."""

    label: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.label}：{self.before} → {self.after}"


def sentence(rule: Rule, groups: dict[str, str]) -> str:
    """A rule in one line: what, how many points, under which conditions."""
    parts = [f"{LABELS.get(rule.what, rule.what)} {say_points(rule)} 分", *how(rule)]
    if rule.group:
        parts.append(f"计入{groups.get(rule.group, rule.group)}")
    return "；".join(parts)


def group_line(group: Group) -> str:
    said = []
    if group.start:
        said.append(f"起始 {short(group.start)} 分")
    if group.cap is not None:
        said.append(f"最多 {short(group.cap)} 分")
    if group.floor is not None:
        said.append(f"扣到 {short(group.floor)} 分为止")
    return "，".join(said) or "不设上限"


def changes(old: Table | None, new: Table) -> list[Change]:
    """In the order of the new table; what falls away comes last. Empty when nothing differs."""
    return list(found(old, new)) if old is not None else []


def found(old: Table, new: Table) -> Iterator[Change]:
    if old.title != new.title:
        yield Change("名称", old.title, new.title)
    if old.source != new.source:
        yield Change("出处", old.source or NONE, new.source or NONE)
    was = {g.label: group_line(g) for g in old.groups.values()}
    now = {g.label: group_line(g) for g in new.groups.values()}
    yield from pairs("组：", was, now)
    before, after = lines(old), lines(new)
    for key, (label, said) in after.items():
        if key not in before:
            yield Change(label, NONE, said)
        elif before[key][1] != said:
            yield Change(label, before[key][1], said)
    for key, (label, said) in before.items():
        if key not in after:
            yield Change(label, said, "（去掉）")
    was = {word: f"{short(least)} 分起" for least, word in old.grades}
    now = {word: f"{short(least)} 分起" for least, word in new.grades}
    yield from pairs("等次：", was, now)


def pairs(head: str, was: dict[str, str], now: dict[str, str]) -> Iterator[Change]:
    for label in dict.fromkeys([*now, *was]):
        before, after = was.get(label, NONE), now.get(label, "（去掉）")
        if before != after:
            yield Change(f"{head}{label}", before, after)


def lines(table: Table) -> dict[str, tuple[str, str]]:
    """key -> (name, sentence)."""
    groups = {key: g.label for key, g in table.groups.items()}
    return {r.key: (r.label, sentence(r, groups)) for r in table.rules}
