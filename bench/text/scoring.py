"""Scores, and where the measured texts lie."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shangliang.engines.text import Source
from shangliang.engines.text.print_lines import pieces_of
from shangliang.engines.text.wraps import paragraphs_of

HERE = Path(__file__).parent
POLICIES = ("P01", "P03", "P05", "P07", "P09", "P11", "P15")


@dataclass(frozen=True)
class Score:
    """Right, found and wanted; names of what was missed and what was too much."""

    right: int
    found: int
    wanted: int
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def plus(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.found + other.found,
            self.wanted + other.wanted,
            self.missed + other.missed,
            self.extra + other.extra,
        )


def counted(wanted: Iterable[Any], found: Iterable[Any]) -> Score:
    """Two bags compared."""
    want, have = Counter(wanted), Counter(found)
    both = want & have
    return Score(
        sum(both.values()),
        sum(have.values()),
        sum(want.values()),
        tuple(str(x) for x in (want - both).elements()),
        tuple(str(x) for x in (have - both).elements()),
    )


def shared() -> Path | None:
    """Where the source documents lie, or None."""
    named = os.environ.get("SHANGLIANG_SHARED")
    places = [Path(named)] if named else []
    places += [parent / "shared" for parent in HERE.resolve().parents[1:4]]
    return next((p for p in places if (p / "seeds").is_dir()), None)


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)


# -- the two source documents ---------------------------------------------------------------------


def joins(source: Source, starts: set[int], unscored: set[int]) -> Score:
    first = {p.first for p in paragraphs_of(source)}
    lines = [piece.line + 1 for piece in pieces_of(source)]
    lines = [line for line in lines[1:] if line not in unscored]
    right = [line for line in lines if (line in starts) == (line in first)]
    wrong = tuple(str(line) for line in lines if line not in set(right))
    return Score(len(right), len(lines), len(lines), wrong)


def measure_name(name: str) -> str:
    """生产总值增速 and 生产总值 name the same figure."""
    return re.sub(r"(?:增速|增长率|增幅|数量|总数)$", "", name)
