"""An OpenSearch cluster beside the database, where an operator named one (``SHANGLIANG_OPENSEARCH``).

The database's own tokens are kept in any case, so the cluster can be lost at any time: a search that
gets no answer is put to the database and says so, writes it missed mark it as behind, and a job fills
it again. While it is behind or silent it is not asked.
"""

import logging
import time
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.conf import settings
from django.db import transaction

from .models import Learned, Row
from .opensearch import Cluster, ClusterError, visible_first
from .permission import Written

log = logging.getLogger("shangliang.search")
KIND = "cluster"  # a row of Learned: what is known of the cluster's copy
SILENT = 30.0  # seconds during which a cluster that did not answer is left alone
_silent_until = 0.0


@cache
def _at(address: str, index: str, seconds: float) -> Cluster:
    return Cluster(address, index, seconds)


def cluster() -> Cluster | None:
    """The cluster an operator named."""
    address = getattr(settings, "OPENSEARCH", "")
    seconds = getattr(settings, "OPENSEARCH_SECONDS", 3.0)
    return _at(address, settings.OPENSEARCH_INDEX, seconds) if address else None


def whole(committee_id: int) -> bool:
    """Whether the cluster holds all rows of the committee, as far as we know."""
    row = Learned.objects.filter(committee_id=committee_id, kind=KIND).first()
    return bool(row and row.measured.get("whole"))


def mark(committee_id: int, is_whole: bool, rows: int = 0) -> None:
    defaults = {"examples": rows, "measured": {"whole": is_whole}, "body": b""}
    Learned.objects.update_or_create(committee_id=committee_id, kind=KIND, defaults=defaults)


def missed(committee_id: int, error: Exception) -> None:
    """A write did not arrive: it is not asked until a job has filled it again."""
    global _silent_until
    log.warning("the search cluster missed a write: %s", error)
    _silent_until = time.monotonic() + SILENT
    mark(committee_id, False)


def mirror(committee_id: int, gone: Sequence[int], rows: Sequence[tuple[int, list[str]]]) -> None:
    """After commit: the same rows there, (key, tokens) each."""
    if (there := cluster()) is None or not (gone or rows):
        return

    def send() -> None:
        if not whole(committee_id):
            return  # it will be filled as a whole
        try:
            kept = {key for key, _ in rows}
            there.drop([key for key in gone if key not in kept])
            there.put((key, committee_id, tokens) for key, tokens in rows)
        except ClusterError as error:
            missed(committee_id, error)

    transaction.on_commit(send, robust=True)


def fill(committee_id: int, tokens_of: Callable[[Row], list[str]]) -> str:
    """All rows of a committee, from the database. Returns a sentence where that failed."""
    global _silent_until
    if (there := cluster()) is None:
        return ""
    try:
        there.create()
        there.clear(committee_id)
        rows = Row.objects.filter(committee_id=committee_id).order_by("pk").iterator(chunk_size=500)
        count = there.put((row.pk, committee_id, tokens_of(row)) for row in rows)
    except ClusterError as error:
        missed(committee_id, error)
        return "检索集群没有应答，先用库内的索引。"
    _silent_until = 0.0
    mark(committee_id, True, count)
    return ""


def asked(
    plan: Any, committee_id: int, condition: Written, *, kind: str, between: tuple[int, int] | None,
    most: int, narrow: Callable[[list[int]], list[Any]],
) -> list[Any] | None:  # fmt: skip
    """The newest rows that answer, of those allowed; None where the cluster can't be asked."""
    global _silent_until
    there = cluster()
    if there is None or time.monotonic() < _silent_until or not whole(committee_id):
        return None
    if condition is None:
        return []
    slices = there.orders(
        plan.terms, committee_id, kind=kind, title=plan.title, all_but=plan.all_but, between=between
    )
    try:
        return visible_first(slices, narrow, most)
    except ClusterError as error:
        log.warning("the search cluster did not answer: %s", error)
        _silent_until = time.monotonic() + SILENT
        return None


def standing(committee_id: int) -> str:
    """What a reader must know; empty where no cluster is named or all is well."""
    if cluster() is None:
        return ""
    if time.monotonic() < _silent_until:
        return "检索集群没有应答，现在用的是库内的索引，找到的一样，会慢一些。"
    if not whole(committee_id):
        return "检索集群还没有装满，现在用的是库内的索引，找到的一样，会慢一些。"
    return ""


def wants_filling(committee_id: int) -> bool:
    return cluster() is not None and not whole(committee_id)
