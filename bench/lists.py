"""Server time of the register and the desks on 2,000, 20,000 and 100,000 proposals.

    python bench/lists.py [rows ...]        (SHANGLIANG_DATABASE_URL chooses the database)

In-process client, warm, median of seven requests, with the number of queries. The rows are made by
bulk_create beside the verbs, since only their number matters here; nothing is kept.
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shangliang.settings.testing")
os.environ.setdefault("SHANGLIANG_DATA_DIR", tempfile.mkdtemp(prefix="shangliang-bench-"))

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, reset_queries  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import (  # noqa: E402
    CaptureQueriesContext,
    get_runner,
    setup_test_environment,
)
from django.utils import timezone  # noqa: E402

from shangliang.demo.small import SmallCity, build_small_city  # noqa: E402
from shangliang.submissions import like  # noqa: E402
from shangliang.submissions.models import (  # noqa: E402
    Assignment,
    CoSignature,
    Recommendation,
    Submission,
)

STATES = ("closed",) * 14 + ("handling",) * 3 + ("filed", "not_filed", "merged")
MATTERS = ("加装电梯管养", "校车安全", "养老助餐点", "口袋公园", "冷链物流", "非遗传承", "河道清淤")
PLACES = ("城东", "城西", "开发区", "老街", "六和", "一江", "四泉", "五岭")
PAGES = (
    ("clerk", "/proposals/"),
    ("clerk", "/proposals/?page=40"),
    ("clerk", "/proposals/?state=handling&unit=市住建局"),
    ("clerk", "/proposals/?q=电梯"),
    ("clerk", "/proposals/?overdue=1&sort=number"),
    ("member", "/proposals/"),
    ("staff_housing", "/proposals/"),
    ("clerk", "/desk/review/"),
    ("clerk", "/desk/review/?tab=done"),
    ("supervisor", "/desk/assign/"),
)


def fill(city: SmallCity, count: int) -> None:
    """``count`` proposals with an ask, a signature and, where handled, a unit."""
    now, people, units = timezone.now(), list(city.people.values())[:5], list(city.units.values())
    rows = [
        Submission(
            committee=city.committee,
            rulebook=city.rulebook,
            session=city.session,
            state=STATES[n % len(STATES)] if n % 200 else "submitted",
            author=people[n % 5],
            title=f"关于{PLACES[n % 8]}第{n}处{MATTERS[n % 7]}的提案",
            situation="走访时看到的情况。",
            serial=n + 1000,
            number=n + 1000 if n % 200 else None,
            class_code="society",
            proposer_names=people[n % 5].name,
            lead_names=str(units[n % 5]),
            asks_count=1,
            submitted_at=now - timedelta(minutes=count - n),
        )
        for n in range(count)
    ]
    Submission.objects.bulk_create(rows, batch_size=2000)
    own = {"committee": city.committee}
    Recommendation.objects.bulk_create(
        (
            Recommendation(
                **own,
                submission=row,
                order=1,
                text=f"请在{PLACES[n % 8]}办好{MATTERS[n % 7]}第{n}项，年内完成。",
                addressee=units[n % 5],
            )
            for n, row in enumerate(rows)
        ),
        batch_size=2000,
    )
    CoSignature.objects.bulk_create(
        (
            CoSignature(**own, submission=r, person=r.author, role="first", state="signed")
            for r in rows
        ),
        batch_size=2000,
    )
    Assignment.objects.bulk_create(
        (
            Assignment(
                **own, submission=r, unit=units[n % 5], role="sole", state="done", assigned_at=now
            )
            for n, r in enumerate(rows)
            if r.state in ("handling", "closed")
        ),
        batch_size=2000,
    )


def timed(client: Client, path: str) -> tuple[float, int]:
    """Median milliseconds of seven requests, and the queries of one."""
    client.get(path)
    took = []
    for _ in range(7):
        start = time.perf_counter()
        answer = client.get(path)
        took.append((time.perf_counter() - start) * 1000)
        assert answer.status_code == 200, (path, answer.status_code)
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    return statistics.median(took), len(asked)


def measure(count: int) -> None:
    """One size: fill, warm, measure, print."""
    city = build_small_city(f"{count}号市", prefix=f"b{count}_")
    fill(city, count)
    connection.cursor().execute("ANALYZE")
    for who, path in PAGES:
        client = Client()
        client.force_login(city.account(who))
        ms, queries = timed(client, path)
        print(f"{count:>7}  {ms:8.1f} ms  {queries:>3} queries  {who:<14} {path}", flush=True)
    case = Submission.objects.filter(committee=city.committee, state="submitted").first()
    start = time.perf_counter()
    found = like.search(case)
    print(
        f"{count:>7}  {(time.perf_counter() - start) * 1000:8.1f} ms  similar: {len(found)} found"
    )
    reset_queries()


def main() -> None:
    """Measure each size in one throw-away database."""
    setup_test_environment()
    runner = get_runner(settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        for count in [int(a) for a in sys.argv[1:]] or [2000, 20000]:
            measure(count)
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    main()
