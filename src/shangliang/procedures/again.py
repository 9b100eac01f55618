"""Doing a transaction again (重做), when the database itself asks for it.

Two verbs that wait for each other are broken apart by PostgreSQL, which ends one of them. Rows are
locked in one order (``perform.lock_case``), so that this is rare; where it happens nothing was kept,
and the one that was ended is simply done from the start. The person who pressed notices nothing.
"""

import logging
import random
import time
from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError, connection, transaction

T = TypeVar("T")

log = logging.getLogger("shangliang.procedures")
# SQLSTATE: deadlock_detected, serialization_failure.
ASKED_AGAIN = frozenset({"40P01", "40001"})
TIMES = 5


def again(do: Callable[[], T]) -> T:
    """``do`` in a transaction of its own; inside an outer one it is done once, as that decides.

    Raises what ``do`` raises; ``OperationalError`` when the database ended it every time.
    """
    if connection.in_atomic_block:
        with transaction.atomic():
            return do()
    for left in reversed(range(TIMES)):
        try:
            with transaction.atomic():
                return do()
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", None) not in ASKED_AGAIN or not left:
                raise
            log.info("ended by the database, done again: %s", error)
            time.sleep(random.uniform(0, 0.05))  # noqa: S311  not a secret
    raise AssertionError("unreachable")
