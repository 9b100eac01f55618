"""Keeping the index true: after each verb, after a lost or older index, by command.

The rows of a thing are written anew right after the transaction that changed it (journal.after). If
that fails the thing is found as it was, and the nightly turn or a rebuild mends it.
"""

import logging
from datetime import timedelta

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ..engines.search.tokens import VERSION
from ..jobs.models import Job
from ..jobs.run import Outcome, Progress, enqueue, job
from ..journal.after import Touched
from ..procedures.seat import Seat
from . import cluster
from .find import Found
from .models import IndexState, Row
from .pairs_seen import count as count_pairs
from .sources import SOURCES, Entry, Source, of_type
from .store import BATCH, drop, put, rows_of, tokens_of

log = logging.getLogger("shangliang.search")
ASK_AGAIN = timedelta(minutes=30)
KIND = "search.rebuild"


def follow(waiting: set[Touched]) -> None:
    """Index what was touched. One batch a source."""
    wanted: dict[tuple[int, str], set[int]] = {}
    for committee_id, word, pk in waiting:
        for source in of_type(word):
            wanted.setdefault((committee_id, source.kind), set()).add(pk)
    for (committee_id, kind), ids in wanted.items():
        refresh(committee_id, SOURCES[kind], ids)


def refresh(committee_id: int, source: Source, ids: set[int]) -> None:
    """Write the rows of these things as they are now; what is gone goes."""
    ids_list = sorted(ids)
    for start in range(0, len(ids_list), BATCH):
        some = ids_list[start : start + BATCH]
        with transaction.atomic():
            entries = list(source.entries(source.rows(committee_id).filter(pk__in=some)))
            # Asked by the key of a thing alone, which one index answers; what was told of an act that
            # was taken back may name another committee's thing, which must stay.
            drop(Row.objects.filter(kind=source.kind, object_id__in=some), of=committee_id)
            write(committee_id, source, entries)


def write(committee_id: int, source: Source, entries: list[Entry]) -> int:
    rows: list[Row] = []
    for entry in entries:
        if not entry.committee_id:
            entry = Entry(**{**entry.__dict__, "committee_id": committee_id})
        rows += rows_of(source.kind, entry)
    put(rows)
    return len(rows)


def rebuild(committee_id: int, progress: Progress | None = None) -> int:
    """The whole index of a committee anew, source by source; search goes on with what is there.

    Things deleted or changed meanwhile are read as they are when their batch comes.
    """
    repair_tables()
    state, _ = IndexState.objects.get_or_create(committee_id=committee_id)
    count = 0
    for source in SOURCES.values():
        ids = list(source.rows(committee_id).order_by("pk").values_list("pk", flat=True))
        if progress:
            progress.total(progress.row.total + len(ids))
        for start in range(0, len(ids), BATCH):
            refresh(committee_id, source, set(ids[start : start + BATCH]))
            if progress:
                progress.step(len(ids[start : start + BATCH]))
        count += len(ids)
        held = Row.objects.filter(committee_id=committee_id, kind=source.kind)
        gone = set(held.values_list("object_id", flat=True).distinct()) - set(ids)
        for start in range(0, len(gone), BATCH):
            drop(held.filter(object_id__in=list(gone)[start : start + BATCH]))
    drop(Row.objects.filter(committee_id=committee_id).exclude(kind__in=list(SOURCES)))
    count_pairs(committee_id)
    cluster.fill(committee_id, tokens_of)
    state.version, state.built_at, state.rows = VERSION, timezone.now(), count
    state.asked_at = None
    state.save()
    return count


def repair_tables() -> None:
    """Make SQLite's token table again when it was lost or broken."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        if unreadable():
            cursor.execute("DROP TABLE IF EXISTS search_gram")
            IndexState.objects.update(version=0)  # the tokens of every committee went with it
            cursor.execute(
                "CREATE VIRTUAL TABLE search_gram USING fts5(tokens, tokenize='ascii', detail='none')"
            )


@job(KIND, "重建检索索引")
def rebuild_job(row: Job, progress: Progress) -> Outcome:
    """The same as a job with a page."""
    count = rebuild(row.committee_id, progress)
    return Outcome(f"{count} 件可以检索。")


def standing(seat: Seat, found: Found | None = None) -> str:
    """What a reader must know about the index; asks for a rebuild when it is missing, older or lost.

    ``found``: what was just found; nothing, or an index that could not be read, makes it looked at
    closer. Empty when all is well. Asked once in half an hour, however many people search.
    """
    committee_id = seat.committee_id
    state = IndexState.objects.filter(committee_id=committee_id).first()
    said = cluster.standing(committee_id)
    good = state is not None and state.version == VERSION
    if good and found is not None and (found.degraded or not found.total):
        good = not (found.degraded or lost(state))
    if not good:
        said = "检索的索引正在重建，这会儿可能找不全，过几分钟再找一次。"
    elif not cluster.wants_filling(committee_id):
        return said
    now = timezone.now()
    if not state or not state.asked_at or now - state.asked_at > ASK_AGAIN:
        with transaction.atomic():
            IndexState.objects.update_or_create(
                committee_id=committee_id, defaults={"asked_at": now}
            )
            enqueue(committee_id=committee_id, person_id=seat.person_id, kind=KIND)
    return said


def lost(state: IndexState | None) -> bool:
    """Whether rows or tokens of an index that was built are gone."""
    if state is None or not state.rows:
        return False
    rows = Row.objects.filter(committee_id=state.committee_id)
    return not rows.exists() or unreadable() or not tokens_there()


def tokens_there() -> bool:
    """Whether there is a token of anything."""
    with connection.cursor() as cursor:
        table = "search_gram" if connection.vendor == "sqlite" else "search_row"
        where = "" if connection.vendor == "sqlite" else " WHERE grams IS NOT NULL"
        cursor.execute(f"SELECT 1 FROM {table}{where} LIMIT 1")  # noqa: S608 - ours
        return cursor.fetchone() is not None


def unreadable() -> bool:
    """Whether SQLite's table of tokens is missing or damaged."""
    if connection.vendor != "sqlite":
        return False
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT rowid FROM search_gram LIMIT 1")
    except DatabaseError:
        return True
    return False


def half_built(state: IndexState) -> bool:
    """Whether rows and tokens do not go together, by their number; for the nightly turn."""
    if lost(state):
        return True
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT (SELECT COUNT(*) FROM search_row) - (SELECT COUNT(*) FROM search_gram)")  # fmt: skip
        else:
            cursor.execute("SELECT COUNT(*) FROM search_row WHERE grams IS NULL")
        return bool(cursor.fetchone()[0])


def rebuild_all() -> str:
    """Every committee whose index is missing or of an older version; the nightly turn."""
    from ..actors.models import Actor

    done = 0
    for committee in Actor.objects.filter(kind=Actor.Kind.COMMITTEE):
        state = IndexState.objects.filter(committee_id=committee.pk).first()
        if (
            not state
            or state.version != VERSION
            or half_built(state)
            or cluster.wants_filling(committee.pk)
        ):
            rebuild(committee.pk)
            done += 1
    return str(done) if done else ""
