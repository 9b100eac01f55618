"""Where a task comes from, told by the rooms that know: a proposal's title, the ask it answers.

This room knows sources by type and id only (docs/architecture.md). A room that makes tasks
registers how its rows are named for a seat; what the seat may not see is not named.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..procedures.seat import Seat


@dataclass(frozen=True)
class Source:
    """A name and, where the seat may open it, an address."""

    label: str
    title: str = ""
    url: str = ""


# kind of row -> (seat, ids) -> {id: source}: one question for a whole list.
SOURCES: dict[str, Callable[[Seat, list[int]], dict[int, Source]]] = {}


def named(seat: Seat, pairs: Iterable[tuple[str, int | None]]) -> dict[tuple[str, int], Source]:
    """Sources of many rows, one question a kind."""
    by_kind: dict[str, set[int]] = {}
    for kind, pk in pairs:
        if kind and pk is not None:
            by_kind.setdefault(kind, set()).add(pk)
    found: dict[tuple[str, int], Source] = {}
    for kind, ids in by_kind.items():
        if kind in SOURCES:
            found |= {(kind, pk): row for pk, row in SOURCES[kind](seat, sorted(ids)).items()}
    return found


# kind of row -> the word the board filters by. A room may add its own.
SOURCE_NAMES: dict[str, str] = {
    "recommendation": "提案承诺",
    "submission": "提案",
    "answer": "提案承诺",
    "consultation": "协商",
    "topic": "协商",
    "council": "协商",
    "agreement": "协商",
    "session": "协商",
    "activity": "视察调研",
    "finding": "视察发现",
    "instruction": "批示",
    "gap": "差距",
    "clause": "文件条款",
    "proposed": "文件条款",
    "extract": "文件条款",
    "meeting": "会议",
    "call": "会议",
    "sitting": "会议",
    "voice": "社情民意",
    "report": "社情民意",
    "reason": "资金",
    "fund": "资金",
    "subject": "对象",
    "task": "任务分解",
    "": "其他",
}
