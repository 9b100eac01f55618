"""Votes, statements, chosen participants and groups from files (CSV, gzip or not)."""

from __future__ import annotations

import csv
import gzip
import io
import warnings
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .model import Id
from .votes import Votes

PARTICIPANT = ("participant", "participant_id", "voter-id", "voter_id", "参与者")
STATEMENT = ("statement", "statement_id", "comment-id", "comment_id", "观点")
VOTE = ("vote", "投票", "表态")
TIME = ("timestamp_ms", "timestamp", "时间")
GROUP = ("group", "组")
WORDS = {
    "1": 1,
    "0": 0,
    "-1": -1,
    "+1": 1,
    "1.0": 1,
    "0.0": 0,
    "-0.0": 0,
    "-1.0": -1,
    "agree": 1,
    "pass": 0,
    "disagree": -1,
    "赞成": 1,
    "略过": 0,
    "不赞成": -1,
}
TRUE = {"true", "1", "yes", "是"}


class Unreadable(ValueError):
    """A file that cannot be used at all. ``message_zh`` says why."""

    def __init__(self, message_zh: str) -> None:
        self.message_zh = message_zh
        super().__init__(message_zh)


@dataclass(frozen=True)
class Statements:
    """What a file of statements says: all ids, those taken out by moderation, those about the person."""

    known: tuple[Id, ...] = ()
    excluded: frozenset[Id] = frozenset()
    meta: frozenset[Id] = frozenset()


def text_of(path: str | Path) -> str:
    """The words of a file, unpacked when gzipped. Raises :class:`Unreadable`."""
    name = Path(path).name
    try:
        data = Path(path).read_bytes()
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(f"{name} 打不开：{_why(error)}。") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(f"{name} 不是文字文件，或编码既不是 UTF-8 也不是 GB18030。")


def _why(error: Exception) -> str:
    """In the reader's words; what is not foreseen as the system says it."""
    if isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile)):
        return "压缩文件不完整或已损坏"
    known: dict[type[Exception], str] = {
        FileNotFoundError: "没有这个文件",
        IsADirectoryError: "这是文件夹，不是文件",
        PermissionError: "没有读取的权限",
    }
    return known.get(type(error)) or str(getattr(error, "strerror", None) or error)


def id_of(word: str) -> Id:
    """``"12"`` is the number 12; ``"012"`` and ``"A12"`` stay words."""
    if word.isascii() and word.isdigit() and (word == "0" or word[0] != "0") and len(word) < 19:
        return int(word)
    return word


def read_votes(path: str | Path) -> Votes:
    """Votes of a file with the columns participant, statement, vote and, if known, timestamp_ms.

    Columns nobody asked for are passed over; rows without a person, a statement or a known vote are
    left out. Both are told in ``notes``. Raises :class:`Unreadable`.
    """
    text = text_of(path)
    head, _, body = text.partition("\n")
    names = [name.strip().lstrip("#").lower() for name in next(csv.reader([head]), [])]
    places = {}
    for key, spelt in (("p", PARTICIPANT), ("s", STATEMENT), ("v", VOTE), ("t", TIME)):
        places[key] = next((names.index(name) for name in spelt if name in names), -1)
    wanted = {"p": "participant", "s": "statement", "v": "vote"}
    missing = [name for key, name in wanted.items() if places[key] < 0]
    if missing:
        found = "、".join(names) if any(names) else "没有表头"
        raise Unreadable(f"{Path(path).name} 缺少列 {'、'.join(missing)}（现有：{found}）。")
    notes = []
    unknown = [name or "（空）" for at, name in enumerate(names) if at not in places.values()]
    if unknown:
        notes.append(f"文件里有用不到的列，未读：{'、'.join(unknown)}。")
    if places["t"] < 0:
        notes.append("文件没有时间列，同一人对同一观点的多次投票以最后一行为准。")
    return _numbers(body, len(names), places, notes) or _words(text, places, notes)


def _numbers(body: str, width: int, places: dict[str, int], notes: list[str]) -> Votes | None:
    """The quick way: nothing but whole numbers, no cell empty, none with leading zeros."""
    if not body or body.translate({ord(c): None for c in "0123456789-,\r\n"}):
        return None
    lines = body.replace("\r\n", "\n").strip("\n")
    flat = "," + lines.replace("\n", ",") + ","
    if ",," in flat or "," not in lines:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what does not parse is seen below: the lengths differ
        cells = np.fromstring(flat[1:-1], dtype=np.int64, sep=",")
    if len(cells) % width or lines.count("\n") + 1 != len(cells) // width:
        return None
    # "007" would lose its zeros and "5-" its sign: numbers must print as they were written
    if _printed(cells) + len(cells) != len(flat) - 1:
        return None
    table = cells.reshape(-1, width)
    who, what, how = (table[:, places[key]] for key in "psv")
    if bool((np.abs(how) > 1).any()) or bool((who < 0).any()) or bool((what < 0).any()):
        return None
    people, p = np.unique(who, return_inverse=True)
    statements, s = np.unique(what, return_inverse=True)
    when = table[:, places["t"]] if places["t"] >= 0 else None
    return Votes.of_codes(
        p,
        s,
        how.astype(np.int8),
        when,
        people=people.tolist(),
        statements=statements.tolist(),
        notes=notes,
    )


