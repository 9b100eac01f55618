"""The one tokenizer of all indexes: neighbouring characters of Chinese, words of letters, numbers.

Pairs of characters find every word without a dictionary, new names and rare characters too; what is
longer than a pair is checked against the text afterwards, so that a hit is always really there.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from .fold import fold

VERSION = 2  # of what an index holds; one of another version is built again (2: a row's field)
HAN = "〇㐀-䶿一-鿿豈-﫿𠀀-𲎯"
RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
IS_HAN = re.compile(rf"[{HAN}]")
LONGEST_WORD = 40
# Marks before a token, from Unicode's private area, so that they meet no text.
IN_TITLE, OF_COMMITTEE, OF_KIND, IS_KEY = "\ue000", "\ue001", "\ue002", "\ue003"


def runs(folded: str) -> Iterator[str]:
    """Stretches of Chinese, and words of letters and digits."""
    for found in RUN.finditer(folded):
        yield found.group()


def grams_of_run(run: str) -> list[str]:
    """A pair for each two neighbours; the last character stands alone, so that one character is the
    beginning of some token wherever it occurs."""
    if not IS_HAN.match(run):
        return [run[:LONGEST_WORD]]
    return [run[i : i + 2] for i in range(len(run))]


def grams(folded: str) -> set[str]:
    """All tokens of a folded text."""
    found: set[str] = set()
    for run in runs(folded):
        found.update(grams_of_run(run))
    return found


@cache
def _cutter() -> Any:
    import rjieba

    return rjieba


def words(text: str) -> list[str]:
    """Words of a text by dictionary, punctuation and blanks left out (rjieba, MIT)."""
    return [w for w in _cutter().cut(fold(text)) if RUN.match(w)]
