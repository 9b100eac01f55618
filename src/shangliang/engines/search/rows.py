"""Rows of JSONL files, in and out: what cannot be used is named with its line and its reason.

``-`` is standard input or output. A line that is not UTF-8 is tried as GB 18030, which Chinese offices
still export.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from .shelf import Text

Row = dict[str, Any]
TEXTS = ("text", "title", "body", "seg")


def lines(path: str) -> Iterator[bytes]:
    """The lines of a file, or of standard input, as bytes."""
    if path == "-":
        yield from sys.stdin.buffer
        return
    with Path(path).open("rb") as file:
        yield from file


def check(path: str) -> None:
    """Raise ``OSError`` now for a file that is not there."""
    if path != "-":
        Path(path).stat()


def decoded(line: bytes) -> str:
    """A line as text; raises ``UnicodeDecodeError`` for what is neither of the two."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("gb18030")


def fault(row: object, label: bool) -> str:
    """Why this is no row that can be used; empty when it is one."""
    if not isinstance(row, dict):
        return "不是一条记录（应是 {…}）"
    if isinstance(row.get("id"), dict | list):
        return "id 不是字也不是数"
    for name in TEXTS:
        if isinstance(row.get(name), dict | list):
            return f"{name} 不是文字"
    if not any(str(row.get(name) or "").strip() for name in TEXTS):
        return "没有文字（text、title、body、seg 都空）"
    if label and (row.get("label") is None or str(row["label"]).strip() == ""):
        return "没有 label"
    if label and isinstance(row["label"], dict | list):
        return "label 不是字也不是数"
    return ""


def read(path: str, *, label: bool = False, asking: bool = False) -> Iterator[Row]:
    """The usable rows. A row without ``id`` gets the number of its line; ``label``: one is needed;
    ``asking``: a record without usable text comes bare, so that its question gets an empty answer."""
    name = "标准输入" if path == "-" else path
    for number, line in enumerate(lines(path), 1):
        if not line.strip():
            continue
        row: object = None
        try:
            row = json.loads(decoded(line))
            why = fault(row, label)
        except UnicodeDecodeError:
            why = "读不出文字（不是 UTF-8，也不是 GB 18030）"
        except (ValueError, RecursionError) as error:
            why = f"不是 JSON（{getattr(error, 'msg', type(error).__name__)}）"
        if why or not isinstance(row, dict):
            sys.stderr.write(f"{name} 第 {number} 行没有用：{why}。\n")
            if not (asking and isinstance(row, dict)) or isinstance(row.get("id"), dict | list):
                continue
            row = {"id": row.get("id")}
        if row.get("id") is None:
            row["id"] = str(number)
        yield row


def said(row: Row, name: str) -> str:
    """A field as text. Half a surrogate pair, which no file can hold, becomes a question mark."""
    value = row.get(name)
    return "" if value is None else str(value).encode("utf-8", "replace").decode()


def text_of(row: Row) -> Text:
    """A row as a text: ``text``, or ``title`` and ``body``, or segmented ``seg``."""
    body = said(row, "text") or said(row, "body") or said(row, "seg").replace(" ", "")
    return Text(str(row["id"]), body, said(row, "title"))


def write(path: str, pieces: Iterable[str]) -> int:
    """Write these pieces, a line each. A file is there whole or not at all. Returns how many."""
    count = 0
    if path == "-":
        for piece in pieces:
            sys.stdout.write(piece + "\n")
            count += 1
        return count
    whole = Path(path)
    part = whole.with_name(whole.name + ".part")
    try:
        with part.open("w", encoding="utf-8", errors="replace") as out:
            for piece in pieces:
                out.write(piece + "\n")
                count += 1
        part.replace(whole)
    finally:
        part.unlink(missing_ok=True)
    return count


def write_rows(path: str, rows: Iterable[Row]) -> int:
    return write(path, (json.dumps(row, ensure_ascii=False) for row in rows))


def tell(path: str, sentence: str) -> None:
    """What was done, on the output that does not carry the result."""
    (sys.stderr if path == "-" else sys.stdout).write(sentence + "\n")
