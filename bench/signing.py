"""A hall signs in by its phones: 300 at a steady pace, then 200 at the same moment, on a real server.

    SHANGLIANG_DATA_DIR=var/demo python bench/signing.py [seconds for the 300]

Needs a filled sample city (``shangliang demo --no-serve``). Each phone opens the page of the code on the
wall and hands it in: two requests. At the end the rows are counted: 500 presences, 500 ticks, 500 events,
nobody lost and nobody twice. Sign-in to the system itself is measured in ``bench/load.py``.
"""

import json
import os
import statistics
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http.cookiejar import Cookie
from typing import Any

sys.path.insert(0, os.path.dirname(__file__))

from load import Browser, free_port

STEADY, AT_ONCE = 300, 200


def cookie(name: str, value: str) -> Cookie:
    return Cookie(
        0, name, value, None, False, "127.0.0.1", True, False, "/", True, False, None, False, None, None, {}
    )  # fmt: skip


def prepare(people: int) -> tuple[Any, list[str]]:
    """A meeting under way, and so many members with a session on their phone."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shangliang.settings.product")
    os.environ.setdefault("SHANGLIANG_DEMO", "1")
    django.setup()
    from django.conf import settings
    from django.test import Client
    from django.utils import timezone

    from shangliang.accounts.models import User
    from shangliang.accounts.seats import seat_of
    from shangliang.activities.actions.plan import plan_activity
    from shangliang.activities.models import Activity
    from shangliang.actors.models import Actor, Tie

    office = Actor.objects.select_related("account", "committee").get(account__username="zhuanwei")
    city, day = office.committee, timezone.localdate()
    made = Actor.objects.bulk_create(
        Actor(committee=city, kind="person", name=f"压测委员{n}", stroke_key=f"{n:05d}")
        for n in range(people)
    )
    Tie.objects.bulk_create(
        Tie(committee=city, kind="member", who=p, whom=city, start=day) for p in made
    )
    sessions = []
    for n, person in enumerate(made):
        person.account = User.objects.create(
            username=f"hall{os.getpid()}-{n}", password="!", demo=True
        )
        person.save(update_fields=["account"])
        client = Client()
        client.force_login(person.account)
        sessions.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
    now = timezone.now()
    row = plan_activity(
        seat_of(office), kind="meeting", title="压测：大会签到", starts_at=now + timedelta(days=9),
        ends_at=now + timedelta(days=9, hours=5), invitees=[p.pk for p in made],
    )  # fmt: skip
    begin = now - timedelta(minutes=10)
    Activity.objects.filter(pk=row.pk).update(starts_at=begin, ends_at=begin + timedelta(hours=5))
    row.sittings.update(starts_at=begin, ends_at=begin + timedelta(hours=5))
    row.refresh_from_db()
    return row, sessions


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    row, sessions = prepare(STEADY + AT_ONCE)
    from django.conf import settings
    from django.utils import timezone

    from shangliang.activities.models import Presence, Tick
    from shangliang.activities.signing import code_at
    from shangliang.journal.models import Event

    port = free_port()
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "-m", "shangliang.cli", "demo", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    path = f"/activities/{row.pk}/in/"
    took: dict[str, list[float]] = {"steady": [], "at once": []}
    faults: list[str] = []
    lock = threading.Lock()

    def phone(n: int, kind: str) -> None:
        browser = Browser(address)
        browser.jar.set_cookie(cookie(settings.SESSION_COOKIE_NAME, sessions[n]))
        begin = time.monotonic()
        try:
            browser.get(path)
            status, _ = browser.post(path, {"code": code_at(row, timezone.now())})
            if status != 200:
                raise RuntimeError(str(status))
        except Exception as error:  # noqa: BLE001 - every fault is counted
            with lock:
                faults.append(f"{kind} {n}: {error}")
            return
        with lock:
            took[kind].append(time.monotonic() - begin)

    try:
        for _ in range(240):
            try:
                Browser(address).get("/sign-in/")
                break
            except OSError:
                time.sleep(0.5)
        start = time.monotonic()
        with ThreadPoolExecutor(32) as pool:
            for n in range(STEADY):
                time.sleep(max(0.0, n * seconds / STEADY - (time.monotonic() - start)))
                pool.submit(phone, n, "steady")
        steady = time.monotonic() - start
        start = time.monotonic()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for n in range(AT_ONCE):
                pool.submit(phone, STEADY + n, "at once")
        at_once = time.monotonic() - start
    finally:
        server.terminate()
        server.wait(20)
    print(
        json.dumps(
            {
                "steady": {"people": len(took["steady"]), "seconds": round(steady, 1)} | said(took["steady"]),
                "at once": {"people": len(took["at once"]), "seconds": round(at_once, 1)} | said(took["at once"]),
                "presences": Presence.objects.filter(sitting__activity=row).count(),
                "ticks": Tick.objects.filter(activity=row).count(),
                "events": Event.objects.filter(verb="activity.sign_in", case_id=row.pk).count(),
                "faults": faults[:5],
                "fault_count": len(faults),
                "load": round(os.getloadavg()[0], 1),
            },
            ensure_ascii=False,
        )
    )  # fmt: skip


def said(times: list[float]) -> dict[str, float | None]:
    return {
        "median": round(statistics.median(times), 2) if times else None,
        "longest": round(max(times), 2) if times else None,
    }


if __name__ == "__main__":
    main()
