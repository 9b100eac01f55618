"""What wants to know that a row changed: called by the one place where events are written.

Derived things only (an index): nothing of the business may hang here. Listeners are called after
commit, once a row and transaction; one that fails is logged and stops nobody.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

Touched = tuple[int, str, int]  # committee, word of the log, key
LISTENERS: list[Callable[[set[Touched]], Any]] = []


def touched(committee_id: int, kind: str, pk: int | None) -> None:
    """A row was changed in this transaction."""
    if not LISTENERS or pk is None:
        return
    waiting: set[Touched] = connection.__dict__.setdefault("touched_rows", set())
    waiting.add((committee_id, kind, pk))
    transaction.on_commit(tell, robust=True)


def tell() -> None:
    """Tell the listeners what changed since they were told last."""
    waiting = connection.__dict__.pop("touched_rows", None)
    if waiting:
        for listener in LISTENERS:
            listener(waiting)


@contextmanager
def untold() -> Iterator[None]:
    """Nobody is told meanwhile: for filling a whole database, after which what is derived is built
    once and not after each of many thousand verbs."""
    listening = LISTENERS[:]
    LISTENERS.clear()
    try:
        yield
    finally:
        LISTENERS[:] = listening
