"""Where tokens are kept and asked: FTS5 of SQLite and ``tsvector`` of PostgreSQL, one behaviour.

Both keep sets of our own tokens (engines.search.tokens) and answer which rows have them; what a hit
is, is decided by the text itself, so that both databases answer the same.
"""

import time
from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

from ..engines.search.fold import fold
from ..engines.search.query import Term
from ..engines.search.tokens import IN_TITLE, IS_KEY, OF_COMMITTEE, OF_KIND, grams
from . import cluster
from .models import IndexState, Row
from .permission import Written
from .sources import LONGEST_NOTE, LONGEST_TITLE, Entry

LONGEST_PART = 20_000  # characters; a longer text is kept in parts
MOST_PARTS = 64
BATCH = 400
DAY_BITS = 40
OWN, FRESH = 0.3, 600.0  # share of the index; seconds that its sizes are kept
_sizes: dict[int, float] = {}  # committee -> rows; 0 -> when it was read


def order_of(kind: str, object_id: int, part: int, day: date) -> int:
    """The key of a row: its day first, so that the key's order is the order of days."""
    mixed = blake2b(f"{kind}:{object_id}:{part}".encode(), digest_size=5).digest()
    return (day.toordinal() << DAY_BITS) | int.from_bytes(mixed, "big")


def keys_of(entry: Entry) -> list[str]:
    """What is looked up whole: the number, a name's pinyin and its initials."""
    from ..actors.naming import keys_of as naming

    keys = [f"n{entry.number}"] if entry.number else []
    for name in entry.names:
        _, pinyin, initials = naming(name)
        keys += [f"p{k}" for k in (pinyin, initials) if k.isascii() and k.isalnum()]
    return list(dict.fromkeys(keys))


def parts_of(body: str) -> list[str]:
    """The text in parts of at most :data:`LONGEST_PART` characters, cut after a sentence if one ends."""
    parts: list[str] = []
    at = 0
    while at < len(body) and len(parts) < MOST_PARTS:
        end = min(len(body), at + LONGEST_PART)
        if end < len(body) and (stop := body.rfind("。", at + LONGEST_PART // 2, end)) > 0:
            end = stop + 1
        parts.append(body[at:end])
        at = end
    return parts or [""]


def rows_of(kind: str, entry: Entry) -> list[Row]:
    """The index rows of one thing."""
    title = entry.title.replace("\x00", " ").replace("\n", " ")[:LONGEST_TITLE]
    keys = f" {' '.join(keys_of(entry))} "[:400]
    return [
        Row(
            id=order_of(kind, entry.object_id, n, entry.day),
            committee_id=entry.committee_id,
            kind=kind,
            object_id=entry.object_id,
            part=n,
            title=title,
            body=part,
            folded=fold(f"{title}\n{part}"),
            keys=keys if n == 0 else "",
            note=entry.note[:LONGEST_NOTE],
            day=entry.day,
        )
        for n, part in enumerate(parts_of(entry.body.replace("\x00", " ")))
    ]


def tokens_of(row: Row) -> list[str]:
    """All tokens of a row, its committee's and kind's among them, in a fixed order."""
    title, _, _ = row.folded.partition("\n")
    found = grams(row.folded)
    found.update(IN_TITLE + gram for gram in grams(title))
    found.update(IS_KEY + key for key in row.keys.split())
    found.add(f"{OF_COMMITTEE}{row.committee_id}")
    found.add(f"{OF_KIND}{row.kind}")
    return sorted(found)


def put(rows: Sequence[Row]) -> None:
    """Write rows and their tokens, in the place of older ones of the same key."""
    if not rows:
        return
    with transaction.atomic():
        taken = {
            pk: (kind, object_id, part)
            for pk, kind, object_id, part in Row.objects.filter(
                pk__in=[r.pk for r in rows]
            ).values_list("pk", "kind", "object_id", "part")
        }
        for row in rows:  # two things of one day with one key: the second stands beside it
            while taken.get(row.pk, (row.kind, row.object_id, row.part)) != (
                row.kind,
                row.object_id,
                row.part,
            ):
                row.pk += 1
        Row.objects.bulk_create(rows, batch_size=BATCH)
        tokens = [(r.pk, tokens_of(r)) for r in rows]
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.executemany(
                    "DELETE FROM search_gram WHERE rowid = %s", [[r.pk] for r in rows]
                )
                cursor.executemany(
                    "INSERT INTO search_gram(rowid, tokens) VALUES (%s, %s)",
                    [[pk, " ".join(some)] for pk, some in tokens],
                )
            else:
                cursor.executemany(
                    "UPDATE search_row SET grams = array_to_tsvector(%s) WHERE id = %s",
                    [[some, pk] for pk, some in tokens],
                )
        for committee_id in {r.committee_id for r in rows}:
            own = {r.pk for r in rows if r.committee_id == committee_id}
            cluster.mirror(committee_id, (), [x for x in tokens if x[0] in own])


def drop(rows: QuerySet[Row], of: int | None = None) -> int:
    """Take rows and their tokens away, of one committee where it is named. Returns how many."""
    found = rows.values_list("pk", "committee_id")
    listed = [(pk, committee) for pk, committee in found if of in (None, committee)]
    ids = [pk for pk, _ in listed]
    with transaction.atomic():
        for start in range(0, len(ids), BATCH):
            some = ids[start : start + BATCH]
            if connection.vendor == "sqlite":
                with connection.cursor() as cursor:
                    cursor.executemany(
                        "DELETE FROM search_gram WHERE rowid = %s", [[i] for i in some]
                    )
            Row.objects.filter(pk__in=some)._raw_delete("default")
        for committee_id in {c for _, c in listed}:
            cluster.mirror(committee_id, [pk for pk, c in listed if c == committee_id], ())
    return len(ids)


# -- asking ---------------------------------------------------------------------------------------


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
    """A question to the token index: an expression over terms, with the checks it needs."""

    def __init__(self, terms: Sequence[Term], *, title: bool = False, all_but: int = 0) -> None:
        self.terms, self.title, self.all_but = list(terms), title, all_but

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
        return "".join(pieces), values


def has(column: str) -> str:
    """SQL: the column has the text. Byte for byte in both databases."""
    if connection.vendor == "sqlite":
        return f'INSTR("search_row"."{column}", %s) > 0'
    return f'STRPOS("search_row"."{column}", %s) > 0'


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
