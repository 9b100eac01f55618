"""A shelf of texts that knows which are alike: neighbouring characters, rare ones first.

Two steps. The rarest pairs of characters of the query name the candidates; then all pairs, weighed by
rarity, say how much of the query stands in each candidate and of each candidate in the query. Titles
are weighed apart. Arrays only, in segments, so that a million texts fit and adding is quick.

Cost, measured by ``bench/search``: about 1.2 KB of memory a letter of 300 characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .pairs import Ints, pairs_of
from .segment import TITLE, Segment

Floats = NDArray[np.float64]
Rarity = Callable[[Ints], tuple[Floats, Ints]]
SEGMENT = 100_000
RAREST = 48  # pairs that look for candidates
CANDIDATES = 120


@dataclass(frozen=True)
class Text:
    """One text. ``title`` may be empty."""

    id: str
    body: str
    title: str = ""

    @property
    def whole(self) -> str:
        return f"{self.title}\n{self.body}" if self.title else self.body


@dataclass(frozen=True)
class Near:
    """A text that is alike. ``score`` 0..1; ``contained``: how much of the query stands in it;
    ``titles``: how alike the titles are."""

    id: str
    score: float
    contained: float
    titles: float
    index: int


class Shelf:
    """Texts added in any number; :meth:`near` finds those like another."""

    def __init__(self, rarity: Rarity | None = None) -> None:
        """``rarity``: how telling pairs are in a larger collection, of which this is a part."""
        self._rarity = rarity
        self.ids: list[str] = []
        self.wholes: list[str] = []
        self.segments: list[Segment] = []
        self.bases: list[int] = []

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, texts: Iterable[Text]) -> None:
        """Put texts on the shelf; a segment for each :data:`SEGMENT` of them."""
        batch: list[Text] = []
        for text in texts:
            batch.append(text)
            if len(batch) == SEGMENT:
                self._segment(batch)
                batch = []
        if batch:
            self._segment(batch)

    def _segment(self, batch: list[Text]) -> None:
        self.bases.append(len(self.ids))
        self.ids += [t.id for t in batch]
        self.wholes += [t.whole for t in batch]
        self.segments.append(Segment([t.whole for t in batch], [t.title for t in batch]))

    def rarity(self, keys: Ints) -> tuple[Floats, Ints]:
        """How much a shared pair tells: log of all texts over those that have it; and how many have."""
        if self._rarity is not None:
            return self._rarity(keys)
        have = np.zeros(len(keys), dtype=np.int64)
        for segment in self.segments:
            have += segment.counts(keys)
        return np.log1p(len(self.ids) / (have + 0.5)), have

    def near(self, query: Text, most: int = 10) -> list[Near]:
        """The most alike, best first. The query itself (same id, same text) is left out."""
        keys = pairs_of(query.whole)
        if not len(keys) or not self.segments:
            return []
        weight, have = self.rarity(keys)
        title_keys = pairs_of(query.title[:TITLE])
        title_weight, _ = self.rarity(title_keys)
        found: list[Near] = []
        for base, segment in zip(self.bases, self.segments, strict=True):
            found += self._in(segment, base, query, keys, weight, have, title_keys, title_weight)
        found.sort(key=lambda n: (-n.score, n.index))
        return found[:most]

    def _in(
        self, segment: Segment, base: int, query: Text, keys: Ints, weight: NDArray[np.float64],
        have: Ints, title_keys: Ints, title_weight: NDArray[np.float64],
    ) -> list[Near]:  # fmt: skip
        candidates = _candidates(segment, keys, weight, have, title_keys, title_weight)
        if not len(candidates):
            return []
        contained, covers = _shares(segment, candidates, keys, weight)
        titles = _title_shares(segment, candidates, title_keys, title_weight, self)
        score = mixed(contained, covers, titles if len(title_keys) else None)
        found = []
        for n, doc in enumerate(candidates):
            index = base + int(doc)
            if self.ids[index] == query.id and self.wholes[index] == query.whole:
                continue
            found.append(
                Near(self.ids[index], round(float(score[n]), 4), round(float(contained[n]), 4),
                     round(float(titles[n]), 4), index)
            )  # fmt: skip
        return found


COPIED = 0.8  # of the query stands in the other: a copy, whatever the titles say


def mixed(contained: Floats, covers: Floats, titles: Floats | None) -> Floats:
    """One score of the parts. Without titles, what stands in the other decides, eased by what the other
    has besides. With titles they weigh most: a title names the matter; but a copied text is a copy."""
    both = np.sqrt(np.maximum(contained * covers, 0))
    if titles is None:
        return 0.75 * contained + 0.25 * both
    mix = 0.3 * (0.3 * contained + 0.7 * both) + 0.7 * titles
    return np.where(contained > COPIED, np.maximum(mix, contained), mix)


def _candidates(
    segment: Segment, keys: Ints, weight: Floats, have: Ints, title_keys: Ints, title_weight: Floats
) -> Ints:
    """Texts that share the rarest pairs, and those of the title."""
    at, there = segment.look_up(keys)
    usable = np.flatnonzero(there)
    rare = usable[np.argsort(have[usable], kind="stable")[:RAREST]]
    score = np.zeros(segment.size, dtype=np.float32)
    for n in rare:
        score[segment.postings[segment.starts[at[n]] : segment.starts[at[n] + 1]]] += weight[n]
    tat, tthere = segment.look_up(title_keys)
    usable_t = np.flatnonzero(tthere)
    for n in usable_t[np.argsort(-title_weight[usable_t], kind="stable")[:16]]:
        score[segment.postings[segment.starts[tat[n]] : segment.starts[tat[n] + 1]]] += (
            title_weight[n]
        )
    hit = np.flatnonzero(score)
    if len(hit) > CANDIDATES:
        hit = hit[np.argpartition(-score[hit], CANDIDATES)[:CANDIDATES]]
    return np.sort(hit)


def _shares(segment: Segment, docs: Ints, keys: Ints, weight: Floats) -> tuple[Floats, Floats]:
    """How much of the query each text holds, and how much of the text the query holds."""
    at, there = segment.look_up(keys)
    worth = np.zeros(len(segment.vocabulary), dtype=np.float32)
    worth[at[there]] = weight[there]
    lengths = segment.offsets[docs + 1] - segment.offsets[docs]
    flat = _ranges_of(segment.offsets[docs], lengths)
    values = worth[segment.forward[flat]]
    shared = np.add.reduceat(np.append(values, 0), _starts(lengths)) * (lengths > 0)
    number = np.add.reduceat(np.append((values > 0).astype(np.float64), 0), _starts(lengths)) * (
        lengths > 0
    )
    total = float(weight.sum()) or 1.0
    return shared / total, number / np.maximum(lengths, 1)


def _title_shares(
    segment: Segment, docs: Ints, title_keys: Ints, weight: Floats, shelf: Shelf
) -> Floats:
    """How alike the titles are: shared rarity over the geometric mean of both."""
    out = np.zeros(len(docs))
    if not len(title_keys):
        return out
    mine = float(weight.sum()) or 1.0
    lengths = segment.title_offsets[docs + 1] - segment.title_offsets[docs]
    keys = segment.title_keys[_ranges_of(segment.title_offsets[docs], lengths)]
    if not len(keys):
        return out
    rarity, _ = shelf.rarity(keys)
    at = np.minimum(np.searchsorted(title_keys, keys), len(title_keys) - 1)
    same = title_keys[at] == keys
    starts = _starts(lengths)
    shared = np.add.reduceat(np.append(np.where(same, rarity, 0), 0), starts) * (lengths > 0)
    theirs = np.add.reduceat(np.append(rarity, 0), starts) * (lengths > 0)
    found: Floats = shared / np.sqrt(np.maximum(theirs * mine, 1e-9))
    return found


def _starts(lengths: Ints) -> Ints:
    return np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)


def _ranges_of(starts: Ints, lengths: Ints) -> Ints:
    """The positions start..start+length of each, one after another."""
    if not lengths.sum():
        return np.zeros(0, dtype=np.int64)
    ends = np.cumsum(lengths)
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(ends[-1])
