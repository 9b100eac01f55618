"""Server time of the comparison on 100 counties × 200 indicators × 40 quarters, and of a large sheet.

    python bench/figures.py [counties indicators quarters]     (SHANGLIANG_DATABASE_URL chooses the database)

In-process client, warm, median of seven requests, with the number of queries; then a sheet of 100,000
rows taken in by its job. Nothing is kept.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from decimal import Decimal

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shangliang.settings.testing")
os.environ.setdefault("SHANGLIANG_DATA_DIR", tempfile.mkdtemp(prefix="shangliang-bench-"))

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import (  # noqa: E402
    CaptureQueriesContext,
    get_runner,
    setup_test_environment,
)
from django.utils import timezone  # noqa: E402

from shangliang.demo.small import SmallCity, build_small_city  # noqa: E402
from shangliang.engines.indicators.book import read_file  # noqa: E402
from shangliang.engines.indicators.contributions import Cell, decompose  # noqa: E402
from shangliang.engines.indicators.index import Part, compose, sensitivity  # noqa: E402
from shangliang.jobs.models import Job  # noqa: E402
from shangliang.jobs.run import perform  # noqa: E402
from shangliang.yardsticks.actions.commit import commit  # noqa: E402
from shangliang.yardsticks.actions.take_in import take_in  # noqa: E402
from shangliang.yardsticks.models import Reading, Region, Yardstick  # noqa: E402

# Written past the models, since only the number of rows matters here.
INSERT = (
    "INSERT INTO yardsticks_reading (committee_id, yardstick_id, region_id, period, value, mark, source,"
    " revision, current, made_at) VALUES (%s, %s, %s, %s, %s, '', '局', 0, true, %s)"
)


def fill(city: SmallCity, counties: int, indicators: int, quarters: int) -> list[str]:
    """Definitions and readings."""
    rng = random.Random(3)
    owner = city.committee
    Region.objects.bulk_create(
        [Region(committee=owner, name=f"县{n:03}", level="county", rank=n) for n in range(counties)]
        + [
            Region(committee=owner, name="全市", level="city", rank=900),
            Region(committee=owner, name="全省", level="province", rank=901),
        ]
    )
    Yardstick.objects.bulk_create(
        Yardstick(
            committee=owner, code=f"i{n:03}", name=f"指标{n:03}增速", unit="%", shape="rate", rank=n,
            headline=n < 6, group=f"第{n // 6}类", source="制度",
        )
        for n in range(indicators)
    )  # fmt: skip
    parts = [{"code": f"i{n:03}", "weight": "0.2"} for n in range(5)]
    Yardstick.objects.create(
        committee=owner, kind="index", code="all", name="综合", source="办法", body={"parts": parts}
    )
    places = list(Region.objects.filter(committee=owner))
    periods = [f"{2026 - k // 4}Q{4 - k % 4}" for k in range(quarters)]
    weight = Yardstick.objects.create(
        committee=owner,
        code="level",
        name="总量",
        unit="亿元",
        shape="level",
        source="制度",
        rank=999,
    )
    Yardstick.objects.filter(committee=owner, code__in=["i000", "i001"]).update(weighted_by=weight)
    rulers = Yardstick.objects.filter(committee=owner, kind="indicator").values_list("pk", "code")
    with connection.cursor() as cursor:
        for pk, code in rulers:
            span = (800, 1200) if code == "level" else (-80, 120)
            cursor.executemany(
                INSERT,
                [
                    (
                        owner.pk,
                        pk,
                        place.pk,
                        period,
                        str(Decimal(rng.randrange(*span)) / 10),
                        timezone.now(),
                    )
                    for place in places
                    for period in periods
                ],
            )
    return periods


def timed(client: Client, url: str) -> tuple[float, float, int]:
    """(median milliseconds, of these on the processor, queries); on a busy machine the first waits."""
    client.get(url)
    connection.queries_log.clear()
    with CaptureQueriesContext(connection) as seen:
        assert client.get(url).status_code == 200, url
        asked = len(seen)
    took, used = [], []
    for _ in range(7):
        start, cpu = time.perf_counter(), time.process_time()
        client.get(url)
        took.append((time.perf_counter() - start) * 1000)
        used.append((time.process_time() - cpu) * 1000)
    return statistics.median(took), statistics.median(used), asked


def arithmetic(counties: int, indicators: int) -> None:
    """Decomposition by county × ten sectors, and an index of all indicators with its sensitivity."""
    names = [f"县{n}" for n in range(counties)]
    figures: dict[str, dict[str, Decimal | None]] = {
        f"i{k}": {c: Decimal((7 * n + 13 * k * n + k) % 101) for n, c in enumerate(names)}
        for k in range(indicators)
    }
    start = time.perf_counter()
    decompose(
        [
            Cell((c, s), Decimal(n + 1), Decimal(n % 9))
            for n, c in enumerate(names)
            for s in "abcdefghij"
        ]
    )
    split = time.perf_counter() - start
    start = time.perf_counter()
    found = sensitivity(compose([Part(k, 1 / Decimal(indicators)) for k in figures], figures))
    took = time.perf_counter() - start
    print(f"decomposition of {counties} × 10: {split * 1000:.0f} ms; index of {indicators} parts with {found.tried} changed weights: {took * 1000:.0f} ms")  # fmt: skip


def large_sheet(city: SmallCity, rows: int) -> None:
    """A long sheet of one more year, with a wrong row in a thousand."""
    years = range(2000, 2015)
    lines = ["region,indicator,period,value,unit"]
    for n in range(rows):
        region = "无此县" if n % 1000 == 999 else f"县{n % 100:03}"
        lines.append(f"{region},i{n // 100 % 100:03},{years[n // 10000 % 15]}Q1,{n % 97 / 10},%")
    data = "\n".join(lines).encode()
    start, cpu = time.perf_counter(), time.process_time()
    batch = take_in(
        city.seat("organiser"),
        sheet=read_file(data, "csv"),
        file_name="大表.csv",
        source="局",
        on=None,
    )
    commit(city.seat("organiser"), batch.pk)
    job = Job.objects.filter(kind="yardsticks.figures").latest("pk")
    if job.state == "waiting":
        perform(job.pk)
    job.refresh_from_db()
    took, used = time.perf_counter() - start, time.process_time() - cpu
    print(f"sheet of {rows:,} rows: {took:.1f} s ({used:.1f} s CPU), {job.state}, {job.message}")


def main(counties: int, indicators: int, quarters: int) -> None:
    """Fill, then measure; load is printed beside, since other work on the machine counts."""
    city = build_small_city()
    periods = fill(city, counties, indicators, quarters)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    total = Reading.objects.filter(committee=city.committee).count()
    client = Client()
    client.force_login(city.account("organiser"))
    print(f"{connection.vendor}: {total:,} readings, load {os.getloadavg()[0]:.1f}")
    reading = Reading.objects.filter(committee=city.committee, period=periods[0]).first()
    assert reading is not None
    for url in (
        "/compare/",
        f"/compare/?period={periods[20 % quarters]}&group=第7类",
        f"/figures/{reading.pk}/",
        "/yardsticks/",
        f"/yardsticks/index/{Yardstick.objects.get(code='all').pk}/",
        f"/regions/{reading.region_id}/",
        "/decompose/",
        "/targets/",
        "/gaps/",
        "/compare/map/",
    ):
        took, used, queries = timed(client, url)
        print(f"{url}: {took:.0f} ms ({used:.0f} ms processor), {queries} queries", flush=True)
    arithmetic(counties, indicators)
    large_sheet(city, 100_000)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:4]] or [100, 200, 40]
    setup_test_environment()
    runner = get_runner(settings)(verbosity=0, interactive=False)
    old = runner.setup_databases()
    try:
        main(*numbers)
    finally:
        runner.teardown_databases(old)
