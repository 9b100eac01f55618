"""What changes between two versions, in plain words: 平时提案答复时限：90日 → 60日."""

from dataclasses import dataclass

from .body import ProposalRules
from .words import Section, read

NONE = "（没有）"


@dataclass(frozen=True)
class Change:
    """One rule that differs. ``kind``: changed, added, removed, or basis (only where it comes from)."""

    section: str
    label: str
    before: str
    after: str
    kind: str = "changed"

    def __str__(self) -> str:
        return f"{self.label}：{self.before} → {self.after}"


def diff(old: ProposalRules, new: ProposalRules) -> list[Change]:
    """Changes in the order of the reading page; order alone is one change of its own."""
    before, after = read(old), read(new)
    found: list[Change] = []
    for was, now in zip(before, after, strict=True):
        found += _section(was, now)
    if not found and old != new:
        found.append(Change("其他", "次序与出处", "原来的排法", "条目次序或出处有改动，规则未变"))
    return found


def _section(was: Section, now: Section) -> list[Change]:
    old = {line.key: line for line in was.lines}
    new = {line.key: line for line in now.lines}
    found = []
    for line in now.lines:
        if line.key not in old:
            if not line.shown:
                continue  # goes without saying beside the line it belongs to
            found.append(Change(now.title, line.label, NONE, line.value, "added"))
        elif old[line.key].value != line.value:
            found.append(Change(now.title, line.label, old[line.key].value, line.value))
        elif old[line.key].basis != line.basis:
            label = f"{line.label}的依据"
            was_said, said = old[line.key].basis or NONE, line.basis or "（删去）"
            found.append(Change(now.title, label, was_said, said, "basis"))
    found += [
        Change(now.title, line.label, line.value, "（删去）", "removed")
        for line in was.lines
        if line.key not in new and line.shown
    ]
    return found
