"""The votes as they are counted, downloaded and anchored: one line each, in the order they came."""

import hashlib
from collections.abc import Iterator

from .models import Round, Vote

HEAD = "participant,statement,vote,timestamp_ms\n"
Row = tuple[int, int, int, int]


def rows_of(round_: Round) -> Iterator[Row]:
    """(participant's number, statement's number, vote, milliseconds), every row ever added."""
    found = (
        Vote.objects.filter(committee_id=round_.committee_id, round=round_)
        .order_by("id")
        .values_list("participant__number", "statement__number", "value", "at_ms")
    )
    yield from found.iterator(5000)


def lines_of(round_: Round) -> Iterator[str]:
    """The download: times are cut to the hour after the first, so that nobody is found by the clock.

    The order within a cell stays as it came: the last answer of a person on a statement counts.
    """
    first = 0
    yield HEAD
    for rank, (person, statement, value, at) in enumerate(rows_of(round_)):
        first = first or at
        hour = (at - first) // 3_600_000
        yield f"{person},{statement},{value},{hour * 3_600_000 + rank}\n"


def digest_of(round_: Round) -> tuple[int, str]:
    """(number of votes, SHA-256 of the download)."""
    sha = hashlib.sha256()
    count = -1
    for line in lines_of(round_):
        sha.update(line.encode())
        count += 1
    return max(count, 0), sha.hexdigest()
