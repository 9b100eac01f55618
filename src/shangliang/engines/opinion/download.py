"""The download of a round and its proof: anonymised votes, parameters, result; and the recomputation.

A zip of four files. ``votes.csv``: participant (a number drawn anew for this download, not the one of
the session), statement, vote; the last vote of each cell, no times. ``statements.csv``: moderated,
is_meta and, if given, the words. ``parameters.json``: what was asked of the engine. ``result.json``:
the published answer, with the same drawn numbers.

A round of the product gives the same four files. There ``votes.csv`` is the ledger whose fingerprint
stands in the chain of events (``sha256`` in the parameters), in the order the answers came, and the
result is what its page shows (``"shape": "page"``).
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import secrets
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from .analysis import analyse
from .files import Unreadable
from .model import Id
from .published import METHOD, published_shape
from .votes import NotAVote, Votes

EXACT, DRAWN = 1e-9, 2e-3  # statistics; places on the map, which differ a little between machines
FILES = ("votes.csv", "statements.csv", "parameters.json", "result.json")


@dataclass(frozen=True)
class Verdict:
    """Whether a published result is what its votes give; if not, the first differences in words."""

    equal: bool
    compared: int
    differences: tuple[str, ...]
    notes: tuple[str, ...] = ()


def packed(
    votes: Votes,
    *,
    mode: str = "sound",
    excluded: Iterable[Id] = (),
    meta: Iterable[Id] = (),
    participants: Iterable[Id] | None = None,
    groups: Mapping[Id, Id] | None = None,
    words: Mapping[Id, str] | None = None,
    about: Mapping[str, Any] | None = None,
) -> bytes:
    """The download. People get numbers drawn by chance; nobody can say afterwards which was whose.

    ``words`` are the texts of statements, ``about`` further facts for ``parameters.json``.
    """
    drawn = list(range(1, len(votes.people) + 1))
    secrets.SystemRandom().shuffle(drawn)
    number: dict[Id, Id] = dict(zip(votes.people, drawn, strict=True))
    excluded, meta = list(excluded), list(meta)
    rows = _rows(votes, number)
    fixed = None if groups is None else {number[p]: g for p, g in groups.items() if p in number}
    chosen = None if participants is None else [number[p] for p in participants if p in number]
    opinion = analyse(
        Votes.of(rows, statements=votes.statements),
        mode=mode,
        excluded=excluded,
        meta=meta,
        participants=chosen,
        groups=fixed,
    )
    parameters = {
        **(about or {}),
        "method": METHOD,
        "mode": mode,
        "participants": None if chosen is None else sorted(chosen, key=str),
        "groups": None if fixed is None else [[p, g] for p, g in sorted(fixed.items(), key=str)],
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("votes.csv", _csv(("participant", "statement", "vote"), rows))
        listed = [
            (s, -1 if s in excluded else 1, s in meta, (words or {}).get(s, ""))
            for s in votes.statements
        ]
        file.writestr("statements.csv", _csv(("statement", "moderated", "is_meta", "text"), listed))
        file.writestr("parameters.json", json.dumps(parameters, ensure_ascii=False, indent=1))
        file.writestr(
            "result.json", json.dumps(opinion.as_json(), ensure_ascii=False, allow_nan=False)
        )
    return out.getvalue()


def _rows(votes: Votes, number: Mapping[Id, Id]) -> list[tuple[Id, Id, int]]:
    """Last votes by drawn number, statements ascending: the order tells nothing."""
    people = list(votes.people)
    rows = []
    for at in sorted(range(len(people)), key=lambda i: int(number[people[i]])):
        low, high = int(votes.start[at]), int(votes.start[at + 1])
        who = number[people[at]]
        for j, value in zip(
            votes.column[low:high].tolist(), votes.value[low:high].tolist(), strict=True
        ):
            rows.append((who, votes.statements[j], value))
    return rows


def _csv(head: tuple[str, ...], rows: Iterable[Iterable[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()


def verify(path: str | Path) -> Verdict:
    """Recompute a download (zip or folder) and compare. Raises :class:`Unreadable` if it is not one."""
    texts = _texts(Path(path))
    try:
        parameters = json.loads(texts["parameters.json"])
        published = json.loads(texts["result.json"])
        votes, excluded, meta = _votes(texts["votes.csv"], texts["statements.csv"])
        groups = parameters.get("groups")
        opinion = analyse(
            votes,
            mode=parameters["mode"],
            excluded=excluded,
            meta=meta,
            participants=parameters.get("participants"),
            groups=None if groups is None else dict(groups),
        )
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        if isinstance(error, NotAVote):
            raise Unreadable(error.message_zh) from error
        raise Unreadable(
            f"下载的数据不完整或被改动过，读不出来（{type(error).__name__}）。"
        ) from error
    notes = []
    mine = published_shape(opinion) if parameters.get("shape") == "page" else opinion.as_json()
    if parameters.get("method") != METHOD:
        notes.append(
            f"发布时的算法版本是 {parameters.get('method')}，现在是 {METHOD}，结果可能因此不同。"
        )
    verdict = compared(published, json.loads(json.dumps(mine)), notes)
    return _anchored(verdict, texts["votes.csv"], parameters.get("sha256"))


def _anchored(verdict: Verdict, votes: str, wanted: Any) -> Verdict:
    """Whether the votes are those whose fingerprint was published."""
    if wanted is None:
        return verdict
    found = hashlib.sha256(votes.encode()).hexdigest()
    if found == wanted:
        return replace(verdict, notes=(*verdict.notes, f"投票文件的指纹一致：{found[:16]}…"))
    told = f"/votes.csv：公布的指纹 {str(wanted)[:16]}…，这份文件是 {found[:16]}…"
    return replace(verdict, equal=False, differences=(told, *verdict.differences))


def _texts(path: Path) -> dict[str, str]:
    try:
        if path.is_dir():
            return {name: (path / name).read_text("utf-8") for name in FILES}
        with zipfile.ZipFile(path) as file:
            return {name: file.read(name).decode("utf-8") for name in FILES}
    except (OSError, KeyError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise Unreadable(f"{path.name} 不是本系统发布的下载包，或者不完整。") from error


def _votes(text: str, statements: str) -> tuple[Votes, list[Id], list[Id]]:
    rows = list(csv.DictReader(io.StringIO(statements)))
    spelt = {row["statement"]: _id(row["statement"]) for row in rows}
    cast = [
        (_id(row["participant"]), spelt[row["statement"]], int(row["vote"]))
        for row in csv.DictReader(io.StringIO(text))
    ]
    return (
        Votes.of(cast, statements=spelt.values()),
        [spelt[row["statement"]] for row in rows if row["moderated"] == "-1"],
        [spelt[row["statement"]] for row in rows if row["is_meta"] == "True"],
    )


def _id(word: str) -> Id:
    return int(word) if word.isascii() and word.isdigit() and str(int(word)) == word else word


def compared(published: Any, mine: Any, notes: Iterable[str] = ()) -> Verdict:
    """Two answers side by side: lists equal in order, numbers as near as their kind allows."""
    found: list[str] = []
    count = _differences(published, mine, "", found)
    return Verdict(not found, count, tuple(found[:20]), tuple(notes))


def _differences(a: Any, b: Any, place: str, found: list[str]) -> int:
    if isinstance(a, dict) and isinstance(b, dict):
        for key in [*a, *(k for k in b if k not in a)]:
            if key not in a or key not in b:
                found.append(f"{place}/{key}：只有{'发布的' if key in a else '重算的'}结果里有")
        return sum(_differences(a[k], b[k], f"{place}/{k}", found) for k in a if k in b)
    if isinstance(a, list) and isinstance(b, list):
        if len(a) != len(b):
            found.append(f"{place}：发布 {len(a)} 项，重算 {len(b)} 项")
        pairs = enumerate(zip(a, b, strict=False))
        return sum(_differences(x, y, f"{place}/{at}", found) for at, (x, y) in pairs)
    numbers = isinstance(a, int | float) and isinstance(b, int | float)
    if numbers and not isinstance(a, bool) and not isinstance(b, bool):
        near = DRAWN if place.startswith(("/positions", "/dots")) else EXACT
        same = bool(np.isclose(a, b, rtol=near, atol=near))
    else:
        same = type(a) is type(b) and a == b
    if not same:
        found.append(f"{place}：发布 {str(a)[:40]}，重算 {str(b)[:40]}")
    return 1
