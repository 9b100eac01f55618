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
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
EACH, SEED, BLOCK = 400, 11, 10_000
FIRST_DAY, LAST_DAY = date(2010, 1, 1), date(2026, 6, 30)
BROAD = [
    "小区",
    "物业",
    "学校",
    "建议",
    "停车",
    "道路",
    "政府",
    "业主",
    "问题",
    "公交",
    "医院",
    "社区",
    "噪音",
    "居民",
    "电梯",
    "环境",
    "拆迁",
    "教育",
    "安全",
    "老人",
]


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


def remembered(title: str, rng: random.Random) -> str:
    """What somebody types who remembers a title."""
    from shangliang.engines.search.summary import telling

    words = list(dict.fromkeys(telling(title)))
    if len(words) < 2 or rng.random() < 0.3:
        at = rng.randrange(max(1, len(title) - 8))
        return title[at : at + 8]
    return " ".join(sorted(rng.sample(words, min(3, len(words))), key=words.index))


def spread(took: list[float]) -> dict[str, float]:
    took = sorted(took)
    return {
        "p50": round(statistics.median(took), 1),
        "p95": round(took[int(len(took) * 0.95)], 1),
        "p99": round(took[min(len(took) - 1, int(len(took) * 0.99))], 1),
    }


def says(typed: str, hit: Any) -> bool:
    """Whether a title holds all that was typed, as the sought one does. Titles are spliced of halves of
    real ones, so that a half stands in some hundred others: where ten titles say it all, no order can
    know which one was meant (tie-aware, as with near duplicates)."""
    from shangliang.engines.search.fold import fold
    from shangliang.engines.search.query import parse

    title = fold("".join(piece.text for piece in hit.title))
    return all(term.text in title for term in parse(typed).terms)


def measure(filled: dict[str, Any]) -> Iterator[dict[str, Any]]:
    from shangliang.accounts.seats import seat_of
    from shangliang.actors.models import Actor
    from shangliang.search.find import Filters, search
    from shangliang.search.models import Row

    rng = random.Random(SEED + 1)
    named = filled["named"]
    titles = dict(
        Row.objects.filter(kind="proposal", object_id__in=list(named.values())[:6000]).values_list("object_id", "title")
    )  # fmt: skip
    items = rng.sample(sorted(titles), min(EACH, len(titles)))
    for who in ("clerk", "member"):
        seat = seat_of(Actor.objects.get(pk=filled["people"][who]))
        search(seat, "小区 电梯")
        cpu, wall, found, tied = [], [], 0, 0
        missed = []
        for pk in items:
            typed = remembered(titles[pk], rng)
            start, spent = time.perf_counter(), time.process_time()
            got = search(seat, typed, Filters())
            cpu.append((time.process_time() - spent) * 1000)
            wall.append((time.perf_counter() - start) * 1000)
            first = list(got.hits[:10])
            ok = any(
                h.object_id == pk or "".join(p.text for p in h.title) == titles[pk] for h in first
            )
            found += ok
            tied += ok or (len(first) == 10 and all(says(typed, h) for h in first))
            if not ok and len(missed) < 12:
                missed.append([typed, titles[pk], got.total])
        yield {"known item": who, "queries": len(items), "in_first_ten": round(found / len(items), 3),
               "tie_aware": round(tied / len(items), 3),
               "cpu_ms": spread(cpu), "wall_ms": spread(wall), "missed": missed}  # fmt: skip
        cpu, wall = [], []
        for typed in [*BROAD, *(f"{a} {b}" for a in BROAD[:6] for b in BROAD[6:12])]:
            start, spent = time.perf_counter(), time.process_time()
            search(seat, typed)
            cpu.append((time.process_time() - spent) * 1000)
            wall.append((time.perf_counter() - start) * 1000)
        yield {
            "broad words": who,
            "queries": len(cpu),
            "cpu_ms": spread(cpu),
            "wall_ms": spread(wall),
        }


