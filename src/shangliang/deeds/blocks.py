"""The four blocks of a record (实绩表): took part, put forward, adopted, effect. Views over facts.

Volume never outranks effect (catalogue E15): whoever orders records orders by effect first, then by
what was adopted, then by what was put forward, then by presence.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from ..engines.points import Fact
from .models import Deed

LABELS = {
    "attended": "出席",
    "absent": "缺席",
    "on_leave": "请假",
    "late": "迟到",
    "proposal_submitted": "提案",
    "proposal_filed": "提案立案（含并案）",
    "proposal_to_report": "提案转社情民意",
    "proposal_key": "重点提案",
    "proposal_excellent": "优秀提案",
    "report_submitted": "社情民意、微调研",
    "report_adopted": "社情民意被采用",
    "card": "视察观察卡",
    "effect": "经核实的成效",
    **dict(Deed.What.choices),
}
PUT = ("proposal_submitted", "report_submitted", "card", "speech_oral", "speech_written", "research_report", "article")  # fmt: skip
ADOPTED = ("proposal_filed", "proposal_to_report", "proposal_key", "proposal_excellent", "report_adopted")  # fmt: skip
OTHER = ("charity", "project_served", "household_helped", "upper_activity", "award")
PART = ("attended", "on_leave", "absent")
# (key, name, what it holds)
BLOCKS = (
    ("part", "参加", (*PART, *OTHER)),
    ("put", "提出", PUT),
    ("adopted", "采纳", ADOPTED),
    ("effect", "成效", ("effect",)),
)


@dataclass
class Record:
    """One person's year, counted from facts."""

    person: int
    year: int
    by_what: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))

    def n(self, *whats: str) -> int:
        """How many; a thing that became several lines of one kind counts once a line."""
        return sum(len(self.by_what.get(what, ())) for what in whats)

    @property
    def base(self) -> int:
        """What one was to attend: invited in time, not on leave granted."""
        return self.n("attended", "absent")

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.n("attended"), self.base) if self.base else None

    @property
    def counts(self) -> dict[str, int]:
        """The numbers one confirms."""
        return {what: len(rows) for what, rows in sorted(self.by_what.items()) if rows}

    @property
    def effects(self) -> int:
        """Different effects: two signatures under one effect are one."""
        return len({f.key for f in self.by_what.get("effect", ())})

    @property
    def order_key(self) -> tuple[int, int, int, int]:
        """Effect first. 40 empty notes never lift above one solved proposal."""
        return (self.effects, self.n(*ADOPTED), self.n(*PUT), self.n("attended"))

    def block(self, key: str) -> list[tuple[str, str, list[Fact]]]:
        """(what, name, facts) of one block, in the order of the form."""
        whats = next(whats for name, _, whats in BLOCKS if name == key)
        return [(w, LABELS[w], self.by_what[w]) for w in whats if self.by_what.get(w)]


def records(facts: Iterable[Fact], year: int, people: Iterable[int] = ()) -> dict[int, Record]:
    """person -> record; also for ``people`` of whom there is nothing yet."""
    out = {person: Record(person, year) for person in people}
    for fact in facts:
        out.setdefault(fact.person, Record(fact.person, year)).by_what[fact.what].append(fact)
    return out
