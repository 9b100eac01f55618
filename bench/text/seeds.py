"""The two source documents against their labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scoring import HERE, Score, bare, counted, joins, measure_name

from shangliang.engines.text import (
    Reading,
    Source,
    read_source,
    source_of_text,
    units_in,
)


def seed(letter: str, folder: Path) -> dict[str, Score]:
    """One source document against its labels."""
    source = source_of_text((folder / "seeds" / f"document-{letter}.txt").read_text("utf-8"))
    labels = json.loads((HERE / "labels" / f"seed-{letter}.json").read_text("utf-8"))
    reading = read_source(source)
    scores = {
        "joins": joins(source, set(labels["paragraph_starts"]), set(labels["unscored_joins"])),
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
            measure_name(i.indicator),
            value([i.value] if i.high is None else [i.value, i.high]),
            i.unit,
        )
        if not allowed or any(
            key == (x["region"], measure_name(x["indicator"]), value(x["value"]), x["unit"])
            for x in must
        ):
            found.append(key)
    return counted(
        [(x["region"], measure_name(x["indicator"]), value(x["value"]), x["unit"]) for x in must],
        found,
    )


# -- policy papers: printed duties ------------------------------------------------------------------
