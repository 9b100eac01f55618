"""A shelf of texts that knows which are alike: neighbouring characters, rare ones first.

Two steps. The rarest pairs of characters of the query name the candidates; then all pairs, weighed by
rarity, say how much of the query stands in each candidate and of each candidate in the query. Titles
are weighed apart. Arrays only, in segments, so that a million texts fit and adding is quick.

Cost, measured by ``bench/search``: about 1.5 KB of memory a letter of 300 characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from .pairs import Ints, pairs_of
from .segment import TITLE, Segment

Floats = NDArray[np.float64]
Rarity = Callable[[Ints], tuple[Floats, Ints]]
SEGMENT = 100_000
RAREST, FROM_TITLE = 24, 16  # pairs that look for candidates: of the text, of its title
CANDIDATES = 240


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


@dataclass(frozen=True)
class Asked:
    """A question as numbers: its pairs, how telling each is and how many texts have it; its title's."""

    keys: Ints
    weight: Floats
    have: Ints
    title: Ints
    title_weight: Floats


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
        asked = self._asked(query)
        if not len(asked.keys) or not self.segments:
            return []
        parts = [self._compared(number, docs, asked) for number, docs in self._candidates(asked)]
        if not parts:
            return []
        index, score, contained, titles = (
            np.concatenate(some) for some in zip(*parts, strict=True)
        )
        found: list[Near] = []
        for n in np.lexsort((index, -score)):
            at = int(index[n])
            if self.ids[at] == query.id and self.wholes[at] == query.whole:
                continue
            found.append(Near(self.ids[at], float(score[n]), float(contained[n]), float(titles[n]), at))  # fmt: skip
            if len(found) == most:
                break
        return found

    def _asked(self, query: Text) -> Asked:
        keys = pairs_of(query.whole)
        weight, have = self.rarity(keys)
        title = pairs_of(query.title[:TITLE])
        return Asked(keys, weight, have, title, self.rarity(title)[0])

    def _candidates(self, asked: Asked) -> list[tuple[int, Ints]]:
        """Number of a segment and texts in it, ascending: of the best of every segment the best of
        all, so that the costly comparison does not grow with the number of segments."""
        best = [candidates(segment, asked) for segment in self.segments]
        scores = np.concatenate([score for _, score in best])
        least = np.partition(scores, -CANDIDATES)[-CANDIDATES] if len(scores) > CANDIDATES else 0.0
        kept = [(n, docs[score >= least]) for n, (docs, score) in enumerate(best)]
        return [(n, docs) for n, docs in kept if len(docs)]

    def _compared(
        self, number: int, docs: Ints, asked: Asked
    ) -> tuple[Ints, Floats, Floats, Floats]:
        """Of these texts of one segment: index, score, how much of the question each holds, titles."""
        segment = self.segments[number]
        contained, covers = _shares(segment, docs, asked)
        titles = self._title_shares(segment, docs, asked)
        score = mixed(contained, covers, titles if len(asked.title) else None)
        return self.bases[number] + docs, score.round(4), contained.round(4), titles.round(4)

    def _title_shares(self, segment: Segment, docs: Ints, asked: Asked) -> Floats:
        """How alike the titles are: shared rarity over the geometric mean of both."""
        out = np.zeros(len(docs))
        lengths = segment.title_offsets[docs + 1] - segment.title_offsets[docs]
        keys = segment.title_keys[_ranges_of(segment.title_offsets[docs], lengths)]
        if not len(asked.title) or not len(keys):
            return out
        different, back = np.unique(keys, return_inverse=True)
        rarity = self.rarity(different)[0][back]
        at = np.minimum(np.searchsorted(asked.title, keys), len(asked.title) - 1)
        same = asked.title[at] == keys
        starts = _starts(lengths)
        shared = np.add.reduceat(np.append(np.where(same, rarity, 0), 0), starts) * (lengths > 0)
        theirs = np.add.reduceat(np.append(rarity, 0), starts) * (lengths > 0)
        mine = float(asked.title_weight.sum()) or 1.0
        found: Floats = shared / np.sqrt(np.maximum(theirs * mine, 1e-9))
        return found


COPIED = 0.8  # of the query stands in the other: a copy, whatever else the other says


def mixed(contained: Floats, covers: Floats, titles: Floats | None) -> Floats:
    """One score of the parts. Without titles, what stands in the other decides, eased by what the other
    has besides. With titles they weigh most: a title names the matter; but a copied text is a copy."""
    both = np.sqrt(np.maximum(contained * covers, 0))
    if titles is None:
        mix = 0.85 * contained + 0.15 * both
    else:
        mix = 0.3 * (0.3 * contained + 0.7 * both) + 0.7 * titles
    return np.where(contained > COPIED, np.maximum(mix, contained), mix)


def candidates(segment: Segment, asked: Asked) -> tuple[Ints, Floats]:
    """The texts of a segment that share most of the rarest pairs, the title's among them, ascending,
    and how much they share."""
    score = np.zeros(segment.size, dtype=np.float32)
    at, there = segment.look_up(asked.keys)
    usable = np.flatnonzero(there)
    for n in usable[np.argsort(asked.have[usable], kind="stable")[:RAREST]]:
        score[segment.having(at[n])] += asked.weight[n]
    at, there = segment.look_up(asked.title)
    usable = np.flatnonzero(there)
    for n in usable[np.argsort(-asked.title_weight[usable], kind="stable")[:FROM_TITLE]]:
        score[segment.having(at[n])] += asked.title_weight[n]
    hit = np.flatnonzero(score > 0)
    if len(hit) > CANDIDATES:
        hit = np.sort(hit[np.argpartition(-score[hit], CANDIDATES)[:CANDIDATES]])
    return cast("tuple[Ints, Floats]", (hit, score[hit]))


def _shares(segment: Segment, docs: Ints, asked: Asked) -> tuple[Floats, Floats]:
    """How much of the query each text holds, and how much of the text the query holds."""
    at, there = segment.look_up(asked.keys)
    worth = np.zeros(len(segment.vocabulary), dtype=np.float32)
    worth[at[there]] = asked.weight[there]
    lengths = segment.offsets[docs + 1] - segment.offsets[docs]
    values = worth[segment.forward[_ranges_of(segment.offsets[docs], lengths)]]
    starts = _starts(lengths)
    shared = np.add.reduceat(np.append(values, 0), starts) * (lengths > 0)
    number = np.add.reduceat(np.append((values > 0).astype(np.float64), 0), starts) * (lengths > 0)
    total = float(asked.weight.sum()) or 1.0
    return shared / total, number / np.maximum(lengths, 1)


def _starts(lengths: Ints) -> Ints:
    return np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)


def _ranges_of(starts: Ints, lengths: Ints) -> Ints:
    """The positions start..start+length of each, one after another."""
    if not lengths.sum():
        return np.zeros(0, dtype=np.int64)
    ends = np.cumsum(lengths)
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(ends[-1])
