"""Similar cases (相近): the index names candidates by rare pairs, the engine weighs them, people judge.

A case is never like itself or its group: the caller hands over the rows that may be shown, without
the case's kin. Stock phrases of the trade count for nothing (engines.search.stock).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from ..engines.search.matching import Match, matches, phrases
from ..engines.search.shelf import SHIFT, Shelf, Text, pairs_of
from ..engines.search.tokens import IN_TITLE, OF_COMMITTEE, OF_KIND
from .models import Row
from .pairs_seen import Seen, seen
from .sources import ASIDE
from .store import joined, quoted

RAREST, FROM_TITLE = 20, 10
CANDIDATES = 120
COMMONEST = 0.2  # a pair in more texts than this share names no candidate


@dataclass(frozen=True)
class Alike:
    """A similar thing: how much (0..1), why in words, and the sentences that say the same."""

    object_id: int
    score: float
    phrases: tuple[str, ...]
    matches: tuple[Match, ...]

    @property
    def why(self) -> str:
        said = "".join(f"“{p}”" for p in self.phrases)
        return f"同提{said}" if said else "文字相近"


def token_of(key: int) -> str:
    """The pair of characters a key stands for, as the index has it; pairs inside words have none."""
    one, two = chr(key >> SHIFT), chr(key & ((1 << SHIFT) - 1))
    return one + two if not (one.isascii() or two.isascii()) else ""


def sought(text: Text, known: Seen) -> list[tuple[str, float]]:
    """The rarest pairs with their worth: those of the title as title words, those of the text."""
    out: list[tuple[str, float]] = []
    for said, most, mark in ((text.title, FROM_TITLE, IN_TITLE), (text.whole, RAREST, "")):
        keys = pairs_of(said)
        if not len(keys):
            continue
        worth, have = known.rarity(keys)
        usable = have <= max(30, COMMONEST * known.texts)
        order = [n for n in np.argsort(have, kind="stable") if usable[n]]
        # A pair met nowhere before is most likely this text's own: those met come first.
        order.sort(key=lambda n: (have[n] == 0, have[n]))
        tokens = [(token_of(int(keys[n])), float(worth[n])) for n in order]
        out += [(mark + token, w) for token, w in tokens if token][:most]
    return out


def candidates(committee_id: int, kind: str, wanted: list[tuple[str, float]]) -> RawSQL:
    """The keys of the index rows with most rare pairs in common, as a part of a question."""
    common = [quoted(f"{OF_COMMITTEE}{committee_id}", False), quoted(f"{OF_KIND}{kind}", False)]
    sqlite = connection.vendor == "sqlite"
    one = (
        "SELECT rowid AS id, %s AS w FROM search_gram WHERE search_gram MATCH %s"
        if sqlite
        else "SELECT id, %s::float AS w FROM search_row WHERE committee_id = %s AND grams @@ %s::tsquery"
    )
    parts, params = [], []
    for token, worth in wanted:
        parts.append(one)
        expression = joined([*common, quoted(token, False)], True)
        params += [worth, expression] if sqlite else [worth, committee_id, expression]
    sql = (
        f"SELECT id FROM ({' UNION ALL '.join(parts)}) AS hits"  # noqa: S608 - parts are ours
        f" GROUP BY id ORDER BY SUM(w) DESC, id DESC LIMIT {CANDIDATES}"
    )
    return RawSQL(sql, params)  # noqa: S611


def alike(
    committee_id: int,
    title: str,
    body: str,
    rows: QuerySet[Any],
    *,
    kind: str = "proposal",
    most: int = 5,
    least: float | None = None,
) -> list[Alike]:
    """The most similar of ``rows``, best first; one question. Empty when nothing is alike enough.

    ``least``: how alike at least, else what the office set.
    """
    known = seen(committee_id)
    text = Text("", body, title)
    wanted = sought(text, known) if known.built else []
    if not wanted:
        return []
    found = (
        Row.objects.filter(committee_id=committee_id, kind=kind)
        .filter(pk__in=candidates(committee_id, kind, wanted))
        .filter(object_id__in=rows.order_by().values("pk"))
        .values_list("object_id", "title", "body")
    )
    shelf = Shelf(known.rarity)
    shelf.add(Text(str(pk), theirs.split(ASIDE)[0], name) for pk, name, theirs in found)
    floor = known.floor if least is None else least
    out: dict[int, Alike] = {}
    for hit in shelf.near(text, CANDIDATES):
        object_id = int(hit.id)
        if hit.score < floor or object_id in out or len(out) == most:
            continue
        other = shelf.wholes[hit.index]
        both = matches(text.whole, other, 3)
        named = phrases(text.title, other, 3) or (both[0].phrases if both else ())
        out[object_id] = Alike(object_id, hit.score, named, tuple(both))
    return list(out.values())


def built(committee_id: int) -> bool:
    """Whether there is an index to compare by."""
    return seen(committee_id).built
