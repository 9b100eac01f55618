"""Folded votes on a local cluster: ``python cluster.py ENGINE VOTES [PARTS] [WORKERS]``, one line of JSON.

ENGINE is here (one process), processes (the standard library), dask or spark. Each part is a file written
beforehand; workers read them where they lie. Twenty votes a person, 200 statements.
"""

# ruff: noqa: E402  the source and the number of threads are set before numpy is read
from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
SOURCE = str(Path(__file__).parents[2] / "src")
sys.path.insert(0, SOURCE)
os.environ["PYTHONPATH"] = SOURCE  # for workers that start on their own
os.environ["PYSPARK_PYTHON"] = sys.executable

import numpy as np

from shangliang.engines.opinion import Votes
from shangliang.engines.opinion.folding import analyse_folded, here

STATEMENTS, EACH, GROUPS = 200, 20, 4


def written(folder: Path, votes: int, parts: int) -> list[str]:
    """Files of the parts; the votes depend on their number alone, not on the parts."""
    chance = 1 / (1 + np.exp(-np.random.default_rng(1).normal(0, 1.5, (GROUPS, STATEMENTS))))
    people = votes // EACH
    chunk = 12_500  # people drawn at once, so that parts of any size hold the same ones
    chunks = -(-people // chunk)
    names = []
    for part in range(parts):
        mine = range(part * chunks // parts, (part + 1) * chunks // parts)
        who, what, how = [], [], []
        for at in mine:
            rng = np.random.default_rng([2, at])
            n = min(chunk, people - at * chunk)
            group = rng.integers(0, GROUPS, n)
            count = np.clip(rng.poisson(EACH * rng.lognormal(-0.125, 0.5, n)), 1, 90)
            ids = np.repeat(np.arange(n), count)
            seen = rng.integers(0, STATEMENTS, len(ids), dtype=np.uint16)
            vote = np.where(rng.random(len(ids)) < chance[group[ids], seen], 1, -1).astype(np.int8)
            vote[rng.random(len(ids)) < 0.12] = 0
            who.append((ids + (at - mine.start) * chunk).astype(np.int32))
            what.append(seen)
            how.append(vote)
        names.append(str(folder / f"{votes}-{parts}-{part}.npz"))
        np.savez(
            names[-1], who=np.concatenate(who), what=np.concatenate(what), how=np.concatenate(how)
        )
    return names


def load(name: str) -> Votes:
    data = np.load(name)
    return Votes.of_codes(data["who"], data["what"], data["how"], statements=range(STATEMENTS))


@contextmanager
def engine(name: str, workers: int) -> Iterable[Callable[..., Iterable[Any]]]:
    if name == "here":
        yield here
    elif name == "processes":
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(workers) as pool:
            yield pool.map
    elif name == "dask":
        from distributed import Client, LocalCluster

        with (
            LocalCluster(
                n_workers=workers, threads_per_worker=1, dashboard_address=None
            ) as cluster,
            Client(cluster) as client,
        ):

            def run(function: Callable[[Any], Any], items: Sequence[Any]) -> Iterable[Any]:
                shared = client.scatter(function, broadcast=True)
                return client.gather(client.map(_call, items, function=shared, pure=False))

            yield run
    else:
        from pyspark.sql import SparkSession

        session = (
            SparkSession.builder.master(f"local[{workers}]")
            .config("spark.driver.memory", "2g")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.maxResultSize", "0")
            .getOrCreate()
        )
        context = session.sparkContext
        context.setLogLevel("ERROR")
        try:
            yield (
                lambda function, items: (
                    context.parallelize(list(items), len(items)).map(function).collect()
                )
            )
        finally:
            session.stop()


def _call(item: Any, function: Callable[[Any], Any]) -> Any:
    return function(item)


def used() -> float:
    """CPU seconds of this process and of workers that have ended."""
    both = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(u.ru_utime + u.ru_stime for u in both)


def main() -> None:
    name, votes = sys.argv[1], int(float(sys.argv[2]))
    parts = int(sys.argv[3]) if len(sys.argv) > 3 else max(2, votes // 2_500_000)
    workers = int(sys.argv[4]) if len(sys.argv) > 4 else 2
    with tempfile.TemporaryDirectory() as folder:
        files = written(Path(folder), votes, parts)
        began = time.perf_counter()
        with engine(name, workers) as run:
            ready = time.perf_counter()
            before = used()
            folded = analyse_folded(files, load=load, run=run)
            done = time.perf_counter()
        spent = used() - before
    opinion = folded.opinion
    said = [
        [(g.size, g.stability) for g in opinion.groups],
        [(a.statement, a.score, a.low) for a in opinion.consensus_agree],
        [(d.statement, d.score, d.low, d.high) for d in opinion.divisive],
        sorted(opinion.group_aware_consensus.items()),
        int(folded.sums.product.sum()),
        int((folded.sums.cross * np.arange(STATEMENTS)).sum()),
    ]
    print(
        json.dumps(
            {
                "engine": name,
                "votes": int(folded.sums.counts.seen.sum()),
                "people": folded.sums.people,
                "parts": parts,
                "workers": workers,
                "start_s": round(ready - began, 2),
                "run_s": round(done - ready, 2),
                "cpu_s": round(spent, 2),
                "own_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                "groups": [g.size for g in opinion.groups],
                "answer": __import__("hashlib").sha256(json.dumps(said).encode()).hexdigest()[:16],
            }
        )
    )


if __name__ == "__main__":
    main()
