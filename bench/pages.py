"""Server time, queries and memory on one database already filled. Run by ``bench/run.py``.

In-process client, warm, median of seven; wall clock and processor time of this process apart, since
a busy machine lengthens only the first. ``cold`` is the first request after an event, when nothing
is kept. Prints one JSON line a measurement.
"""

import json
import os
import resource
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shangliang.settings.product")
os.environ.setdefault("SHANGLIANG_DEMO", "1")

import django

django.setup()

import logging  # noqa: E402

from django.core.cache import cache  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.test import Client, RequestFactory  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from shangliang.accounts.models import User  # noqa: E402
from shangliang.accounts.seats import seat_of  # noqa: E402
from shangliang.records.exporting import EXPORTERS, write_xlsx  # noqa: E402
from shangliang.submissions.models import Submission  # noqa: E402
from shangliang.web.server import weigh_tables  # noqa: E402

RUNS = 7
PAGES = (
    ("clerk", "list", "/proposals/"),
    ("clerk", "list, last page", "/proposals/?page=99999"),
    ("clerk", "list, by words", "/proposals/?q=电梯"),
    ("member", "list", "/proposals/"),
    ("unit", "list", "/proposals/"),
    ("clerk", "detail", "/proposals/{pk}/"),
    ("member", "detail", "/proposals/{pk}/"),
    ("clerk", "review desk", "/desk/review/"),
    ("supervisor", "assigning desk", "/desk/assign/"),
    ("unit", "unit's desk", "/unit/"),
    ("supervisor", "supervision", "/supervise/"),
    ("clerk", "my day", "/day/"),
    ("member", "my day", "/day/"),
    ("leader", "leader's page", "/lead/"),
    ("clerk", "commitments", "/commitments/"),
    ("clerk", "statistics", "/statistics/"),
    ("clerk", "qualities: proposals", "/qualities/"),
    ("clerk", "qualities: handling", "/qualities/handling/"),
    ("clerk", "qualities: service", "/qualities/service/"),
    ("clerk", "parts of a number", "/statistics/parts/filed/"),
    ("clerk", "members, by pinyin", "/members/?q=li"),
    ("clerk", "API list", "/api/proposals"),
    ("clerk", "API detail", "/api/proposals/{pk}"),
)
COLD = {"statistics", "qualities: proposals", "qualities: handling", "qualities: service"}
ACCOUNTS = {
    "clerk": "chushen",
    "member": "weiyuan",
    "unit": "zhujian",
    "supervisor": "ducha",
    "leader": "fuzhuxi",
}


def say(**row: Any) -> None:
    """One measurement."""
    print(json.dumps(row, ensure_ascii=False), flush=True)


def timed(run: Callable[[], Any]) -> tuple[float, float]:
    """Median wall and processor milliseconds."""
    wall, cpu = [], []
    for _ in range(RUNS):
        a, b = time.perf_counter(), time.process_time()
        run()
        wall.append((time.perf_counter() - a) * 1000)
        cpu.append((time.process_time() - b) * 1000)
    return statistics.median(wall), statistics.median(cpu)


def pages(closed: int) -> None:
    """Every page of the table above."""
    for who, label, path in PAGES:
        client = Client()
        client.force_login(User.objects.get(username=ACCOUNTS[who]))
        path = path.format(pk=closed)
        first = client.get(path)
        if first.status_code != 200:
            say(kind="page", who=who, label=label, status=first.status_code)
            continue
        wall, cpu = timed(lambda: client.get(path))  # noqa: B023 - run at once
        with CaptureQueriesContext(connection) as asked:
            client.get(path)
        row = {"wall": wall, "cpu": cpu, "queries": len(asked)}
        if label in COLD:
            row["cold_wall"], row["cold_cpu"] = timed(lambda: (cache.clear(), client.get(path)))  # noqa: B023
        say(kind="page", who=who, label=label, **row)


def sheets() -> None:
    """The register as xlsx: 2,000 rows, and all of them, with the memory they take."""
    seat = seat_of(User.objects.get(username="chushen").people.get())
    exporter = EXPORTERS["proposals"]
    request = RequestFactory().get("/")
    request.GET = QueryDict("")
    total = Submission.objects.filter(committee_id=seat.committee_id).count()
    for limit in sorted({min(2000, total), total}):
        cache.clear()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with CaptureQueriesContext(connection) as asked, open(os.devnull, "wb") as out:
            a, b = time.perf_counter(), time.process_time()
            rows = (row for row, _ in zip(exporter.rows(seat, request), range(limit), strict=False))
            count = write_xlsx(out, "表", exporter.columns, rows, "")
            wall, cpu = time.perf_counter() - a, time.process_time() - b
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        say(
            kind="xlsx",
            rows=count,
            seconds=wall,
            cpu=cpu,
            queries=len(asked),
            grew_mb=(peak - before) / 1024,
        )
    tracemalloc.start()
    for count in (2000, 20000):
        if count > total:
            break
        tracemalloc.reset_peak()
        with open(os.devnull, "wb") as out:
            rows = (row for row, _ in zip(exporter.rows(seat, request), range(count), strict=False))
            write_xlsx(out, "表", exporter.columns, rows, "")
        say(kind="memory", rows=count, peak_mb=tracemalloc.get_traced_memory()[1] / 1e6)
    tracemalloc.stop()


def main() -> None:
    """All of it."""
    call_command("collectstatic", verbosity=0, interactive=False)
    logging.disable(logging.WARNING)
    if connection.vendor == "sqlite":
        weigh_tables()  # as serving does
    else:
        connection.cursor().execute("ANALYZE")
    seat = seat_of(User.objects.get(username="chushen").people.get())
    rows = Submission.objects.filter(committee_id=seat.committee_id)
    case = rows.filter(state="closed", consent_public=True).order_by("-id").first()
    assert case is not None
    say(
        kind="size",
        proposals=rows.count(),
        every=Submission.objects.count(),
        vendor=connection.vendor,
    )
    if "--no-pages" not in sys.argv:
        pages(case.pk)
    if "--no-sheets" not in sys.argv:
        sheets()


if __name__ == "__main__":
    main()
