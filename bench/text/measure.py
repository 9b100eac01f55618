"""What the reading engine finds against what people found: precision and recall for each kind.

Three bodies of text, kept apart:

- the two source documents and the policy papers, which lie beside the checkout in ``../shared`` (or
  where ``SHANGLIANG_SHARED`` says) and are skipped where they are absent. Their labels hold places
  and values, no sentences;
- pages of our own written for tuning (``pages/tuned``), each also wrapped hard by rule;
- pages of our own only tested (``pages/held``). Rules are not made after them.
"""

from __future__ import annotations

import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shangliang.engines.text import (
    Reading,
    Source,
    as_json,
    read_source,
    source_of_file,
    source_of_text,
    units_in,
)
from shangliang.engines.text.print_lines import pieces_of
from shangliang.engines.text.wraps import paragraphs_of

HERE = Path(__file__).parent
POLICIES = ("P01", "P03", "P05", "P07", "P09", "P11", "P15")


@dataclass(frozen=True)
class Score:
    """Right, found and wanted; names of what was missed and what was too much."""

    right: int
    found: int
    wanted: int
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def plus(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.found + other.found,
            self.wanted + other.wanted,
            self.missed + other.missed,
            self.extra + other.extra,
        )


def counted(wanted: Iterable[Any], found: Iterable[Any]) -> Score:
    """Two bags compared."""
    want, have = Counter(wanted), Counter(found)
    both = want & have
    return Score(
        sum(both.values()),
        sum(have.values()),
        sum(want.values()),
        tuple(str(x) for x in (want - both).elements()),
        tuple(str(x) for x in (have - both).elements()),
    )


def shared() -> Path | None:
    """Where the source documents lie, or None."""
    named = os.environ.get("SHANGLIANG_SHARED")
    places = [Path(named)] if named else []
    places += [parent / "shared" for parent in HERE.resolve().parents[1:4]]
    return next((p for p in places if (p / "seeds").is_dir()), None)


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)


# -- the two source documents ---------------------------------------------------------------------


def seed(letter: str, folder: Path) -> dict[str, Score]:
    """One source document against its labels."""
    source = source_of_text((folder / "seeds" / f"document-{letter}.txt").read_text("utf-8"))
    labels = json.loads((HERE / "labels" / f"seed-{letter}.json").read_text("utf-8"))
    reading = read_source(source)
    scores = {
        "joins": _joins(source, set(labels["paragraph_starts"]), set(labels["unscored_joins"])),
        "documents": counted(
            [(d["lines"][0], d["author_status"]) for d in labels["documents"]],
            [
                (_body_start(reading, n, labels), read.speech.author_status)
                for n, read in enumerate(reading.documents)
            ],
        ),
        "outline": counted([tuple(o[:2]) + (o[3],) for o in labels["outline"]], _headings(reading)),
        "dates": _dates(source, reading, labels["dates"]),
        "quantities": _quantities(source, reading, labels["quantities"]),
        "names": _names(reading, labels["names"]),
        "gaps": _gaps(source, reading, labels["gaps"]),
        "flags": _flag_recall(reading, labels["flags"]),
        **_tasks(source, reading, labels["tasks"]),
    }
    if "units" in labels:
        scores["units"] = _units(source, reading, labels["units"])
    if "indicators" in labels:
        scores["indicators"] = _indicators(source, reading, labels["indicators"])
    return scores


def _joins(source: Source, starts: set[int], unscored: set[int]) -> Score:
    first = {p.first for p in paragraphs_of(source)}
    lines = [piece.line + 1 for piece in pieces_of(source)]
    lines = [line for line in lines[1:] if line not in unscored]
    right = [line for line in lines if (line in starts) == (line in first)]
    wrong = tuple(str(line) for line in lines if line not in set(right))
    return Score(len(right), len(lines), len(lines), wrong)


