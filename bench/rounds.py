"""A round under its load: 10,000 people answering 20 statements each within an hour, and a full room.

``python bench/rounds.py [--minutes 5] [--before 180000] [--statements 40] [--people 10000]``

Starts the product's own server (granian, as installed) on a database of its own with one open round,
and comes as phones do: the page, the button, one statement after another over HTTP. People begin at the
rate of 10,000 an hour; every answer is due at its time whether or not the one before was slow, so that
waiting is counted. ``--before`` puts so many answers into the round first: how the hour ends. Then 500
come from one address within a minute. One answer in twenty is sent twice at the same moment. At the end
rows are counted against the answers that were taken: none lost, none double.

``SHANGLIANG_DATABASE_URL`` measures on PostgreSQL.
"""

import argparse
import heapq
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from load import free_port
from rounds_made import EACH, own_database, prepared, rows

GAP = 2.0  # seconds between two statements of a person
ROOM, ROOM_SECONDS, ROOM_GAP = 500, 60, 10.0
THREADS, DOUBLE = 48, 20
CARD = re.compile(rb'name="statement" value="(\d+)"')


@dataclass
class Person:
    """A phone: its cookies, the statement on its screen, what the server took of it."""

    cookies: dict[str, str] = field(default_factory=dict)
    statement: bytes = b""
    taken: set[bytes] = field(default_factory=set)
    left: int = EACH
    gap: float = GAP


@dataclass
class Seen:
    """What happened in one part of the run; times in seconds."""

    answers: list[float] = field(default_factory=list)
    joins: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    twice: int = 0
    people: int = 0

    def told(self, seconds: float) -> dict[str, Any]:
        return {
            "people": self.people,
            "answers": len(self.answers),
            "answers a minute": round(60 * len(self.answers) / seconds),
            "sent twice at once": self.twice,
            "answer ms, median": ms(self.answers, 50),
            "answer ms, p95": ms(self.answers, 95),
            "answer ms, p99": ms(self.answers, 99),
            "coming in ms, p95": ms(self.joins, 95),
            "faults": len(self.faults),
            "first faults": self.faults[:3],
        }


def ms(times: list[float], percent: int) -> float:
    if len(times) < 2:
        return 0.0
    return round(1000 * statistics.quantiles(times, n=100)[percent - 1], 1)


class Line(threading.local):
    """A connection of each thread, as phones keep theirs."""

    port = 0

    def ask(self, method: str, path: str, who: Person, body: str = "") -> tuple[int, bytes]:
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in who.cookies.items())}
        if method == "POST":
            headers |= {
                "X-CSRFToken": who.cookies.get("csrftoken", ""),
                "Content-Type": "application/x-www-form-urlencoded",
            }
        if "/vote/" in path and method == "POST":
            headers["X-Card"] = "1"
        line: http.client.HTTPConnection | None = getattr(self, "line", None)
        if line is None:
            line = self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            line.request(method, path, body or None, headers)
            answer = line.getresponse()
            text = answer.read()
        except (http.client.HTTPException, OSError):
            line.close()
            self.line = None
            raise
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                who.cookies[key] = rest.partition(";")[0]
        return answer.status, text


LINE = Line()


def come_in(code: str, who: Person) -> None:
    LINE.ask("GET", f"/talk/{code}/", who)
    status, _ = LINE.ask("POST", f"/talk/{code}/join/", who)
    if status != 302:
        raise RuntimeError(f"join: {status}")
    status, text = LINE.ask("GET", f"/talk/{code}/vote/", who)
    who.statement = card_of(status, text)


def card_of(status: int, text: bytes) -> bytes:
    if status != 200:
        raise RuntimeError(f"answer: {status}")
    found = CARD.search(text)
    return found[1] if found else b""


