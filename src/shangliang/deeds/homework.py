"""委员三作：作品、作文、作业 (S-054): so many of each a year, counted from facts, each with its link.

The numbers are the office's: they stand in the year's method of points, and one of each where it says
nothing. A sheet is no ranking; what was done counts, whatever its size.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..engines.points import Fact
from .blocks import Record
from .sources import address_of

# (key, name, what it is, the facts that count)
WORKS = (
    ("work", "作品", "调研报告、社情民意、微调研", ("research_report", "report_submitted")),
    ("essay", "作文", "提案、大会发言、文史稿件",
     ("proposal_submitted", "speech_oral", "speech_written", "article")),
    ("task", "作业", "公益、服务企业项目、结对帮扶", ("charity", "project_served", "household_helped")),
)  # fmt: skip
DEFAULT = {"work": 1, "essay": 1, "task": 1}


@dataclass(frozen=True)
class Work:
    """One of the three: how many are asked, what was done."""

    key: str
    name: str
    about: str
    asked: int
    done: list[tuple[Fact, str]]

    @property
    def enough(self) -> bool:
        return len(self.done) >= self.asked


def asked_of(body: Mapping[str, Any] | None) -> dict[str, int]:
    """The office's numbers from the year's method."""
    given = (body or {}).get("homework") or {}
    return {key: int(given.get(key, n)) for key, n in DEFAULT.items()}


def homework(record: Record, body: Mapping[str, Any] | None) -> list[Work]:
    """The sheet of one member's year; a proposal signed after another is not one's own essay."""
    asked, found = asked_of(body), []
    for key, name, about, whats in WORKS:
        facts = [f for what in whats for f in record.by_what.get(what, ()) if own(f)]
        if asked[key]:
            found.append(Work(key, name, about, asked[key], [(f, address_of(f)) for f in facts]))
    return found


def own(fact: Fact) -> bool:
    return fact.of.get("role", "first") in ("first", "drafter")
