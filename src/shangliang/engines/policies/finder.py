"""Which policies fit, and why or why not: each reason names its clause."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from .facts import Fact, Facts, words_of
from .rules import Rule

P = TypeVar("P")
UNTOLD = "没有填"


class Verdict(StrEnum):
    """The third answer stands beside the two: who did not tell is not refused, and not promised."""

    FITS = "fits"
    MISSING = "missing"
    NOT = "not"

    @property
    def label(self) -> str:
        return {"fits": "条件都符合", "missing": "还差几项事实", "not": "有条件不符合"}[self.value]


@dataclass(frozen=True)
class Reason:
    """One rule held against the facts. ``holds`` None: what was not told decides."""

    holds: bool | None
    asked: str
    told: str
    clause: str
    lacking: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Finding(Generic[P]):
    """A policy with its answer. ``lacking``: what would have to be told."""

    policy: P
    verdict: Verdict
    reasons: tuple[Reason, ...]

    @property
    def lacking(self) -> tuple[Fact, ...]:
        open_ones = [f for r in self.reasons if r.holds is None for f in r.lacking]
        return tuple(dict.fromkeys(open_ones))


def judge(
    rules: Sequence[Rule], facts: Facts, *, day: date, starts_on: date, ends_on: date | None, period: str
) -> tuple[Verdict, tuple[Reason, ...]]:  # fmt: skip
    """All rules must hold, and the day be within the period; ``period`` is what the dates rest on.

    A rule that fails decides, whatever else was not told; what was not told decides before 符合.
    """
    reasons = [in_time(day, starts_on, ends_on, period)]
    reasons += [reason(rule, facts) for rule in rules]
    found = [r.holds for r in reasons]
    if False in found:
        return Verdict.NOT, tuple(reasons)
    return (Verdict.MISSING if None in found else Verdict.FITS), tuple(reasons)


def in_time(day: date, starts_on: date, ends_on: date | None, period: str) -> Reason:
    """The period as a reason: the only one for which the firm need tell nothing."""
    until = f"到 {ends_on:%Y-%m-%d}" if ends_on else "没有截止日"
    holds = starts_on <= day and (ends_on is None or day <= ends_on)
    return Reason(holds, f"{starts_on:%Y-%m-%d} 起，{until}", f"今天 {day:%Y-%m-%d}", period)


def reason(rule: Rule, facts: Facts) -> Reason:
    """One rule with what was told of its facts."""
    told = []
    for condition in rule.conditions:
        value = facts.get(condition.fact.code)
        words = UNTOLD if value is None else words_of(condition.fact, value)
        told.append(f"{condition.fact.label}{'：' if value is not None else ''}{words}")
    lacking = tuple(c.fact for c in rule.conditions if facts.get(c.fact.code) is None)
    return Reason(
        rule.holds(facts), rule.words, "；".join(dict.fromkeys(told)), rule.clause, lacking
    )


ORDER = {Verdict.FITS: 0, Verdict.MISSING: 1, Verdict.NOT: 2}


def find(findings: Iterable[Finding[P]]) -> list[Finding[P]]:
    """What fits first, then what is open with the fewest facts missing, then the rest; else as given."""
    return sorted(findings, key=lambda f: (ORDER[f.verdict], len(f.lacking)))
