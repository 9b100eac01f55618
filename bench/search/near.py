"""Near duplicates among many documents, and real letters on one matter."""

import json
import random
import resource
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

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


def edited(folder: Path, size: int, each: int = 150, seed: int = 5) -> dict[str, Any]:
    """Recall of the source of each edit among ``size`` documents, strict and tie-aware; time."""
    rng = random.Random(seed)
    real = letters(folder)
    pool = [s for t in real if (s := sentences(t.body))]
    documents = list(real)
    for number in range(size - len(real)):
        documents.append(Text(f"S{number}", spliced(pool, rng)))
    shelf = Shelf()
    began = time.perf_counter()
    shelf.add(documents)
    built = time.perf_counter() - began
    sources = [t for t in real if 100 <= len(t.body) <= 1500 and t.title]
    out: dict[str, Any] = {"documents": len(documents), "build_s": round(built, 1)}
    out["index_bytes_each"] = round(sum(s.bytes for s in shelf.segments) / len(documents))
    took: list[float] = []
    by_id = {t.id: t for t in documents}
    for kind, edit in EDITS.items():
        strict = tied = first = count = 0
        for source in rng.sample(sources, each):
            query = edit(source.body, rng)
            if len(query) < 15:
                continue
            count += 1
            start = time.perf_counter()
            hits = shelf.near(Text("?", query), 10)
            took.append((time.perf_counter() - start) * 1000)
            ids = [h.id for h in hits]
            strict += source.id in ids
            first += ids[:1] == [source.id]
            tied += source.id in ids or tie(
                query, by_id[source.id].whole, [by_id[i].whole for i in ids]
            )
        out[kind] = {k: round(v / count, 3) for k, v in (("recall10", strict), ("tie_aware", tied), ("recall1", first))}  # fmt: skip
    took.sort()
    out["p50_ms"] = round(statistics.median(took), 1)
    out["p99_ms"] = round(took[int(len(took) * 0.99)], 1)
    out["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return out


def tie(query: str, source: str, others: Sequence[str]) -> bool:
    """Five or more of the answers hold the query as fully as its source does."""
    want = bigrams(query)
    have = len(want & bigrams(source))
    return sum(len(want & bigrams(o)) >= have for o in others) >= 5


def one_matter(folder: Path, events: dict[str, list[str]]) -> dict[str, float]:
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
    here = {t.id: t for t in texts}
    recalls, firsts = [], []
    for members in events.values():
        inside = [m for m in members if m in here]
        for one in inside:
            others = set(inside) - {one}
            if not others:
                continue
            hits = [h.id for h in shelf.near(here[one], 10)]
            recalls.append(len(others & set(hits)) / min(10, len(others)))
            firsts.append(hits[:1] and hits[0] in others)
    return {
        "letters": len(recalls),
        "recall10": round(sum(recalls) / len(recalls), 3),
        "precision1": round(sum(map(bool, firsts)) / len(firsts), 3),
    }
