"""Serving: granian with one worker process, background jobs as threads of the same process."""

import os
import threading
from typing import Any

from django.conf import settings
from django.db import connections


def leave_database() -> None:
    """Close what this process opened, before workers are forked from it.

    A forked worker would share the parent's open sessions, so that two workers read each other's
    answers, and would hold a pool whose threads stayed behind in the parent.
    """
    for connection in connections.all(initialized_only=True):
        connection.close()
        if connection.settings_dict.get("OPTIONS", {}).get("pool"):
            connection.close_pool()  # type: ignore[attr-defined]


def serve(host: str, port: int, threads: int = 8) -> None:
    """Run until stopped. On SQLite one process; on PostgreSQL two, to use both cores."""
    from granian import Granian
    from granian.constants import Interfaces

    embedded = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    os.environ["SHANGLIANG_EMBED_JOBS"] = "1"
    if embedded:
        weigh_tables()
    leave_database()
    Granian(
        "shangliang.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1 if embedded else 2,
        blocking_threads=threads,
        websockets=False,
        log_access=False,
        respawn_failed_workers=True,
    ).serve()


def behind(application: Any, proxies: list[str]) -> Any:
    """The application told who really calls, where the call comes through one of ``proxies``."""
    if not proxies:
        return application
    from granian.utils.proxies import wrap_wsgi_with_proxy_headers

    return wrap_wsgi_with_proxy_headers(application, trusted_hosts=proxies)


def weigh_tables() -> None:
    """Let SQLite look at how its tables are filled, so that it picks the right index; a few
    milliseconds, since it looks at a sample. PostgreSQL does this by itself."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA analysis_limit=1000")
        cursor.execute("ANALYZE")
    connection.close()


def start_jobs() -> None:
    """The job consumer, as threads inside the web process (embedded start only).

    With several worker processes each has its own consumer on one queue: a task is taken once.
    """
    from huey.contrib.djhuey import HUEY

    from ..jobs.recover import mark_interrupted

    mark_interrupted(at_start=True)
    consumer = HUEY.create_consumer(workers=1, periodic=True, check_worker_health=True)
    # A thread of the web process must not take over its signals.
    consumer._set_signal_handlers = lambda: None
    threading.Thread(target=consumer.run, name="jobs", daemon=True).start()
