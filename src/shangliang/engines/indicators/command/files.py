"""A CSV as it comes: either encoding of the bureaux, commas, tabs or semicolons, a title above the head."""

from __future__ import annotations

import csv
import io
import sys
from dataclasses import dataclass
from pathlib import Path

from ..grid import LONG, words
from ..periods import of_code, parse

LOOK_FOR_HEAD = 10  # rows


class Unreadable(ValueError):
    """The file is not what it should be; ``str()`` says what is."""


@dataclass(frozen=True)
class Line:
    """One row with its number in the file."""

    number: int
    cells: list[str]


def load(path: str) -> list[Line]:
    """Rows that hold anything. Raises :class:`Unreadable`."""
    name = "标准输入" if path == "-" else path
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except FileNotFoundError:
        raise Unreadable(f"没有找到文件 {name}。") from None
    except OSError as error:
        raise Unreadable(f"{name} 打不开（{error.strerror}）。") from None
    text = decode(data, name)
    first = next((line for line in text.split("\n") if line.strip()), "")
    comma = max(",\t;", key=first.count)
    lines: list[Line] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=comma, strict=True)
    before = 1
    try:
        for row in reader:
            if any(c.strip() for c in row):
                lines.append(Line(before, row))
            before = reader.line_num + 1
    except csv.Error:
        raise Unreadable(f"{name} 从第{before}行起读不下去，请检查引号是否成对。") from None
    if not lines:
        raise Unreadable(f"{name} 是空的。")
    return lines


def decode(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, in GB18030, or in UTF-16 with its mark."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if data[:4] == b"PK\x03\x04" or "\x00" in text:
            raise Unreadable(f"{name} 不是 CSV 文件，请在表格软件里另存为 CSV。")
        return text
    raise Unreadable(f"{name} 不是 UTF-8 也不是 GB18030 编码，或者不是 CSV 文件。")


def head_of(lines: list[Line], needed: tuple[str, ...]) -> tuple[int, dict[str, int]]:
    """Where the head stands and which column is which; titles above it are passed over."""
    best: tuple[int, dict[str, int]] = (0, {})
    for index, line in enumerate(lines[:LOOK_FOR_HEAD]):
        places = columns(line.cells)
        if all(n in places for n in needed):
            return index, places
        if len(places) > len(best[1]):
            best = index, places
    return best


def columns(row: list[str]) -> dict[str, int]:
    """Which column is which, by English or Chinese heads."""
    said = [words(w).lower() for w in row]
    places: dict[str, int] = {}
    for key, names in LONG.items():
        found = next(
            (i for i, w in enumerate(said) if w in names and i not in places.values()), None
        )
        if found is not None:
            places[key] = found
    return places


def period_code(text: str) -> str | None:
    """The code of a period written as a code or in words."""
    try:
        return of_code(text).code
    except ValueError:
        found = parse(text)
        return found.code if found else None
