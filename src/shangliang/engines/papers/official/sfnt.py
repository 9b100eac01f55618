"""Reading the two tables of a font file that we need: which characters it draws.

A small reader of the sfnt ``cmap`` (formats 4 and 12), so that no font library is needed at run
time. Source: OpenType 1.9, "cmap - Character to Glyph Index Mapping Table".
"""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path


class Coverage:
    """The characters one face draws, as sorted ranges."""

    def __init__(self, ranges: list[tuple[int, int]]) -> None:
        self._points = frozenset(p for first, last in ranges for p in range(first, last + 1))

    def __contains__(self, character: str) -> bool:
        return ord(character) in self._points

    def __len__(self) -> int:
        return len(self._points)


@lru_cache(maxsize=32)
def coverage(path: str, index: int = 0) -> Coverage:
    """Characters drawn by face ``index`` of a .ttf, .otf or .ttc file.

    Raises ``OSError`` when the file cannot be read and ``ValueError`` when it is no font.
    """
    data = Path(path).read_bytes()
    try:
        return Coverage(_ranges(data, _cmap_offset(data, index)))
    except struct.error as error:
        raise ValueError(f"not a font file: {path}") from error


def _cmap_offset(data: bytes, index: int) -> int:
    start = 0
    if data[:4] == b"ttcf":
        (start,) = struct.unpack_from(">I", data, 12 + 4 * index)
    (count,) = struct.unpack_from(">H", data, start + 4)
    for place in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * place)
        if tag == b"cmap":
            return int(offset)
    raise ValueError("font without a character map")


def _ranges(data: bytes, cmap: int) -> list[tuple[int, int]]:
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    found: list[tuple[int, int]] = []
    for place in range(count):
        _, _, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * place)
        (kind,) = struct.unpack_from(">H", data, cmap + offset)
        if kind == 12:
            found += _format_12(data, cmap + offset)
        elif kind == 4:
            found += _format_4(data, cmap + offset)
    return found


def _format_12(data: bytes, at: int) -> list[tuple[int, int]]:
    (groups,) = struct.unpack_from(">I", data, at + 12)
    return [struct.unpack_from(">II", data, at + 16 + 12 * g) for g in range(groups)]


def _format_4(data: bytes, at: int) -> list[tuple[int, int]]:
    (double,) = struct.unpack_from(">H", data, at + 6)
    ends = struct.unpack_from(f">{double // 2}H", data, at + 14)
    starts = struct.unpack_from(f">{double // 2}H", data, at + 16 + double)
    return [(a, b) for a, b in zip(starts, ends, strict=True) if a <= b != 0xFFFF]
