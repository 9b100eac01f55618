"""Our own pages, as written and wrapped hard."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

from scoring import HERE, Score, bare, counted, joins, measure_name

from shangliang.engines.text import (
    Reading,
    as_json,
    read_source,
    source_of_text,
    units_in,
)


def rewrapped(text: str, width: int, chance: int) -> tuple[str, set[int]]:
    """A page as a newspaper or a printer would set it, and the lines where paragraphs begin.

    Lines are cut at ``width``; blank lines fall into sentences, page numbers too.
    """
    random_ = random.Random(chance)  # noqa: S311 - repeatable, not secret
    lines: list[str] = []
    starts: set[int] = set()
    page = 1
    for paragraph in text.split("\n"):
        if not paragraph.strip():
            continue
        starts.add(len(lines) + 1)
        cuts = _cut(paragraph, width)
        for rank, cut in enumerate(cuts):
            lines.append(cut)
            inside = rank + 1 < len(cuts)
            if inside and random_.random() < 0.06:
                lines.append("")
            if inside and random_.random() < 0.03:
                lines.append(f"— {page} —")
                page += 1
    return "\n".join(lines), starts


def _cut(paragraph: str, width: int) -> list[str]:
    """Pieces of a width, in full-width columns: a number is not cut in two, a stop hangs over."""
    cuts: list[str] = []
    line, columns = "", 0.0
    for at, sign in enumerate(paragraph):
        within = bool(re.match(r"[\d.%-]{2}", paragraph[at - 1 : at + 1])) if at else False
        if columns >= width and sign not in "，。、；：！？”）》％%" and not within:
            cuts.append(line)
            line, columns = "", 0.0
        line += sign
        columns += 0.5 if ord(sign) < 0x2000 else 1.0
    return [*cuts, line]


def page(path: Path, width: int = 0, chance: int = 7) -> dict[str, Score]:
    """One of our own pages, as written or (``width``) wrapped hard."""
    text = path.read_text("utf-8")
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
    starts: set[int] = set()
    if width:
        text, starts = rewrapped(text, width, chance)
    source = source_of_text(text)
    reading = read_source(source)
    scores = _page_scores(reading, gold)
    if width:
        scores["joins"] = joins(source, starts, set())
    return scores


def _page_scores(reading: Reading, gold: dict[str, Any]) -> dict[str, Score]:
    data = as_json(reading)
    dated, counted_, named = _found_in(reading)
    return {
        "documents": _page_documents(data, gold),
        "outline": counted(
            [(m, w, level) for m, w, level in gold["outline"]],
            [
                (
                    o["marker"],
                    next(
                        (
                            w
                            for m, w, _ in gold["outline"]
                            if m == o["marker"] and bare(o["text"]).startswith(w)
                        ),
                        bare(o["text"])[:8],
                    ),
                    o["level"],
                )
                for d in data["documents"]
                for o in d["outline"]
                if o["marker"] not in gold.get("maybe_outline", [])
            ],
        ),
        "dates": counted(gold["dates"], [d for d in dated if d not in gold.get("maybe_dates", [])]),
        "quantities": counted(
            [(float(v), u) for _, v, u in gold["quantities"]],
            [
                (v, u)
                for w, v, u in counted_
                if not any(m in w for m in gold.get("maybe_quantities", []))
            ],
        ),
        "units": counted(
            gold["units"],
            [u for u in named if u not in gold.get("maybe_units", []) or u in gold["units"]],
        ),
        "gaps": _page_gaps(data, gold),
        "flags": counted(
            gold["flags"], [k for k in {f["kind"] for f in data["flags"]} if k in gold["flags"]]
        ),
        **({"indicators": _page_indicators(data, gold)} if "indicators" in gold else {}),
        **_page_tasks(data, gold),
    }


def _found_in(reading: Reading) -> tuple[list[str], list[tuple[str, float, str]], list[str]]:
    dated: list[str] = []
    numbers: list[tuple[str, float, str]] = []
    named: list[str] = []
    for read in reading.documents:
        if read.speech.dated:
            dated.append(bare(read.speech.dated).strip("（）"))
        for paragraph, dates, quantities in zip(
            read.speech.body, read.dates, read.quantities, strict=True
        ):
            dated += [bare(d.words) for d in dates]
            numbers += [(bare(q.words), q.value, q.unit) for q in quantities]
            named += [paragraph.text[u.start : u.end] for u in units_in(paragraph.text)]
    return dated, numbers, named


def _page_documents(data: dict[str, Any], gold: dict[str, Any]) -> Score:
    found = []
    for document, want in zip(
        data["documents"], [*gold["documents"], *[{}] * len(data["documents"])], strict=False
    ):
        opens = bare(want.get("opens", "?"))
        # A head's own paragraphs (a letterhead, an address) may stand before the opening words.
        begins = any(bare(p["text"]).startswith(opens) for p in document["paragraphs"][:3])
        author = want.get("any_author") or document["author"] == want.get("author")
        title = "title" not in want or bare(document["title"]) == bare(want["title"])
        found.append(
            "right" if begins and author and title else f"{document['title']} {document['author']}"
        )
    return counted(["right"] * len(gold["documents"]), found)


def _close(a: str, b: str) -> bool:
    a, b = bare(a), bare(b)
    return a in b or b in a


def _page_gaps(data: dict[str, Any], gold: dict[str, Any]) -> Score:
    hit = [g for g in gold["gaps"] if any(bare(g) in bare(x["text"]) for x in data["gaps"])]
    extra = [
        x["text"][:24]
        for x in data["gaps"]
        if not any(bare(g) in bare(x["text"]) for g in gold["gaps"])
    ]
    return Score(
        len(hit),
        len(hit) + len(extra),
        len(gold["gaps"]),
        tuple(g for g in gold["gaps"] if g not in hit),
        tuple(extra),
    )


def _page_indicators(data: dict[str, Any], gold: dict[str, Any]) -> Score:
    wanted = [(r, measure_name(n), float(v), u) for r, n, v, u in gold["indicators"]]
    maybe = gold.get("maybe_indicators", [])
    found = []
    for i in data["indicators"]:
        value = i["value"][0] if isinstance(i["value"], list) else i["value"]
        key = (i["region"], measure_name(bare(i["indicator"])), float(value), i["unit"])
        # A label without a place leaves the place open.
        open_key = ("", *key[1:])
        key = key if key in wanted else open_key if open_key in wanted else key
        if key in wanted or not any(m in i["indicator"] for m in maybe):
            found.append(key)
    return counted(wanted, found)


def _page_tasks(data: dict[str, Any], gold: dict[str, Any]) -> dict[str, Score]:
    hard = [t for t in data["tasks"] if t["kind"] == "hard"]
    used: set[int] = set()
    pairs, missed = [], []
    for label in gold["tasks"]:
        rank = next(
            (n for n, t in enumerate(hard) if n not in used and _close(label["text"], t["text"])),
            None,
        )
        if rank is None:
            missed.append(label["text"])
            continue
        used.add(rank)
        pairs.append((label, hard[rank]))
    maybe = gold.get("maybe_tasks", [])
    extra = [
        t["text"][:30]
        for n, t in enumerate(hard)
        if n not in used and not any(_close(m, t["text"]) for m in maybe)
    ]
    units = [
        (x, t)
        for x, t in pairs
        if sorted(x["lead"]) == sorted(map(bare, t["lead"]))
        and set(x.get("co", [])) <= set(map(bare, t["partners"]))
    ]
    limits = [
        (x, t)
        for x, t in pairs
        if "deadline" not in x or bare(t["deadline"]).startswith(x["deadline"])
    ]
    return {
        "hard tasks": Score(
            len(pairs), len(pairs) + len(extra), len(gold["tasks"]), tuple(missed), tuple(extra)
        ),
        "task units": Score(
            len(units),
            len(pairs),
            len(pairs),
            tuple(
                f"{x['lead']} {x.get('co', [])} / {t['lead']} {t['partners']}"
                for x, t in pairs
                if (x, t) not in units
            ),
        ),
        "task deadlines": Score(
            len(limits),
            len(pairs),
            len(pairs),
            tuple(
                f"{x.get('deadline')} / {t['deadline']}" for x, t in pairs if (x, t) not in limits
            ),
        ),
    }


def pages(folder: str, width: int = 0) -> dict[str, Score]:
    """All pages of a folder together."""
    total: dict[str, Score] = {}
    for path in sorted((HERE / "pages" / folder).glob("*.txt")):
        for kind, score in page(path, width).items():
            total[kind] = total[kind].plus(score) if kind in total else score
    return total
