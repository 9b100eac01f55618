"""What an answer earns. Plain functions on plain values."""

import hashlib
import unicodedata
from collections.abc import Sequence
from typing import Any, TypeVar

T = TypeVar("T")
# Quotation marks, commas and spaces do not make an answer wrong.
LOOSE = set(" \t\n\u3000,，。、；;：:“”\"'‘’《》()（）")


def bare(words: Any) -> str:
    """Words as they are compared: full width, case and punctuation do not count."""
    text = unicodedata.normalize("NFKC", str(words)).casefold()
    return "".join(c for c in text if c not in LOOSE)


def cleaned(kind: str, given: Any, options: int) -> list[Any]:
    """What came in, as far as it can be an answer at all; anything else is no answer."""
    rows = given if isinstance(given, list) else [given]
    if kind == "fill":
        return [str(x).strip()[:200] for x in rows[:1] if str(x).strip()]
    places = {int(x) for x in rows if str(x).isascii() and str(x).isdigit() and int(x) < options}
    found: list[Any] = sorted(places)
    return (
        found[:1]
        if kind in ("single", "judge") and len(found) == 1
        else (found if kind == "multiple" else [])
    )


def is_right(kind: str, answer: Sequence[Any], given: Sequence[Any]) -> bool:
    """Whether it is wholly right."""
    if not given:
        return False
    if kind == "fill":
        return bare(given[0]) in {bare(word) for word in answer}
    return set(given) == set(answer)


def earned(
    kind: str, answer: Sequence[Any], given: Sequence[Any], points: int, partial: bool = False
) -> int:
    """Points: all for right; half, rounded down, for a multiple choice with none wrong, if so ruled."""
    if is_right(kind, answer, given):
        return points
    if partial and kind == "multiple" and given and set(given) < set(answer):
        return points // 2
    return 0


def shuffled(rows: Sequence[T], *words: object, key: Any = None) -> list[T]:
    """An order of its own for these words, the same whenever asked."""
    salt = ":".join(map(str, words))

    def place(row: T) -> str:
        name = key(row) if key else row
        return hashlib.sha256(f"{salt}:{name}".encode()).hexdigest()

    return sorted(rows, key=place)
