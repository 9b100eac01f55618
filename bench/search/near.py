"""Near duplicates among many documents, and real letters on one matter."""

import json
import random
import resource
import statistics
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import baselines
import numpy as np
from edits import EDITS, sentences, spliced

from shangliang.engines.search.fold import fold
from shangliang.engines.search.shelf import Shelf, Text


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def letters(folder: Path) -> list[Text]:
    """All raw letters of the development half, replies as texts of their own."""
    out: dict[str, Text] = {}
    for name in ("hot_letters", "replies_dev", "unit_letters_dev"):
        for row in rows(folder / f"{name}.jsonl"):
            out.setdefault(row["id"], Text(row["id"], row["body"], row["title"]))
            if row.get("reply"):
                out[f"{row['id']}-r"] = Text(f"{row['id']}-r", row["reply"])
    return list(out.values())


def bigrams(text: str) -> set[str]:
    flat = "".join(c for c in fold(text) if c.isalnum())
    return {flat[i : i + 2] for i in range(len(flat) - 1)}


def edited(
    folder: Path, size: int, each: int = 150, seed: int = 5, beside: bool = True
) -> dict[str, Any]:
    """Recall of the source of each edit among ``size`` documents, strict and tie-aware; time. The public
    methods are asked the same questions of the same documents."""
    rng = random.Random(seed)
    real = letters(folder)
    pool = [s for t in real if (s := sentences(t.body))]
    documents = list(real)
    for number in range(size - len(real)):
        documents.append(Text(f"S{number}", spliced(pool, rng)))
    sources = [t for t in real if 100 <= len(t.body) <= 1500 and t.title]
    asked = [
        (kind, source, query)
        for kind, edit in EDITS.items()
        for source in rng.sample(sources, each)
        if len(query := edit(source.body, rng)) >= 15
    ]
    shelf = Shelf()
    began = time.process_time()
    shelf.add(documents)
    built = time.process_time() - began
    out: dict[str, Any] = {"documents": len(documents), "queries": len(asked)}
    out["ours"] = scored(lambda q, most: [h.id for h in shelf.near(Text("?", q), most)], documents, asked)  # fmt: skip
    out["ours"]["build_cpu_s"] = round(built, 1)
    out["ours"]["index_bytes_each"] = round(sum(s.bytes for s in shelf.segments) / len(documents))
    out["ours"]["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if beside:
        for name, find in baselines.finders(documents).items():
            out[name] = scored(find, documents, asked)
    return out


def scored(
    find: baselines.Finder, documents: Sequence[Text], asked: Sequence[tuple[str, Text, str]]
) -> dict[str, Any]:
    """Of each kind of edit, how many sources were found; CPU time a question."""
    by_id = {t.id: t for t in documents}
    took: list[float] = []
    right: dict[str, Counter[str]] = {}
    for kind, source, query in asked:
        start = time.process_time()
        ids = find(query, 10)
        took.append((time.process_time() - start) * 1000)
        count = right.setdefault(kind, Counter())
        there = source.id in ids
        count["all"] += 1
        count["recall10"] += there
        count["recall1"] += ids[:1] == [source.id]
        count["tie_aware"] += there or tie(query, source.whole, [by_id[i].whole for i in ids])
    out: dict[str, Any] = {
        kind: {k: round(n[k] / n["all"], 3) for k in ("recall10", "tie_aware", "recall1")}
        for kind, n in right.items()
    }
    took.sort()
    out["cpu_ms"] = {"p50": round(statistics.median(took), 1), "p99": round(took[int(len(took) * 0.99)], 1)}  # fmt: skip
    return out


def tie(query: str, source: str, others: Sequence[str]) -> bool:
    """Five or more of the answers hold the query as fully as its source does."""
    want = bigrams(query)
    have = len(want & bigrams(source))
    return sum(len(want & bigrams(o)) >= have for o in others) >= 5


def one_matter(folder: Path, events: dict[str, list[str]], beside: bool = True) -> dict[str, Any]:
    """For each letter of an event: the others of its event among all letters; exact copies removed."""
    seen: set[str] = set()
    texts = []
    for row in rows(folder / "hot_letters.jsonl"):
        mark = fold(row["title"] + row["body"])
        if mark not in seen:
            seen.add(mark)
            texts.append(Text(row["id"], row["body"], row["title"]))
    shelf = Shelf()
    shelf.add(texts)
    here = {t.id: n for n, t in enumerate(texts)}
    asked = [
        (here[one], others)
        for members in events.values()
        for one in members
        if one in here and (others := {m for m in members if m in here} - {one})
    ]
    out: dict[str, Any] = {"letters": len(asked)}
    out |= matched([([h.id for h in shelf.near(texts[n], 10)], others) for n, others in asked])
    if beside:
        out["beside"] = {}
        for name, made in baselines.openings(texts).items():
            alike = (made[[n for n, _ in asked]] @ made.T).toarray()
            found = []
            for row, (n, others) in zip(alike, asked, strict=True):
                row[n] = -1.0
                best = np.argsort(-row, kind="stable")[:10]
                found.append(([texts[i].id for i in best], others))
            out["beside"][name] = matched(found)
    return out


def matched(found: Sequence[tuple[Sequence[str], set[str]]]) -> dict[str, float]:
    """Of ten answers, how many of those there could be; how often the first is one."""
    recall = sum(len(others & set(ids)) / min(10, len(others)) for ids, others in found)
    first = sum(bool(ids) and ids[0] in others for ids, others in found)
    return {"recall10": round(recall / len(found), 3), "precision1": round(first / len(found), 3)}
