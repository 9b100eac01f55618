"""Searching: what answers a query, in which order, with the passage that answers.

The order prefers what stands in the title and what is recent. It is computed here and not by the
database, so that every database gives the same one: from the newest hits in titles and the newest
hits anywhere (:data:`MOST` of each), which is all there are for every query but the broadest.
"""

import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import DatabaseError

from ..engines.search.fold import fold
from ..engines.search.passages import Piece, marked, passage, places
from ..engines.search.query import Query, parse
from ..engines.search.tokens import IS_KEY, runs
from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from .models import Row
from .permission import Written, allowed, written
from .sources import SOURCES, url_of
from .tokens_asked import Plan, candidates

MOST = 300
READ = 60  # whose text is looked into for the order
PAGE = 20


@dataclass(frozen=True)
class Filters:
    """What the address narrows by."""

    kind: str = ""
    years: tuple[int, int] | None = None
    in_title: bool = False


@dataclass(frozen=True)
class Hit:
    """One result as a page shows it."""

    kind: str
    label: str
    object_id: int
    url: str
    note: str
    day: date
    title: list[Piece]
    passage: list[Piece]
    score: float


@dataclass
class Found:
    """A page of results, with what was cut off said."""

    query: Query
    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    more: bool = False  # there are more than ``total``
    kinds: list[tuple[str, str, int]] = field(default_factory=list)  # kind, label, count
    loosened: bool = False  # nothing has all words; these have most
    degraded: bool = False  # the tokens are not to be had; texts were read one by one
    took_ms: float = 0.0
    notes: list[str] = field(default_factory=list)


def worth(row: dict[str, Any], query: Query, day: date) -> float:
    """How well a row answers by its title and its day; :func:`in_body` adds what its text says."""
    title = fold(row["title"])
    score = 0.0
    keys = row["keys"]
    for term in query.terms:
        if any(f" {k.removeprefix(IS_KEY)} " in keys for k in term.keys):
            score += 100  # the number or the name itself
        elif any(f" {k.removeprefix(IS_KEY)}" in keys for k in term.keys):
            score += 40
    if query.whole and query.as_one.search(title):
        flat = "".join(runs(title))
        score += 80 if flat == query.whole else 40 + 10 * len(query.whole) / len(flat)
    inside = [term for term in query.terms if term.text in title]
    if query.terms:
        share = sum(len(t.text) for t in inside) / sum(len(t.text) for t in query.terms)
        score += 24 * share + (8 if share == 1 else 0)
    age = max(0.0, (day - row["day"]).days / 365.25)
    score += 6 / (1 + age)
    return score + SOURCES[row["kind"]].weight


def in_body(folded: str, query: Query) -> float:
    """The words as one piece, else how close they stand; repeated words count a little."""
    texts = [t.text for t in query.terms]
    score = 0.0
    if len(query.whole) > 3 and query.as_one.search(folded):
        score += 12
    marks = places(folded, texts, 400)
    if not marks:
        return score
    score += min(4.0, len(marks) / 2)
    have = sum(1 for t in texts if t in folded)
    score += 10 * have / len(texts)
    if len(texts) > 1:
        best = 0
        for n, (start, _) in enumerate(marks):
            window = folded[start : start + 60]
            best = max(best, sum(t in window for t in texts))
            if best == len(texts) or n > 60:
                break
        score += 10 * best / len(texts)
    return score


def ask(query: Query, seat: Seat, flt: Filters, found: Found) -> dict[int, dict[str, Any]]:
    """Rows that answer, by key; says in ``found`` whether there are more."""
    condition = written(seat, [flt.kind] if flt.kind else list(SOURCES))
    common: dict[str, Any] = {"kind": flt.kind, "years": flt.years, "most": MOST}
    rows: dict[int, dict[str, Any]] = {}
    plans = [Plan(query.terms, title=True)]
    if not flt.in_title:
        plans.append(Plan(query.terms))
    for plan in plans:
        got = candidates(plan, seat.committee_id, condition, **common)
        found.more |= len(got) == MOST
        rows.update((row["pk"], row) for row in got)
    if not rows and len(query.terms) > 1 and not any(t.quoted for t in query.terms):
        rows = loosened(query, seat, condition, common)
        found.loosened = bool(rows)
    return rows