def tokens_alone(filled: dict[str, Any]) -> dict[str, Any]:
    """The same queries put to the token index only: the newest 300 keys that answer in titles and in
    texts, without permission, proof in the text, order or passage. What a bare index is asked elsewhere."""
    from django.db import connection

    from shangliang.engines.search.query import parse
    from shangliang.search.find import MOST
    from shangliang.search.models import Row
    from shangliang.search.tokens_asked import Plan

    rng = random.Random(SEED + 2)
    titles = list(Row.objects.filter(object_id__in=list(filled["named"].values())[:6000]).values_list("title", flat=True))  # fmt: skip
    sql = (
        "SELECT rowid FROM search_gram WHERE search_gram MATCH %s ORDER BY rowid DESC"
        if connection.vendor == "sqlite"
        else "SELECT id FROM search_row WHERE grams @@ %s::tsquery ORDER BY id DESC"
    )
    took = []
    for title in rng.sample(sorted(titles), min(EACH, len(titles))):
        terms = parse(remembered(title, rng)).terms
        spent = time.process_time()
        for plan in (Plan(terms, title=True), Plan(terms)):
            with connection.cursor() as cursor:
                cursor.execute(f"{sql} LIMIT {MOST}", [plan.expression(0, alone=True)])
                cursor.fetchall()
        took.append((time.process_time() - spent) * 1000)
    return {"tokens alone": len(took), "cpu_ms": spread(took)}


def beside_a_form(filled: dict[str, Any]) -> dict[str, Any]:
    """Similar cases beside the form: edited letters whose source is among the documents."""
    import measures
    import near
    from edits import EDITS

    from shangliang.accounts.seats import seat_of
    from shangliang.actors.models import Actor
    from shangliang.search.alike import alike
    from shangliang.search.models import Row
    from shangliang.search.sources import SOURCES

    rng = random.Random(SEED + 3)
    folder = measures.data()
    assert folder is not None
    named = filled["named"]
    known = [t for t in near.letters(folder) if t.id in named and t.title and 100 <= len(t.body) <= 1500]  # fmt: skip
    seat = seat_of(Actor.objects.get(pk=filled["people"]["member"]))
    rows = SOURCES["proposal"].visible(seat)
    took, found, tied, asked = [], 0, 0, 0
    for edit in EDITS.values():
        for source in rng.sample(known, min(60, len(known))):
            title, body = source.title[: len(source.title) * 2 // 3], edit(source.body, rng)
            spent = time.process_time()
            hits = alike(filled["committee"], title, body, rows, most=10, least=0.0)
            took.append((time.process_time() - spent) * 1000)
            ids = [hit.object_id for hit in hits]
            there = named[source.id] in ids
            found, asked = found + there, asked + 1
            texts = Row.objects.filter(kind="proposal", object_id__in=ids).values_list("body", flat=True)  # fmt: skip
            tied += there or near.tie(body, source.body, list(texts))
    return {"beside a form": asked, "source_in_ten": round(found / asked, 3), "tie_aware": round(tied / asked, 3), "cpu_ms": spread(took)}  # fmt: skip


def add_one(filled: dict[str, Any]) -> dict[str, Any]:
    """From the verb that saves to the hit."""
    from shangliang.accounts.seats import seat_of
    from shangliang.actors.models import Actor
    from shangliang.search.find import search
    from shangliang.submissions.actions.edit import edit
    from shangliang.submissions.actions.start import start

    seat = seat_of(Actor.objects.get(pk=filled["people"]["member"]))
    took = []
    for word in ("镬耳楼", "骉马巷", "鹡鸰桥", "犇羴台", "垚淼亭"):
        case = start(seat)
        began = time.perf_counter()
        edit(seat, case.pk, fields={"title": f"关于整治{word}周边停车的提案"})
        got = search(seat, word)
        took.append((time.perf_counter() - began) * 1000)
        assert case.pk in [h.object_id for h in got.hits]
    return {"add_to_findable_ms": [round(t) for t in sorted(took)]}


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
        print(json.dumps({"documents": filled["done"], "characters_each": round(filled["characters"] / filled["done"]), "fill_cpu_s": round(filled["fill_s"])}))  # fmt: skip
        for line in measure(filled):
            print(json.dumps(line, ensure_ascii=False), flush=True)
        for line in (tokens_alone(filled), beside_a_form(filled), add_one(filled)):
            print(json.dumps(line), flush=True)
        base = folder / "shangliang.sqlite3"
        size = base.stat().st_size // 2**20 if base.exists() else None
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(json.dumps({"database_mb": size, "peak_memory_mb": peak}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
