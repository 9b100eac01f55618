"""What is asked of the index that known.py filled: known items, broad words, the tokens alone, what stands
beside a form, and how soon a save is found. Each answer is one line of figures; times are CPU of the process."""

import random
import statistics
import time
from collections.abc import Iterator
from typing import Any

EACH = 400
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


def measure(filled: dict[str, Any], seed: int) -> Iterator[dict[str, Any]]:
    from shangliang.accounts.seats import seat_of
    from shangliang.actors.models import Actor
    from shangliang.search.find import Filters, search
    from shangliang.search.models import Row

    rng = random.Random(seed + 1)
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


def tokens_alone(filled: dict[str, Any], seed: int) -> dict[str, Any]:
    """The same queries put to the token index only: the newest 300 keys that answer in titles and in
    texts, without permission, proof in the text, order or passage. What a bare index is asked elsewhere."""
    from django.db import connection

    from shangliang.engines.search.query import parse
    from shangliang.search.find import MOST
    from shangliang.search.models import Row
    from shangliang.search.tokens_asked import Plan

    rng = random.Random(seed + 2)
    titles = list(Row.objects.filter(kind="proposal", object_id__in=list(filled["named"].values())[:6000]).values_list("title", flat=True))  # fmt: skip
    sql = (
        "SELECT rowid FROM search_gram WHERE search_gram MATCH %s ORDER BY rowid DESC"
        if connection.vendor == "sqlite"
        else "SELECT id FROM search_row WHERE grams @@ %s::tsquery ORDER BY id DESC"
    )
    took = []
    for title in rng.sample(sorted(titles), min(EACH, len(titles))):
        if not (terms := parse(remembered(title, rng)).terms):
            continue  # nothing but marks was remembered
        spent = time.process_time()
        for plan in (Plan(terms, title=True), Plan(terms)):
            with connection.cursor() as cursor:
                cursor.execute(f"{sql} LIMIT {MOST}", [plan.expression(0, alone=True)])
                cursor.fetchall()
        took.append((time.process_time() - spent) * 1000)
    return {"tokens alone": len(took), "cpu_ms": spread(took)}


def beside_a_form(filled: dict[str, Any], seed: int) -> dict[str, Any]:
    """Similar cases beside the form: edited letters whose source is among the documents."""
    import measures
    import near
    from edits import EDITS

    from shangliang.accounts.seats import seat_of
    from shangliang.actors.models import Actor
    from shangliang.search.alike import alike
    from shangliang.search.models import Row
    from shangliang.search.sources import SOURCES

    rng = random.Random(seed + 3)
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
