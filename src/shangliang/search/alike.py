"""Similar cases (相近): the index names candidates by rare pairs, the engine weighs them, people judge.

A case is never like itself or its group: the caller hands over the rows that may be shown, without
the case's kin. Stock phrases of the trade count for nothing (engines.search.stock).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.expressions import RawSQL

from ..engines.search.matching import Match, matches, phrases
from ..engines.search.pairs import SHIFT, pairs_of
from ..engines.search.shelf import Shelf, Text
from ..engines.search.tokens import IN_TITLE, OF_COMMITTEE
from .models import Row
from .pairs_seen import Seen, seen
from .sources import ASIDE
from .tokens_asked import joined, mostly_own, quoted

RAREST, FROM_TITLE, FEWEST = 20, 10, 8
CANDIDATES, POOL = 120, 600
POSTINGS = 40_000  # rows that the rare pairs may name together
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
    costs: list[int] = []
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
        costs += [int(have[n]) for n, (token, _) in zip(order, tokens, strict=True) if token][:most]
    named = 0.0
    kept: list[tuple[str, float]] = []
    for cost, pair in sorted(zip(costs, out, strict=True), key=lambda both: both[0]):
        named += cost * known.scale
        if len(kept) >= FEWEST and named > POSTINGS:
            break
        kept.append(pair)
    return kept


def candidates(committee_id: int, kind: str, wanted: list[tuple[str, float]]) -> RawSQL:
    """The keys of the index rows with most rare pairs in common, as a part of a question: the best of
    all kinds first, of them those of this kind, which spares looking at every row that has one pair."""
    common = [] if mostly_own(committee_id) else [quoted(f"{OF_COMMITTEE}{committee_id}", False)]
    sqlite = connection.vendor == "sqlite"
    one = (
        "SELECT rowid AS id, %s AS w FROM search_gram WHERE search_gram MATCH %s"
        if sqlite
        else "SELECT id, %s::float AS w FROM search_row WHERE grams @@ %s::tsquery"
    )
    params: list[Any] = []
    for token, worth in wanted:
        params += [worth, joined([*common, quoted(token, False)], True)]
    hits = " UNION ALL ".join([one] * len(wanted))
    best = f"SELECT id, SUM(w) AS w FROM ({hits}) AS hits GROUP BY id ORDER BY SUM(w) DESC, id DESC LIMIT {POOL}"  # noqa: S608, E501 - ours
    # CROSS JOIN: SQLite takes the few in their order, looks up each and stops at the last it needs;
    # asked for the order again, it would look up all of them first.
    order = "" if sqlite else " ORDER BY best.w DESC, best.id DESC"
    sql = (
        f"SELECT best.id FROM ({best}) AS best CROSS JOIN search_row AS r"  # noqa: S608 - ours
        f" WHERE r.id = best.id AND r.committee_id = %s AND r.kind = %s{order} LIMIT {CANDIDATES}"
    )
    return RawSQL(sql, [*params, committee_id, kind])  # noqa: S611


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
        .filter(Exists(rows.order_by().filter(pk=OuterRef("object_id"))))  # of each, not of all
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
