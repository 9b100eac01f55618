"""Known-item search in a large index, permission included: ``python bench/search/known.py [documents]``.

Fills a database of its own (kept in ``--keep``) with a small committee, that many proposals and their
index rows: real letters as items to be found, the rest spliced from them (edits.spliced). A query is
what a person remembers of a title: two or three of its telling words, or a stretch of it. Prints JSON
lines; CPU time of the process and wall time apart, since other work lengthens only the second.
"""

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
SEED, BLOCK = 11, 10_000
FIRST_DAY, LAST_DAY = date(2010, 1, 1), date(2026, 6, 30)


def ready(folder: Path) -> None:
    """The product on a database in this folder (or the server named by the address)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shangliang.settings.product")
    os.environ["SHANGLIANG_DATA_DIR"] = str(folder)
    os.environ["SHANGLIANG_DEMO"] = "1"
    import django

    django.setup()


def texts(size: int, start: int, stop: int) -> Iterator[tuple[str, str, str]]:
    """(id, title, body) of these places: the real letters somewhere among spliced ones."""
    import measures
    import near
    from edits import sentences, spliced

    folder = measures.data()
    if folder is None:
        sys.exit("the texts do not lie beside the checkout (SHANGLIANG_SHARED)")
    real = [t for t in near.letters(folder) if t.title]
    pool = [s for t in real if (s := sentences(t.body))]
    titles = [t.title for t in real]
    places = dict(zip(random.Random(SEED).sample(range(size), min(size, len(real))), real, strict=False))  # fmt: skip
    for number in range(start, stop):
        if number in places:
            yield places[number].id, places[number].title, places[number].body
            continue
        if number % BLOCK == 0 or number == start:
            rng = random.Random(f"{SEED}:{number}")
        a, b = rng.choice(titles), rng.choice(titles)
        yield f"S{number}", a[: len(a) // 2] + b[len(b) // 2 :], spliced(pool, rng)[:1500]


def begin() -> dict[str, Any]:
    """The committee, and one proposal the others are copies of."""
    from django.core.management import call_command

    from shangliang.demo.small import build_small_city

    call_command("migrate", verbosity=0)
    city = build_small_city()
    return {
        "committee": city.committee.pk,
        "people": {k: city.people[k].pk for k in ("clerk", "member", "leader")},
        "case": city.filed().pk,
        "named": {},
        "characters": 0,
        "done": 0,
        "fill_s": 0.0,
    }


def fill(size: int, filled: dict[str, Any], stop: int) -> None:
    """A proposal for each text up to ``stop``, and its rows of the index."""
    from django.db import connection

    from shangliang.search.sources import Entry
    from shangliang.search.store import put, rows_of
    from shangliang.submissions.models import Submission

    began = time.process_time()
    columns = [f.column for f in Submission._meta.local_fields]
    own = {"id": "%s", "number": "NULL", "serial": "NULL", "class_number": "NULL", "public_code": "NULL"}  # fmt: skip
    sql = (
        f"INSERT INTO submissions_submission ({', '.join(columns)}) "
        f"SELECT {', '.join(own.get(c, c) for c in columns)} FROM submissions_submission WHERE id = {filled['case']}"
    )
    span = (LAST_DAY - FIRST_DAY).days
    rows: list[Any] = []
    ids: list[list[int]] = []

    def flush() -> None:
        with connection.cursor() as cursor:
            cursor.executemany(sql, ids)
        put(rows)
        rows.clear()
        ids.clear()

    start = filled["done"]
    for number, (name, title, body) in enumerate(texts(size, start, stop), start):
        pk = 10_000_000 + number
        day = FIRST_DAY + timedelta(days=number * span // size)
        rows += rows_of("proposal", Entry(pk, title, body, day, committee_id=filled["committee"]))
        ids.append([pk])
        filled["characters"] += len(body)
        if not name.startswith("S"):
            filled["named"][name] = pk
        if len(ids) == 2000:
            flush()
    if ids:
        flush()
    filled["done"] = stop
    filled["fill_s"] += time.process_time() - began


def finish(filled: dict[str, Any]) -> None:
    from django.db import connection

    from shangliang.engines.search.tokens import VERSION
    from shangliang.search.models import IndexState
    from shangliang.search.pairs_seen import count

    count(filled["committee"])
    IndexState.objects.update_or_create(
        committee_id=filled["committee"], defaults={"version": VERSION, "rows": filled["done"]}
    )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("documents", type=int, nargs="?", default=1_000_000)
    asked.add_argument("--keep", type=Path)
    asked.add_argument("--part", type=int, help="fill so many and stop; call again for the rest")
    said = asked.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = said.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        ready(folder)
        note = folder / "filled.json"
        filled = json.loads(note.read_text()) if note.exists() else begin()
        least = min(said.documents, filled["done"] + (said.part or said.documents))
        if filled["done"] < said.documents:
            fill(said.documents, filled, least)
            if least == said.documents:
                finish(filled)
            note.write_text(json.dumps(filled))
        if least < said.documents:
            return 3  # to be called again
        import known_asked as asking

        print(json.dumps({"documents": filled["done"], "characters_each": round(filled["characters"] / filled["done"]), "fill_cpu_s": round(filled["fill_s"])}))  # fmt: skip
        for line in asking.measure(filled, SEED):
            print(json.dumps(line, ensure_ascii=False), flush=True)
        for line in (
            asking.tokens_alone(filled, SEED),
            asking.beside_a_form(filled, SEED),
            asking.add_one(filled),
        ):
            print(json.dumps(line), flush=True)
        base = folder / "shangliang.sqlite3"
        size = base.stat().st_size // 2**20 if base.exists() else None
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps({"database_mb": size, "peak_memory_mb": peak}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
