"""How common each pair of characters is in a committee's texts: what rare means when comparing.

Counted when the index is built and each night, from at most :data:`SAMPLE` texts, and kept as two
arrays; a process reads it again after ten minutes. Before the first count every pair is as rare.
"""

import time
import zlib

import numpy as np
from django.db.models import Case, F, FloatField, OuterRef, Subquery, Value, When
from numpy.typing import NDArray

from ..engines.search.pairs import Ints, pairs_of
from .models import IndexState, Learned, Row, Threshold

SAMPLE = 20_000
FRESH = 600.0  # seconds
KIND = "pairs"
# Shipped threshold. Of pairs of public letters judged by hand (bench/search/judged.json) the share on one
# matter is what MEASURED says, by threshold; an office sets its own and sees its own share.
ALIKE = 0.50
# Of it, enough beside a form: a draft of a title and two sentences shares little yet.
BESIDE = 0.4
MEASURED = ((0.34, 83), (0.42, 87), (0.50, 90), (0.60, 99))
_held: dict[int, tuple[float, "Seen"]] = {}


def forget() -> None:
    """Read everything anew."""
    _held.clear()


class Seen:
    """Sorted keys with their counts, out of ``texts`` texts."""

    def __init__(
        self, keys: Ints, counts: NDArray[np.int64], texts: int, floor: float, rows: int = 0
    ) -> None:
        self.keys, self.counts, self.texts = keys, counts, texts
        self.rows = rows  # of the index
        self.floor = floor  # how alike before it is shown: what the office set, else ours

    @property
    def off(self) -> bool:
        """Whether the office switched suggestions off."""
        return self.floor > 1

    @property
    def near(self) -> float:
        """How alike before it is shown beside a form, where it is a help and no alert."""
        return self.floor if self.off else self.floor * BESIDE

    @property
    def scale(self) -> float:
        """How many rows of the whole index stand for one of the texts counted."""
        return max(1.0, self.rows / max(self.texts, 1))

    @property
    def built(self) -> bool:
        """Whether there is an index to compare by."""
        return self.texts > 0

    def have(self, keys: Ints) -> NDArray[np.int64]:
        """In how many of the texts each pair stands."""
        if not len(self.keys):
            return np.zeros(len(keys), dtype=np.int64)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        found: NDArray[np.int64] = np.where(self.keys[at] == keys, self.counts[at], 0)
        return found

    def rarity(self, keys: Ints) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        have = self.have(keys)
        return np.log1p(max(self.texts, 1000) / (have + 0.5)), have


def count(committee_id: int) -> int:
    """Count anew from the newest texts of the index. Returns how many texts."""
    rows = Row.objects.filter(committee_id=committee_id).order_by("-pk")
    found: list[Ints] = []
    texts = 0
    for folded in rows.values_list("folded", flat=True)[:SAMPLE].iterator(chunk_size=500):
        found.append(pairs_of(folded))
        texts += 1
    if found:
        keys, counts = np.unique(np.concatenate(found), return_counts=True)
        keep = counts > 1  # once is as rare as never
        keys, counts = keys[keep], counts[keep]
    else:
        keys = counts = np.zeros(0, dtype=np.int64)
    body = keys.astype(np.int64).tobytes() + counts.astype(np.int64).tobytes()
    Learned.objects.update_or_create(
        committee_id=committee_id,
        kind=KIND,
        defaults={"examples": texts, "body": zlib.compress(body, 6)},
    )
    _held.pop(committee_id, None)
    return texts


def seen(committee_id: int) -> Seen:
    """The counts, at most ten minutes old."""
    held = _held.get(committee_id)
    now = time.monotonic()
    if held and now - held[0] < FRESH:
        return held[1]
    mine = Threshold.objects.filter(committee_id=OuterRef("committee_id"))
    set_at = mine.annotate(
        floor=Case(When(on=True, then=F("alike")), default=Value(2.0), output_field=FloatField())
    ).values("floor")
    state = IndexState.objects.filter(committee_id=OuterRef("committee_id"))
    row = (
        Learned.objects.filter(committee_id=committee_id, kind=KIND)
        .annotate(floor=Subquery(set_at), rows=Subquery(state.values("rows")))
        .first()
    )
    empty = np.zeros(0, dtype=np.int64)
    if row is None:
        floor = mine_only(committee_id)
        made = Seen(empty, empty, 0, floor)
    else:
        both = np.frombuffer(zlib.decompress(bytes(row.body)), dtype=np.int64)
        half = len(both) // 2
        made = Seen(both[:half], both[half:], row.examples, row.floor or ALIKE, row.rows or 0)
    _held[committee_id] = (now, made)
    return made


def mine_only(committee_id: int) -> float:
    """What the office set before anything was counted."""
    row = Threshold.objects.filter(committee_id=committee_id).first()
    return ALIKE if row is None else row.alike if row.on else 2.0
