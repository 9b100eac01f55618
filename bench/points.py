"""Replay and settlement of a year of points: 2,600 members, about 60,000 facts.

    python bench/points.py [members]        (SHANGLIANG_DATABASE_URL chooses the database)

In-process, one run after a warm-up of the imports. Rows are made by bulk_create beside the verbs; nothing
is kept.
"""

import os
import sys
import tempfile
import time
from datetime import datetime, timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shangliang.settings.testing")
os.environ.setdefault("SHANGLIANG_DATA_DIR", tempfile.mkdtemp(prefix="shangliang-bench-"))

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import (  # noqa: E402
    CaptureQueriesContext,
    get_runner,
    setup_test_environment,
)
from django.utils import timezone  # noqa: E402

from shangliang.activities.models import Activity, Attendance, Presence, Sitting  # noqa: E402
from shangliang.actors.models import Actor, Tie  # noqa: E402
from shangliang.deeds.actions.adopt_table import adopt_table  # noqa: E402
from shangliang.deeds.actions.settle import settle  # noqa: E402
from shangliang.deeds.facts import gather  # noqa: E402
from shangliang.deeds.ledger import replay  # noqa: E402
from shangliang.deeds.models import Deed  # noqa: E402
from shangliang.demo.small import SmallCity, build_small_city  # noqa: E402
from shangliang.procedures.office_calendar import today  # noqa: E402


def fill(city: SmallCity, members: int) -> None:
    """Twenty activities each (a share of them absent) and three deeds: about 23 facts a member."""
    year, office = today().year, city.people["organiser"]
    people = Actor.objects.bulk_create(
        [
            Actor(committee=city.committee, kind="person", name=f"委员{n}", stroke_key=f"{n:06d}")
            for n in range(members)
        ],
        batch_size=500,
    )
    start = datetime(year, 1, 2).date()
    Tie.objects.bulk_create(
        [
            Tie(committee=city.committee, kind="member", who=p, whom=city.committee, start=start)
            for p in people
        ],
        batch_size=500,
    )
    kinds = ("plenary", "standing", "meeting", "inspection", "research", "study", "visit", "forum")
    for n in range(20):
        at = timezone.make_aware(datetime(year, 1 + n % 10, 5 + n % 20, 9))
        row = Activity.objects.create(
            committee=city.committee, state="closed", kind=kinds[n % 8], title=f"活动 {n}",
            starts_at=at, ends_at=at + timedelta(hours=3), first_starts_at=at, notice_days=3,
            must=n % 8 < 3, planned_by=office,
        )  # fmt: skip
        part = Sitting.objects.create(
            committee=city.committee, activity=row, starts_at=at, ends_at=row.ends_at
        )
        told = at - timedelta(days=20)
        rows = Attendance.objects.bulk_create(
            [
                Attendance(
                    committee=city.committee, activity=row, person=p, state="going", told_at=told
                )
                for p in people
            ],
            batch_size=500,
        )
        Presence.objects.bulk_create(
            [
                Presence(committee=city.committee, attendance=a, sitting=part, came_at=at)
                for k, a in enumerate(rows)
                if k % 9
            ],
            batch_size=500,
        )
    Deed.objects.bulk_create(
        [
            Deed(
                committee=city.committee,
                state="confirmed",
                person=p,
                what=what,
                title="事",
                on=start,
            )
            for p in people
            for what in ("charity", "speech_written", "article")
        ],
        batch_size=500,
    )


def main() -> None:
    members = int(sys.argv[1]) if len(sys.argv) > 1 else 2600
    setup_test_environment()
    runner = get_runner(settings)(verbosity=0, interactive=False)
    old = runner.setup_databases()
    try:
        city = build_small_city()
        fill(city, members)
        year, seat = today().year, city.seat("organiser")
        table = adopt_table(seat, year=year, preset="hongkou").table
        facts = gather(city.committee.pk, year)
        for label in ("replay", "replay again"):
            with CaptureQueriesContext(connection) as asked:
                began = time.perf_counter()
                found = replay(city.committee.pk, year, table)
                took = time.perf_counter() - began
            print(
                f"{label}: {members} members, {len(facts)} facts, {took:.1f} s, {len(asked)} queries"
            )
        began = time.perf_counter()
        done = settle(seat, year=year)
        print(f"first settlement: {done['posted']} lines, {time.perf_counter() - began:.1f} s")
        began = time.perf_counter()
        again = settle(seat, year=year)
        print(f"second settlement: {again['posted']} lines, {time.perf_counter() - began:.1f} s")
        print(f"sum {sum(r.total for r in found.values())}, load {os.getloadavg()[0]:.1f}")
    finally:
        runner.teardown_databases(old)


if __name__ == "__main__":
    main()
