"""What the tests of the log share."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection


@pytest.fixture(autouse=True)
def anchors(settings, tmp_path):
    """Anchor files of one test are not another's."""
    settings.ANCHOR_DIR = tmp_path / "anchors"
    return settings.ANCHOR_DIR


@contextmanager
def unguarded() -> Iterator[Callable[[str], None]]:
    """Somebody with the database in hand: triggers off, raw SQL on, triggers back."""
    postgres = connection.vendor == "postgresql"
    names = ("journal_event_no_update", "journal_event_no_delete")
    with connection.cursor() as cursor:
        kept = []
        if postgres:
            cursor.execute("SET session_replication_role = replica")
        else:
            for name in names:
                cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [name])
                kept.append(cursor.fetchone()[0])
                cursor.execute(f"DROP TRIGGER {name}")
        yield cursor.execute
        if postgres:
            cursor.execute("SET session_replication_role = DEFAULT")
        for statement in kept:
            cursor.execute(statement)