def _body_start(reading: Reading, number: int, labels: dict[str, Any]) -> int:
    """Heads may be counted in or not: the first line named in the labels that the document holds."""
    speech = reading.documents[number].speech
    first, _ = speech.lines
    starts = [d["lines"][0] for d in labels["documents"]]
    return next((s for s in starts if first <= s <= speech.body[0].first), first)


def _place(source: Source, words: Any, at: int) -> tuple[int, int]:
    offset = words.at[at]
    return source.line_of(offset), source.column_of(offset)


def _headings(reading: Reading) -> list[tuple[int, int, int]]:
    return [
        (*_place(reading.source, read.speech.body[h.paragraph].words, h.marker.start), h.level)
        for read in reading.documents
        for h in read.outline
    ]


def _dates(source: Source, reading: Reading, labels: list[Any]) -> Score:
    found = []
    for read in reading.documents:
        for paragraph, dates in zip(read.speech.body, read.dates, strict=True):
            found += [(*_place(source, paragraph.words, d.start), d.resolved) for d in dates]
        for paragraph in read.speech.head:
            if read.speech.dated and bare(paragraph.words.words(0, len(paragraph.text))) == bare(
                read.speech.dated
            ):
                inner = 1 if paragraph.text.startswith("（") else 0
                day = read.anchor.day.isoformat() if read.anchor.day else ""
                found.append((*_place(source, paragraph.words, inner), day))
    resolved = {(line, column): value for line, column, value in found}
    wanted = []
    for line, column, _, value in labels:
        got = resolved.get((line, column))
        # A label without a value asks only for the place; one with a value asks for both.
        same = got is not None and (
            not value or value.startswith("--") or got == value or got.startswith(value)
        )
        wanted.append((line, column) if same else (line, column, value))
    return counted(wanted, [(line, column) for line, column, _ in found])


def _quantities(source: Source, reading: Reading, labels: list[Any]) -> Score:
    found = []
    for read in reading.documents:
        for paragraph, quantities in zip(read.speech.body, read.quantities, strict=True):
            for q in quantities:
                value = (q.value, q.high) if q.high is not None else (q.value,)
                found.append((*_place(source, paragraph.words, q.start), value, q.unit))
    wanted = [
        (
            line,
            column,
            tuple(map(float, value)) if isinstance(value, list) else (float(value),),
            unit,
        )
        for line, column, _, value, unit in labels
    ]
    return counted(wanted, found)


def _names(reading: Reading, labels: list[Any]) -> Score:
    """Of numbers that are names, how many were not taken for quantities or dates."""
    source, taken = reading.source, []
    for read in reading.documents:
        for paragraph, quantities in zip(read.speech.body, read.quantities, strict=True):
            for q in quantities:
                line, column = _place(source, paragraph.words, q.start)
                taken.append((line, column))
    wrong = [
        x
        for x in labels
        if any(x[0] == line and x[1] <= column < x[1] + x[2] for line, column in taken)
    ]
    right = len(labels) - len(wrong)
    return Score(right, len(labels), len(labels), tuple(map(str, wrong)))


def _span_offsets(source: Source, label: list[int]) -> tuple[int, int]:
    start = source.starts[label[0] - 1] + label[1]
    return start, start + label[2]


def _meets(source: Source, label: list[int], first: int, last: int) -> bool:
    start, end = _span_offsets(source, label)
    return first < end and start < last


def _offsets(reading: Reading, place: Any) -> tuple[int, int]:
    at = reading.documents[place.document].speech.body[place.paragraph].words.at
    return at[place.start], at[max(place.start, place.end - 1)] + 1


def _gaps(source: Source, reading: Reading, labels: list[Any]) -> Score:
    spans = [_offsets(reading, gap.place) for gap in reading.findings.gaps]
    hit = [g for g in labels if any(_meets(source, [g[0], g[1], 8], a, b) for a, b in spans)]
    useful = [s for s in spans if any(_meets(source, [g[0], g[1], 8], *s) for g in labels)]
    missed = tuple(str(g) for g in labels if g not in hit)
    extra = tuple(source.text[a:b][:24] for a, b in spans if (a, b) not in useful)
    return Score(len(hit), len(hit) + len(extra), len(labels), missed, extra)


