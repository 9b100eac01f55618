"""What a reading finds: plain records, each with its place in the source."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Place:
    """A stretch of one paragraph of one speech, and the source lines it covers."""

    document: int
    paragraph: int
    start: int
    end: int
    lines: tuple[int, int]


@dataclass(frozen=True)
class Task:
    """A demand of the text. ``kind`` is hard (someone named, something to do) or soft."""

    text: str
    action: str
    object: str
    lead: tuple[str, ...]
    partners: tuple[str, ...]
    deadline: str
    due: str
    quantity: str
    kind: str
    section: str
    reason: str
    place: Place
    confidence: float = 1.0


@dataclass(frozen=True)
class Indicator:
    """A measured figure. ``value`` is signed; a range has ``high`` too.

    ``period`` is the text's own word, ``when`` what it means by the document's anchor: two ISO days
    with "/" between, "" where nobody can say.
    """

    region: str
    indicator: str
    value: float | None
    high: float | None
    unit: str
    period: str
    comparison: str
    kind: str
    text: str
    place: Place
    note: str = ""
    when: str = ""


@dataclass(frozen=True)
class Gap:
    """A shortfall somebody is said to have, with the target set against it where one is stated."""

    subject: str
    text: str
    target: str
    place: Place


@dataclass(frozen=True)
class Flag:
    """A doubt: what is odd, why, and what a person may do. The text is never changed."""

    kind: str
    text: str
    why: str
    suggestion: str
    lines: tuple[int, int]


@dataclass
class Findings:
    """Everything of one file."""

    tasks: list[Task] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