def answer(code: str, who: Person, seen: Seen) -> None:
    value = ("agree", "disagree", "pass")[int(who.statement) % 3]
    body = f"statement={who.statement.decode()}&value={value}"
    path = f"/talk/{code}/vote/"
    other = None
    if (len(seen.answers) + 1) % DOUBLE == 0:
        other = threading.Thread(target=again, args=(path, who, body, seen))
        other.start()
    status, text = LINE.ask("POST", path, who, body)
    done, who.statement = who.statement, card_of(status, text)
    who.taken.add(done)
    if other:
        other.join()
        seen.twice += 1


def again(path: str, who: Person, body: str, seen: Seen) -> None:
    try:
        status, _ = LINE.ask("POST", path, who, body)
        if status != 200:
            seen.faults.append(f"twice: {status}")
    except OSError as error:
        seen.faults.append(f"twice: {error}")


def driven(code: str, starts: list[float], gap: float, last: float) -> tuple[Seen, list[Person]]:
    """Everybody at their time until ``last``; returns what was seen and the people."""
    seen, people = Seen(), [Person(gap=gap) for _ in starts]
    due = [(at, n) for n, at in enumerate(starts)]
    heapq.heapify(due)
    lock, begin = threading.Lock(), time.monotonic()

    def work() -> None:
        while True:
            with lock:
                if not due or due[0][0] > last:
                    return
                at, n = heapq.heappop(due)
            time.sleep(max(0.0, begin + at - time.monotonic()))
            who, first = people[n], not people[n].cookies
            try:
                if first:
                    come_in(code, who)
                    seen.people += 1
                    seen.joins.append(time.monotonic() - begin - at)
                else:
                    answer(code, who, seen)
                    seen.answers.append(time.monotonic() - begin - at)
                    who.left -= 1
            except Exception as error:  # noqa: BLE001  every fault is counted
                seen.faults.append(repr(error)[:120])
                continue
            if who.left and who.statement:
                with lock:
                    heapq.heappush(due, (max(at + who.gap, time.monotonic() - begin), n))

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen, people


def main() -> None:
    words = argparse.ArgumentParser()
    words.add_argument("--minutes", type=float, default=5)
    words.add_argument("--people", type=int, default=10_000)
    words.add_argument("--statements", type=int, default=40)
    words.add_argument("--before", type=int, default=180_000)
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"SHANGLIANG_DATA_DIR": folder}
        os.environ["DJANGO_SETTINGS_MODULE"] = "shangliang.settings.product"
        if url := os.environ.get("SHANGLIANG_DATABASE_URL", ""):
            os.environ["SHANGLIANG_DATABASE_URL"] = own_database(url)
        code = prepared(given.statements, given.before)
        LINE.__class__.port = free_port()
        log = (Path(folder) / "server.log").open("wb")
        server = subprocess.Popen(
            [sys.executable, "-m", "shangliang.cli", "serve", "--port", str(LINE.port)],
            stdout=log,
            stderr=log,
        )
        try:
            measured(code, given)
        finally:
            server.terminate()
            server.wait(20)


def measured(code: str, given: argparse.Namespace) -> None:
    for _ in range(240):
        try:
            if LINE.ask("GET", f"/talk/{code}/", Person())[0] == 200:
                break
        except OSError:
            time.sleep(0.5)
    else:
        raise SystemExit("the server did not answer")
    taken = 0
    seconds = given.minutes * 60
    starts = [n * 3600 / given.people for n in range(int(seconds * given.people / 3600))]
    parts = [("the hour", starts, GAP, seconds)]
    room = [n * ROOM_SECONDS / ROOM for n in range(ROOM)]
    parts.append(("a room of 500 in a minute", room, ROOM_GAP, ROOM_SECONDS))
    for name, begin, gap, last in parts:
        before_load = os.getloadavg()[0]
        seen, people = driven(code, begin, gap, last)
        taken += sum(len(p.taken) for p in people)
        print(json.dumps({"part": name} | seen.told(last), ensure_ascii=False), flush=True)
        print(f"load {before_load:.1f} -> {os.getloadavg()[0]:.1f}", flush=True)
    total, double = rows(given.before)
    print(json.dumps({"answers taken": taken, "rows": total, "cells with two rows": double}))


if __name__ == "__main__":
    main()