def _flag_recall(reading: Reading, labels: list[Any]) -> Score:
    found = {
        (flag.kind, line)
        for flag in reading.findings.flags
        for line in range(flag.lines[0], flag.lines[1] + 1)
    }
    hit = [x for x in labels if any(k == x[0] and abs(line - x[1]) <= 12 for k, line in found)]
    return Score(len(hit), len(hit), len(labels), tuple(str(x) for x in labels if x not in hit))


def _tasks(source: Source, reading: Reading, labels: list[dict[str, Any]]) -> dict[str, Score]:
    """Hard tasks: found or not; of those found, the unit and the deadline."""
    hard = [
        (task, *_offsets(reading, task.place))
        for task in reading.findings.tasks
        if task.kind == "hard"
    ]
    must = [x for x in labels if not x.get("may")]
    pairs, missed = [], []
    used: set[int] = set()
    for label in must:
        best = next(
            (
                n
                for n, (_, a, b) in enumerate(hard)
                if n not in used and _meets(source, label["span"], a, b)
            ),
            None,
        )
        if best is None:
            missed.append(str(label["span"]))
        else:
            used.add(best)
            pairs.append((label, hard[best][0]))
    extra = [
        task.text[:30]
        for n, (task, a, b) in enumerate(hard)
        if n not in used and not any(_meets(source, x["span"], a, b) for x in labels)
    ]

    def words(label: list[int]) -> str:
        start, end = _span_offsets(source, label)
        return bare(source.text[start:end])

    def said(label: dict[str, Any]) -> list[str]:
        return [words(x) for x in label["lead"]]

    unit_right = [
        (x, t)
        for x, t in pairs
        if sorted(said(x)) == sorted(map(bare, t.lead))
        and {words(p) for p in x.get("partners", [])} <= set(map(bare, t.partners))
    ]
    limit_right = [
        (x, t)
        for x, t in pairs
        if x.get("deadline") and bare(t.deadline).startswith(words(x["deadline"]))
    ] + [(x, t) for x, t in pairs if not x.get("deadline") and not t.deadline]
    return {
        "hard tasks": Score(
            len(pairs), len(pairs) + len(extra), len(must), tuple(missed), tuple(extra)
        ),
        "task units": Score(
            len(unit_right),
            len(pairs),
            len(pairs),
            tuple(
                f"{said(x)} / {t.lead} {t.partners}" for x, t in pairs if (x, t) not in unit_right
            ),
        ),
        "task deadlines": Score(
            len(limit_right),
            len(pairs),
            len(pairs),
            tuple(f"{t.text[:20]}: {t.deadline}" for x, t in pairs if (x, t) not in limit_right),
        ),
    }


def _units(source: Source, reading: Reading, labels: list[Any]) -> Score:
    """On the lines labelled, and only there: documents with hidden names were not labelled whole."""
    lines = {label[0] for label in labels}
    found = []
    for read in reading.documents:
        for paragraph in read.speech.body:
            for unit in units_in(paragraph.text):
                line, column = _place(source, paragraph.words, unit.start)
                if line in lines:
                    found.append((line, column, len(unit)))
    return counted([tuple(x) for x in labels], found)


def _measure(name: str) -> str:
    """生产总值增速 and 生产总值 name the same figure."""
    return re.sub(r"(?:增速|增长率|增幅|数量|总数)$", "", name)


def _indicators(source: Source, reading: Reading, labels: list[dict[str, Any]]) -> Score:
    def value(v: Any) -> tuple[float, ...]:
        return tuple(float(x) for x in (v if isinstance(v, list) else [v]))

    must = [x for x in labels if not x["may"]]
    found = []
    for i in reading.findings.indicators:
        start, end = _offsets(reading, i.place)
        allowed = any(x["may"] and _meets(source, x["at"], start, end) for x in labels)
        key = (
            i.region,
            _measure(i.indicator),
            value([i.value] if i.high is None else [i.value, i.high]),
            i.unit,
        )
        if not allowed or any(
            key == (x["region"], _measure(x["indicator"]), value(x["value"]), x["unit"])
            for x in must
        ):
            found.append(key)
    return counted(
        [(x["region"], _measure(x["indicator"]), value(x["value"]), x["unit"]) for x in must], found
    )


