"""Neighbouring characters as numbers: what the shelf counts and compares.

A pair is one number, the code point of the first and of the second, so that whole texts are arrays.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from .fold import fold
from .stock import without_stock
from .tokens import HAN, RUN

Ints = NDArray[np.int64]
SHIFT = 21  # bits of a code point


def _is_word() -> NDArray[np.bool_]:
    table = np.zeros(0x110000, dtype=bool)
    for char in range(0x250):  # letters and digits of the West
        table[char] = bool(RUN.match(chr(char)))
    for first, last in _ranges(HAN):
        table[first : last + 1] = True
    table[0x370:0x590] = True  # Greek, Cyrillic, Armenian
    return table


def _ranges(spec: str) -> Iterable[tuple[int, int]]:
    at = 0
    while at < len(spec):
        if at + 2 < len(spec) and spec[at + 1] == "-":
            yield ord(spec[at]), ord(spec[at + 2])
            at += 3
        else:
            yield ord(spec[at]), ord(spec[at])
            at += 1


_WORD = _is_word()


def codes_of(text: str) -> Ints:
    """Code points of a folded text."""
    return np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.int64)


def pair_keys(codes: Ints) -> Ints:
    """A key for each two neighbours that are both characters of words."""
    if len(codes) < 2:
        return codes[:0]
    good = _WORD[codes]
    both = good[:-1] & good[1:]
    found: Ints = ((codes[:-1] << SHIFT) | codes[1:])[both]
    return found


def pairs_of(text: str) -> Ints:
    """The distinct pairs of a text without stock phrases, sorted."""
    return np.unique(pair_keys(codes_of(without_stock(fold(text)))))