def loosened(
    query: Query, seat: Seat, condition: Written, common: dict[str, Any]
) -> dict[int, Any]:
    """Where nothing has all words: what lacks one of them, or two."""
    terms = query.terms[:8]
    for lacking in range(1, min(3, len(terms) - 1) + 1):
        plan = Plan(terms, all_but=lacking)
        if got := candidates(plan, seat.committee_id, condition, **common):
            return {row["pk"]: row for row in got}
    return {}


def by_reading(query: Query, seat: Seat, flt: Filters) -> dict[int, dict[str, Any]]:
    """Without the tokens: the texts themselves, one by one. Slow and true."""
    rows = Row.objects.filter(committee_id=seat.committee_id).filter(allowed(seat, flt.kind))
    for term in query.terms:
        rows = rows.filter(folded__contains=term.text)
    if flt.kind:
        rows = rows.filter(kind=flt.kind)
    got = rows.order_by("-pk").values("pk", "kind", "object_id", "title", "keys", "note", "day")
    return {row["pk"]: dict(row) for row in got[:MOST]}


def search(seat: Seat, typed: str, flt: Filters | None = None, page: int = 1) -> Found:
    """What the seat may see that answers. At most four questions to the database."""
    began = time.perf_counter()
    flt = flt or Filters()
    query = parse(typed)
    found = Found(query, notes=list(query.notes))
    if not query or not seat.signed_in or (flt.kind and flt.kind not in SOURCES):
        return found
    try:
        rows = ask(query, seat, flt, found)
    except DatabaseError:
        found.degraded = True
        rows = by_reading(query, seat, flt)
    day = today()
    worths = {pk: worth(row, query, day) for pk, row in rows.items()}
    first = sorted(rows.values(), key=lambda r: (-worths[r["pk"]], -r["pk"]))
    texts = texts_of(seat, [r["pk"] for r in first[:READ]])
    for pk, (folded, _) in texts.items():
        worths[pk] += in_body(folded, query)
    scored = [(worths[r["pk"]], r) for r in first]
    scored.sort(key=lambda pair: (-pair[0], -pair[1]["pk"]))
    seen: set[tuple[str, int]] = set()
    unique = []
    for score, row in scored:
        key = (row["kind"], row["object_id"])
        if key not in seen:  # parts of one long text are one hit
            seen.add(key)
            unique.append((score, row))
    found.total = len(unique)
    counted = Counter(kind for kind, _ in seen)
    for source in SOURCES.values():
        if count := counted[source.kind]:
            found.kinds.append((source.kind, source.label, count))
    start = (max(page, 1) - 1) * PAGE
    on_page = unique[start : start + PAGE]
    texts |= texts_of(seat, [r["pk"] for _, r in on_page if r["pk"] not in texts])
    found.hits = shown(on_page, query, texts)
    found.took_ms = (time.perf_counter() - began) * 1000
    return found


def texts_of(seat: Seat, ids: list[int]) -> dict[int, tuple[str, str]]:
    """The text of each row as it is compared, and as it is shown."""
    if not ids:
        return {}
    rows = Row.objects.filter(committee_id=seat.committee_id, pk__in=ids)
    return {pk: (folded, body) for pk, folded, body in rows.values_list("pk", "folded", "body")}


def shown(
    rows: list[tuple[float, dict[str, Any]]], query: Query, texts: dict[int, tuple[str, str]]
) -> list[Hit]:
    """The results with their passages."""
    words = [term.text for term in query.terms]
    return [
        Hit(
            kind=row["kind"],
            label=SOURCES[row["kind"]].label,
            object_id=row["object_id"],
            url=url_of(row["kind"], row["object_id"]),
            note=row["note"],
            day=row["day"],
            title=marked(row["title"], words),
            passage=passage(texts.get(row["pk"], ("", ""))[1], words),
            score=round(score, 2),
        )
        for score, row in rows
    ]