# -- policy papers: printed duties ------------------------------------------------------------------


def policy(shape: str, folder: Path) -> dict[str, Score]:
    """Lead and joining units of all papers in one shape (raw, pdf), in order.

    ``labels/policy-review.json`` lists, by paper, what the rule-made gold misses or cuts wrongly,
    found by reading; both scores are given.
    """
    review = json.loads((HERE / "labels" / "policy-review.json").read_text("utf-8"))
    total: dict[str, Score] = {}
    for paper in POLICIES:
        gold = json.loads((folder / "data/text/policy" / f"{paper}.gold.json").read_text("utf-8"))[
            "tasks"
        ]
        wanted = [(tuple(t["lead"]), tuple(t["co"])) for t in gold]
        suffix = ".pdf" if shape == "pdf" else f".{shape}.txt"
        path = folder / "data/text/policy" / f"{paper}{suffix}"
        found = printed(read_source(source_of_file(path.name, path.read_bytes())))
        corrected = _reviewed(wanted, review.get(paper, {}))
        for label, want in ((" as given", wanted), ("", corrected)):
            for rank, role in ((0, "lead"), (1, "co")):
                score = _in_order(want, found, rank)
                key = f"printed {role}{label}"
                total[key] = total[key].plus(score) if key in total else score
    return total


Duty = tuple[tuple[str, ...], tuple[str, ...]]


def printed(reading: Reading) -> list[Duty]:
    return [
        (tuple(map(bare, t.lead)), tuple(map(bare, t.partners)))
        for t in reading.findings.tasks
        if t.reason.startswith("文中印明")
    ]


def _reviewed(wanted: list[Duty], review: dict[str, Any]) -> list[Duty]:
    changed = {
        int(rank): (tuple(lead), tuple(co))
        for rank, (lead, co) in review.get("changed", {}).items()
    }
    out = [changed.get(rank, duty) for rank, duty in enumerate(wanted)]
    # Added rows are inserted from the end, so that the ranks before them stay true.
    for rank, lead, co in reversed(review.get("added", [])):
        out.insert(rank, (tuple(lead), tuple(co)))
    return out


def _in_order(wanted: list[Duty], found: list[Duty], rank: int) -> Score:
    """Rows aligned in order; units compared within a row, so that a unit at the wrong task is wrong."""
    import difflib

    right = 0
    missed: list[str] = []
    extra: list[str] = []
    matcher = difflib.SequenceMatcher(a=wanted, b=found, autojunk=False)
    for _, a1, a2, b1, b2 in matcher.get_opcodes():
        for n in range(max(a2 - a1, b2 - b1)):
            want = wanted[a1 + n][rank] if a1 + n < a2 else ()
            have = found[b1 + n][rank] if b1 + n < b2 else ()
            score = counted(want, have)
            right += score.right
            missed += score.missed
            extra += score.extra
    return Score(
        right,
        sum(len(d[rank]) for d in found),
        sum(len(d[rank]) for d in wanted),
        tuple(missed),
        tuple(extra),
    )


# -- our own pages ----------------------------------------------------------------------------------


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
        scores["joins"] = _joins(source, starts, set())
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
    wanted = [(r, _measure(n), float(v), u) for r, n, v, u in gold["indicators"]]
    maybe = gold.get("maybe_indicators", [])
    found = []
    for i in data["indicators"]:
        value = i["value"][0] if isinstance(i["value"], list) else i["value"]
        key = (i["region"], _measure(bare(i["indicator"])), float(value), i["unit"])
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
