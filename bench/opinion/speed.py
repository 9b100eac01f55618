"""Criteria 11 to 15: speed, one vote and a fresh map, odd input, what is asked next."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import peers
import routing
from planted import long_log, planted

from shangliang.engines.opinion import Live, Votes, analyse

Row = dict[str, Any]


def _timed(work: Callable[[], Any], times: int) -> float:
    """Median CPU seconds of this process."""
    used = []
    for _ in range(times):
        began = time.process_time()
        work()
        used.append(time.process_time() - began)
    return float(np.median(used))


def c11_speed(quick: bool) -> Row:
    """Each size in a process of its own: CPU seconds and peak memory, log of votes to opinion."""
    row: Row = {}
    sizes = [("10k x 200", 10_000, 200, 400_000), ("100k x 500", 100_000, 500, 3_700_000)]
    if not quick:
        sizes.append(("1M x 1,000", 1_000_000, 1000, 51_500_000))
    for name, n, m, cells in sizes:
        done = subprocess.run(
            [sys.executable, __file__, str(n), str(m), str(cells)],
            capture_output=True,
            text=True,
            check=True,
        )
        cpu, wall, mb, votes = done.stdout.split()
        row[f"{name}: CPU s"], row[f"{name}: MB"] = float(cpu), float(mb)
        row[f"{name}: wall s"], row[f"{name}: votes"] = float(wall), int(votes)
    if peers.there():
        log = long_log(10_000, 200, 400_000, 4, 1)
        votes = Votes.of_codes(*log, people=range(10_000), statements=range(200))
        row["peer 10k x 200: CPU s"] = peers.asked([votes])[0]["cpu"]
    return row


def one_size(n: int, m: int, cells: int) -> None:
    """Run by ``c11_speed``: prints CPU and wall seconds, peak MB and the number of votes."""
    log = long_log(n, m, cells, 4, 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began, wall = time.process_time(), time.perf_counter()
    votes = Votes.of_codes(*log, people=range(n), statements=range(m))
    analyse(votes)
    used, waited = time.process_time() - began, time.perf_counter() - wall
    peak = max(before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024
    print(round(used, 3), round(waited, 3), peak, votes.cells)


def _command(votes: Votes) -> float:
    """CPU seconds of ``shangliang opinion`` on a file of 536 x 314, from start to written answer."""
    who = np.repeat(np.arange(len(votes.people)), votes.counts)
    rows = zip(who.tolist(), votes.column.tolist(), votes.value.tolist(), strict=True)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "votes.csv"
        head = "participant,statement,vote,timestamp_ms\n"
        text = "".join(f"{p},{s},{v},{n}\n" for n, (p, s, v) in enumerate(rows))
        file.write_text(head + text, "utf-8")
        used = []
        for _ in range(3):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(
                [sys.executable, "-m", "shangliang.cli", "opinion", str(file), "--mode", "parity"]
                + ["--json", str(Path(folder) / "out.json")],
                check=True,
                capture_output=True,
            )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            used.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return float(min(used))


def c12_small(quick: bool) -> Row:
    """A round of 536 x 314 and one of 500 x 40, in process; CPU milliseconds, median."""
    made = planted(536, 314, 0.18, 2, 1, apart=1.5).votes
    room = planted(500, 40, 0.6, 3, 1, apart=1.5).votes
    times = 5 if quick else 15
    row: Row = {}
    for name, votes in (("536 x 314", made), ("500 x 40", room)):
        first = analyse(votes)
        row[f"{name}: parity ms"] = 1000 * _timed(lambda v=votes: analyse(v, mode="parity"), times)
        row[f"{name}: sound ms"] = 1000 * _timed(lambda v=votes: analyse(v), times)
        row[f"{name}: sound again ms"] = 1000 * _timed(
            lambda v=votes, f=first: analyse(v, like=f), times
        )
    row["whole command s"] = _command(made)
    if peers.there():
        row["peer 536 x 314: ms"] = 1000 * peers.asked([made, made])[1]["cpu"]
    return row


def c13_one_vote(quick: bool) -> Row:
    """One vote and every statistic of every statement after it; against a cold answer."""
    n, m, cells = (100_000, 500, 3_700_000) if quick else (1_000_000, 1000, 51_500_000)
    votes = Votes.of_codes(*long_log(n, m, cells, 4, 1), people=range(n), statements=range(m))
    opinion = analyse(votes)
    live = Live(votes, opinion)
    rng = np.random.default_rng(13)
    used = []
    for _ in range(500):
        person, statement, vote = (
            int(rng.integers(n)),
            int(rng.integers(m)),
            int(rng.integers(-1, 2)),
        )
        began = time.perf_counter()
        live.vote(person, statement, vote)
        live.measures()
        used.append(time.perf_counter() - began)
    live.refresh()
    refreshed = []
    for _ in range(5):  # ten thousand answers of a second or two, then the map
        for person, statement, vote in zip(
            rng.integers(0, n, 10_000).tolist(),
            rng.integers(0, m, 10_000).tolist(),
            rng.integers(-1, 2, 10_000).tolist(),
            strict=True,
        ):
            live.vote(person, statement, vote)
        began = time.process_time()
        live.refresh()
        live.measures()
        refreshed.append(time.process_time() - began)
    return {
        "one vote ms": 1000 * float(np.median(used)),
        "one vote ms, p99": 1000 * float(np.quantile(used, 0.99)),
        "map after 10,000 votes, CPU s": float(np.median(refreshed)),
        "people": n,
    }


def c14_odd(_: bool) -> Row:
    from shangliang.engines.opinion.tests.test_odd_input import ODD

    right = 0
    for rows, _note in ODD.values():
        for mode in ("sound", "parity"):
            o = analyse(Votes.of(rows), mode=mode)
            numbers = np.array([*o.positions.values(), (0.0, 0.0)])
            right += bool(np.isfinite(numbers).all())
    return {"defined": right / (2 * len(ODD))}


def c15_routing(quick: bool) -> Row:
    """Ours with four fifths of the votes less the published rule with all."""
    found = routing.compared(2 if quick else 10)
    return {f"{key}, gain with a fifth fewer votes": value for key, value in found.items()}


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    one_size(*(int(x) for x in sys.argv[1:4]))
