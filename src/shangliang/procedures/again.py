"""Doing a transaction again (重做), when the database itself asks for it.

Two verbs that wait for each other are broken apart by PostgreSQL, which ends one of them. Rows are
locked in one order (``perform.lock_case``), so that this is rare; where it happens nothing was kept,
and the one that was ended is simply done from the start. The person who pressed notices nothing.

SQLite has one writer at a time, and who comes second sleeps and looks again, up to a tenth of a second
each time, while the file may be free: a hall of people would mostly sleep. The threads of the one
process therefore queue here, and the next begins the moment the one before has done.
"""

import logging
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import OperationalError, connection, transaction

T = TypeVar("T")

log = logging.getLogger("shangliang.procedures")
# SQLSTATE: deadlock_detected, serialization_failure.
ASKED_AGAIN = frozenset({"40P01", "40001"})
TIMES = 5


# What follows a commit in the same thread may write, too.
WRITER = threading.RLock()


@contextmanager
def turn() -> Iterator[None]:
    """One's turn to write, where the database takes one writer only; elsewhere at once."""
    if connection.vendor != "sqlite":
        yield
        return
    with WRITER:
        yield


def again(do: Callable[[], T]) -> T:
    """``do`` in a transaction of its own; inside an outer one it is done once, as that decides.

    Raises what ``do`` raises; ``OperationalError`` when the database ended it every time.
    """
    if connection.in_atomic_block:
        with transaction.atomic():
            return do()
    for left in reversed(range(TIMES)):
        try:
            with turn(), transaction.atomic():
                return do()
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", None) not in ASKED_AGAIN or not left:
                raise
            log.info("ended by the database, done again: %s", error)
            time.sleep(random.uniform(0, 0.05))  # noqa: S311  not a secret
    raise AssertionError("unreachable")
