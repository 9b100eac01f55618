"""Printed divisions of work of the policy papers against their gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scoring import HERE, POLICIES, Score, bare, counted

from shangliang.engines.text import (
    Reading,
    read_source,
    source_of_file,
)


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