def _printed(cells: NDArray[np.int64]) -> int:
    """How many characters the numbers take when printed."""
    size, total, ten = np.abs(cells), len(cells) + int((cells < 0).sum()), 10
    while bool((size >= ten).any()):
        total += int((size >= ten).sum())
        ten *= 10
    return total


def _words(text: str, places: dict[str, int], notes: list[str]) -> Votes:
    """The careful way, row by row."""
    who: list[str] = []
    what: list[str] = []
    how: list[int] = []
    when: list[int] = []
    skipped: list[tuple[int, str]] = []
    untimed = 0
    rows = csv.reader(io.StringIO(text))
    next(rows)
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        cells = {k: row[at].strip() if 0 <= at < len(row) else "" for k, at in places.items()}
        vote = WORDS.get(cells["v"].lower())
        if not cells["p"] or not cells["s"] or vote is None:
            skipped.append((rows.line_num, cells["v"]))
            continue
        who.append(cells["p"])
        what.append(cells["s"])
        how.append(vote)
        try:
            when.append(int(float(cells["t"])) if cells["t"] else when[-1] if when else 0)
        except (ValueError, OverflowError):
            when.append(when[-1] if when else 0)
            untimed += 1
    if skipped:
        line, value = skipped[0]
        said = f"“{value[:20]}”" if value else "空"
        notes.append(
            f"有 {len(skipped)} 行没有参与者、观点或认得的投票值，未计（第一处在第{line}行，投票值为{said}）。"
        )
    if untimed:
        notes.append(f"有 {untimed} 行的时间认不出，按所在位置排先后。")
    return Votes.of_columns(_ids(who), _ids(what), how, when, notes=notes)


def _ids(words: list[str]) -> list[Id]:
    """Numbers only where all are numbers: ids of one file are of one kind."""
    known = {word: id_of(word) for word in set(words)}
    if all(isinstance(i, int) for i in known.values()):
        return [known[word] for word in words]
    return list(words)


def read_statements(path: str | Path) -> Statements:
    """Statements of a file with the columns statement, moderated (-1 taken out) and is_meta.

    Raises :class:`Unreadable`.
    """
    rows = csv.DictReader(io.StringIO(text_of(path)))
    names = {(name or "").strip().lower(): name for name in rows.fieldnames or []}
    key = next((names[name] for name in STATEMENT if name in names), None)
    if key is None:
        raise Unreadable(f"{Path(path).name} 缺少列 statement。")
    moderated, meta_key = names.get("moderated"), names.get("is_meta")
    words, out, meta = [], set(), set()
    for row in rows:
        word = (row[key] or "").strip()
        if not word:
            continue
        words.append(word)
        about = bool(meta_key) and (row[meta_key or ""] or "").strip().lower() in TRUE
        if about:
            meta.add(word)
        if about or (moderated and (row[moderated] or "").strip() in ("-1", "-1.0")):
            out.add(word)
    spelt = dict(zip(words, _ids(words), strict=True))
    return Statements(
        tuple(spelt.values()),
        frozenset(spelt[word] for word in out),
        frozenset(spelt[word] for word in meta),
    )


def read_participants(path: str | Path) -> list[Id]:
    """Ids, one a line, or the column ``participant``. Raises :class:`Unreadable`."""
    return [identity for identity, _ in _pairs(path)]


def read_groups(path: str | Path) -> dict[Id, Id]:
    """{participant: group} of the columns participant and group; an empty group is nobody's."""
    pairs = _pairs(path)
    groups = _ids([group for _, group in pairs if group])
    return dict(zip((i for i, group in pairs if group), groups, strict=True))


def _pairs(path: str | Path) -> list[tuple[Id, str]]:
    rows = [row for row in csv.reader(io.StringIO(text_of(path))) if any(c.strip() for c in row)]
    if not rows:
        return []
    names = [cell.strip().lower() for cell in rows[0]]
    at = next((names.index(name) for name in PARTICIPANT if name in names), -1)
    group = next((names.index(name) for name in GROUP if name in names), 1)
    if at >= 0:
        rows = rows[1:]
    else:
        at = 0
    words = [row[at].strip() for row in rows if len(row) > at]
    found = [row[group].strip() if len(row) > group else "" for row in rows if len(row) > at]
    return list(zip(_ids(words), found, strict=True))
