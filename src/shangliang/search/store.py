"""Where texts and their tokens are kept: FTS5 of SQLite and ``tsvector`` of PostgreSQL.

Both keep sets of our own tokens (engines.search.tokens); :mod:`.tokens_asked` asks them.
"""

from collections.abc import Sequence
from datetime import date
from hashlib import blake2b

from django.db import connection, transaction
from django.db.models import QuerySet

from ..engines.search.fold import fold
from ..engines.search.matters import field_of
from ..engines.search.tokens import IN_TITLE, IS_KEY, OF_COMMITTEE, OF_KIND, grams
from . import cluster
from .handed_in import HANDED_IN
from .models import Row
from .sources import ASIDE, LONGEST_NOTE, LONGEST_TITLE, Entry

LONGEST_PART = 20_000  # characters; a longer text is kept in parts
MOST_PARTS = 64
BATCH = 400
DAY_BITS = 40


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
            field=field_of(title, part.split(ASIDE)[0]) if n == 0 and kind in HANDED_IN else "",
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
