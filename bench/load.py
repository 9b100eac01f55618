"""A morning of a plenary: 500 sign-ins and 60 submissions a minute against a real server.

Run by ``bench/run.py``. Starts the product's own server on a database already filled, signs 500
people in from many threads while members hand in proposals at a steady pace, then counts: no answer
may be a fault, no submission may be lost.
"""

import http.cookiejar
import json
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor

SIGN_INS, SUBMISSIONS, SECONDS, THREADS = 500, 60, 60, 16
PASSWORD = "shangliang-demo"


class Browser:
    """Cookies and the CSRF token, as a browser keeps them."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def get(self, path: str) -> tuple[int, str]:
        with self.opener.open(self.address + path, timeout=60) as answer:
            return answer.status, answer.geturl()

    def token(self) -> str:
        return next((c.value or "" for c in self.jar if c.name == "csrftoken"), "")

    def post(self, path: str, data: dict[str, str]) -> tuple[int, str]:
        body = urllib.parse.urlencode(data | {"csrfmiddlewaretoken": self.token()}).encode()
        request = urllib.request.Request(self.address + path, body)
        request.add_header("Referer", self.address + path)
        with self.opener.open(request, timeout=60) as answer:
            return answer.status, answer.geturl()

    def call(self, path: str, body: dict[str, object]) -> dict[str, object]:
        request = urllib.request.Request(
            self.address + path,
            json.dumps(body).encode(),
            {
                "Content-Type": "application/json",
                "X-CSRFToken": self.token(),
                "Referer": self.address,
            },
        )
        with self.opener.open(request, timeout=60) as answer:
            return json.loads(answer.read())

    def sign_in(self, who: str) -> None:
        self.get("/sign-in/")
        _, where = self.post("/sign-in/", {"username": who, "password": PASSWORD})
        if "/sign-in/" in where:
            raise RuntimeError(f"{who} was not let in")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def prepare() -> list[str]:
    """Accounts for 500 members of the city (demo accounts of the sample only)."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shangliang.settings.product")
    django.setup()
    from django.contrib.auth.hashers import make_password

    from shangliang.accounts.models import User
    from shangliang.actors.models import Actor, Tie

    people = Actor.objects.filter(
        kind="person", account__isnull=True, ties__kind=Tie.Kind.MEMBER
    ).distinct()[:SIGN_INS]
    hashed = make_password(PASSWORD)
    names = []
    for n, person in enumerate(people):
        account = User.objects.create(username=f"bench{n}", password=hashed, demo=True)
        Actor.objects.filter(pk=person.pk).update(account=account)
        names.append(account.username)
    return names


def counted() -> int:
    """Proposals handed in, by the title this run gives."""
    from shangliang.submissions.models import Submission

    return Submission.objects.filter(
        title__startswith="关于压测", submitted_at__isnull=False
    ).count()


def hand_in(browser: Browser, n: int) -> None:
    """Draft, text, submit: three calls."""
    made = browser.call("/api/proposals", {})
    fields = {
        "title": f"关于压测第{n}件的提案",
        "situation": "情况。",
        "analysis": "因为没有人管。",
    }
    asks = [{"text": "请明确由谁负责，年内印发。"}]
    browser.call(f"/api/do/proposal/edit/{made['id']}", {"fields": fields, "asks": asks})
    browser.call(f"/api/do/proposal/submit/{made['id']}", {})


def main() -> None:
    """Serve, sign in, hand in, count."""
    names = prepare()
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "-m", "shangliang.cli", "demo", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    took: list[float] = []
    handed: list[float] = []
    faults: list[str] = []
    lock = threading.Lock()
    try:
        for _ in range(240):
            try:
                Browser(address).get("/sign-in/")
                break
            except OSError:
                time.sleep(0.5)
        browsers: dict[int, Browser] = {}
        before = counted()
        start = time.monotonic()

        def one(n: int) -> None:
            begin = time.monotonic()
            browser = Browser(address)
            try:
                browser.sign_in(names[n])
            except Exception as error:  # noqa: BLE001 - every fault is counted
                with lock:
                    faults.append(f"sign-in {n}: {error}")
                return
            with lock:
                took.append(time.monotonic() - begin)
                browsers[n] = browser

        def write(n: int) -> None:
            time.sleep(max(0.0, n * SECONDS / SUBMISSIONS - (time.monotonic() - start)))
            while True:  # whoever is signed in already and has not written yet
                with lock:
                    if browsers:
                        _, browser = browsers.popitem()
                        break
                time.sleep(0.1)
            begin = time.monotonic()
            try:
                hand_in(browser, n)
            except Exception as error:  # noqa: BLE001 - every fault is counted
                with lock:
                    faults.append(f"submission {n}: {error}")
                return
            with lock:
                handed.append(time.monotonic() - begin)

        with ThreadPoolExecutor(THREADS) as pool, ThreadPoolExecutor(8) as writers:
            for n in range(SUBMISSIONS):
                writers.submit(write, n)
            for n in range(len(names)):
                pool.submit(one, n)
            pool.shutdown(wait=True)
            signed_in = time.monotonic() - start
        found = counted() - before
    finally:
        server.terminate()
        server.wait(20)
    print(
        json.dumps(
            {
                "kind": "load",
                "sign_ins": len(took),
                "sign_in_seconds": signed_in,
                "sign_in_median": statistics.median(took) if took else None,
                "sign_in_longest": max(took, default=None),
                "submissions": len(handed),
                "submission_median": statistics.median(handed) if handed else None,
                "submission_longest": max(handed, default=None),
                "rows_found": found,
                "faults": faults[:5],
                "fault_count": len(faults),
            },
            ensure_ascii=False,
        ),
        flush=True,
    )


if __name__ == "__main__":
    main()
