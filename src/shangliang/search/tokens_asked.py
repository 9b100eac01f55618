"""Asking the kept tokens: FTS5 of SQLite and ``tsvector`` of PostgreSQL, one behaviour.

Both answer which rows have a set of our own tokens; what a hit is, is decided by the text itself, so
that both databases answer the same.
"""

import time
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection

from ..engines.search.query import Term
from ..engines.search.tokens import IN_TITLE, IS_KEY, OF_COMMITTEE, OF_KIND
from . import cluster
from .models import IndexState
from .permission import Written
from .store import DAY_BITS

OWN, FRESH = 0.3, 600.0  # share of the index; seconds that its sizes are kept
_sizes: dict[int, float] = {}  # committee -> rows; 0 -> when it was read


def quoted(token: str, prefix: bool) -> str:
    """A token as the database's query language writes it; tokens hold no quote and no backslash."""
    if connection.vendor == "sqlite":
        return f'"{token}"*' if prefix else f'"{token}"'
    return f"'{token}':*" if prefix else f"'{token}'"


def joined(pieces: Sequence[str], and_: bool) -> str:
    if len(pieces) == 1:
        return pieces[0]
    sqlite = connection.vendor == "sqlite"
    word = (" AND " if sqlite else " & ") if and_ else (" OR " if sqlite else " | ")
    return f"({word.join(pieces)})"


def asked(term: Term, title: bool = False) -> str:
    """One term: its tokens, or one of its keys."""
    mark = IN_TITLE if title else ""
    pieces = [quoted(mark + token, term.prefix) for token in term.tokens]
    either = [joined(pieces, True)]
    either += [quoted(key, key.startswith(f"{IS_KEY}p")) for key in term.keys]
    return joined(either, False)


class Plan:
    """A question to the token index: an expression over terms, with the checks it needs.

    A single character begins thousands of tokens: beside other terms it is not asked of the index but
    looked for in the titles or texts that have those.
    """

    def __init__(self, terms: Sequence[Term], *, title: bool = False, all_but: int = 0) -> None:
        self.title, self.all_but = title, all_but
        self.looked_for = [] if all_but else [t for t in terms if t.single]
        if len(self.looked_for) == len(terms):
            self.looked_for = []
        self.terms = [t for t in terms if t not in self.looked_for]

    def expression(self, committee_id: int, kind: str = "", *, alone: bool = False) -> str:
        """``alone``: the terms suffice, since most rows are this committee's anyway."""
        each = [asked(term, self.title) for term in self.terms]
        if self.all_but and len(each) > self.all_but:
            from itertools import combinations

            some = combinations(each, len(each) - self.all_but)
            each = [joined([joined(list(group), True) for group in some], False)]
        if not alone:
            each.insert(0, quoted(f"{OF_COMMITTEE}{committee_id}", False))
        if kind:
            each.append(quoted(f"{OF_KIND}{kind}", False))
        return joined(each, True)

    def checks(self) -> tuple[str, list[str]]:
        """What longer terms must prove in the text (the tokens only say that it may have them). A
        title's place is checked when ranking."""
        if self.all_but:
            return "", []
        pieces: list[str] = []
        values: list[str] = []
        for term in self.terms:
            if term.exact:
                either = [has("folded")]
                values.append(term.exact)
                for key in term.keys:
                    either.append(has("keys"))
                    values.append(" " + key.removeprefix(IS_KEY))
                pieces.append(f" AND ({' OR '.join(either)})")
        for term in self.looked_for:
            pieces.append(f" AND {in_title() if self.title else has('folded')}")
            values.append(term.text)
        return "".join(pieces), values


def has(column: str) -> str:
    """SQL: the column has the text. Byte for byte in both databases."""
    if connection.vendor == "sqlite":
        return f'INSTR("search_row"."{column}", %s) > 0'
    return f'STRPOS("search_row"."{column}", %s) > 0'


def in_title() -> str:
    """SQL: the title has the text. Folding keeps every place, and the folded text begins with the title."""
    at = has("folded").removesuffix(" > 0")
    return f'{at} BETWEEN 1 AND LENGTH("search_row"."title")'


def candidates(
    plan: Plan, committee_id: int, condition: Written, *, kind: str = "",
    years: tuple[int, int] | None = None, most: int = 300,
) -> list[dict[str, Any]]:  # fmt: skip
    """The newest rows that answer, of those the condition allows (permission.written): from the
    cluster where there is one that answers, else from the database's own tokens."""
    if condition is None:
        return []
    between = keys_between(years) if years else None
    proof, wanted = plan.checks()
    tail, values = f"{proof} AND {condition[0]}", [*wanted, *condition[1]]

    def narrow(keys: list[int]) -> list[dict[str, Any]]:
        places = ", ".join(["%s"] * len(keys))
        return read(
            f'FROM "search_row" WHERE "search_row"."id" IN ({places})'
            f' AND "search_row"."committee_id" = %s{tail}',
            [*keys, committee_id, *values],
            '"search_row"."id"',
            most,
        )

    found = cluster.asked(
        plan, committee_id, condition, kind=kind, between=between, most=most, narrow=narrow
    )
    if found is not None:
        return found
    sqlite = connection.vendor == "sqlite"
    key = '"search_gram"."rowid"' if sqlite else '"search_row"."id"'
    origin = (
        'FROM "search_gram" INNER JOIN "search_row" ON "search_row"."id" = "search_gram"."rowid"'
        ' WHERE "search_gram" MATCH %s'
        if sqlite
        else 'FROM "search_row" WHERE "search_row"."grams" @@ %s::tsquery'
    )
    days = f" AND {key} BETWEEN %s AND %s" if between else ""
    return read(
        f'{origin} AND "search_row"."committee_id" = %s{days}{tail}',
        [
            plan.expression(committee_id, kind, alone=mostly_own(committee_id)),
            committee_id,
            *(between or ()),
            *values,
        ],
        key,
        most,
    )


def mostly_own(committee_id: int) -> bool:
    """Whether a good part of the whole index is this committee's. Then its token, which stands in
    every row of it, costs more than it spares; the rows are checked by their column either way."""
    now = time.monotonic()
    if now - _sizes.get(0, -FRESH) >= FRESH:
        _sizes.clear()
        _sizes[0] = now
        _sizes.update(IndexState.objects.values_list("committee_id", "rows"))
    whole = sum(rows for pk, rows in _sizes.items() if pk)
    return _sizes.get(committee_id, 0) >= OWN * max(whole, 1)


def keys_between(years: tuple[int, int]) -> tuple[int, int]:
    """The keys of rows of these years (:func:`order_of`)."""
    low = date(max(years[0], 1), 1, 1).toordinal() << DAY_BITS
    return low, (date(min(years[1], 9998) + 1, 1, 1).toordinal() << DAY_BITS) - 1


def read(origin: str, values: Sequence[Any], key: str, most: int) -> list[dict[str, Any]]:
    """Rows by their key, the greatest first."""
    listed = ", ".join(f'"search_row"."{name}"' for name in ("id", *FIELDS))
    sql = f"SELECT {listed} {origin} ORDER BY {key} DESC LIMIT {int(most)}"  # noqa: S608 - ours
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        found = [dict(zip(("pk", *FIELDS), row, strict=True)) for row in cursor.fetchall()]
    for row in found:
        if isinstance(row["day"], str):  # SQLite's dates come as they are written
            row["day"] = date.fromisoformat(row["day"])
    return found


FIELDS = ("kind", "object_id", "title", "keys", "note", "day")
