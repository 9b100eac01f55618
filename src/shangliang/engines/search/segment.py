"""A part of the shelf: some thousands of texts with their pairs of characters, both ways round."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .pairs import Ints, pairs_of

TITLE = 160  # characters of a title that count


class Segment:
    """Some thousands of texts with their pairs, both ways round."""

    def __init__(self, texts: Sequence[str], titles: Sequence[str]) -> None:
        self.size = len(texts)
        keys, docs = _keyed(texts)
        order = np.argsort(keys, kind="stable")
        self.vocabulary, starts = np.unique(keys[order], return_index=True)
        self.starts = np.append(starts, len(keys)).astype(np.int64)
        self.postings = docs[order].astype(np.int32)
        # Forward: for each text the numbers of its pairs in the vocabulary.
        numbers = np.empty(len(keys), dtype=np.int32)
        numbers[order] = np.repeat(
            np.arange(len(self.vocabulary), dtype=np.int32), np.diff(self.starts)
        )
        self.forward = numbers  # keys were made text by text, so these are in order of texts
        self.offsets = np.searchsorted(docs, np.arange(self.size + 1)).astype(np.int64)
        tkeys, tdocs = _keyed([title[:TITLE] for title in titles])
        self.title_keys = tkeys
        self.title_offsets = np.searchsorted(tdocs, np.arange(self.size + 1)).astype(np.int64)

    def look_up(self, keys: Ints) -> tuple[Ints, NDArray[np.bool_]]:
        """Numbers of keys in the vocabulary, and which of them are there."""
        at = np.searchsorted(self.vocabulary, keys)
        at_safe = np.minimum(at, max(len(self.vocabulary) - 1, 0))
        there = (
            self.vocabulary[at_safe] == keys
            if len(self.vocabulary)
            else np.zeros(len(keys), dtype=bool)
        )
        return at_safe, there

    def counts(self, keys: Ints) -> Ints:
        """In how many texts each key stands."""
        at, there = self.look_up(keys)
        if not len(self.vocabulary):
            return np.zeros(len(keys), dtype=np.int64)
        return np.where(there, self.starts[at + 1] - self.starts[at], 0)

    def having(self, number: int) -> NDArray[np.int32]:
        """The texts that have this pair of the vocabulary."""
        return self.postings[self.starts[number] : self.starts[number + 1]]

    @property
    def bytes(self) -> int:
        return sum(
            a.nbytes
            for a in (
                self.vocabulary, self.starts, self.postings, self.forward, self.offsets,
                self.title_keys, self.title_offsets,
            )
        )  # fmt: skip


def _keyed(texts: Sequence[str]) -> tuple[Ints, Ints]:
    """(key, text number) of every distinct pair of every text, text by text."""
    keys: list[Ints] = []
    docs: list[Ints] = []
    for number, text in enumerate(texts):
        found = pairs_of(text)
        keys.append(found)
        docs.append(np.full(len(found), number, dtype=np.int64))
    if not keys:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty
    return np.concatenate(keys), np.concatenate(docs)
