"""Two columns of prose that a converter printed side by side are read one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .source import Source

_GAP = re.compile(r"(?<=\S)(?: {3,}|\u3000{2,}|\t+)(?=\S)")
LEAST_ROWS = 4
LEAST_PROSE = 10  # characters on each side; a table's cells are shorter or more than two


def side_by_side(source: Source) -> list[list[tuple[int, int, int]]]:
    """Blocks of (0-based line, where the gap starts, where it ends) that are two columns.

    A block needs four rows in a row with exactly one gap, at nearly the same place, and prose (no
    closing stop at most row ends) on both sides.
    """
    blocks: list[list[tuple[int, int, int]]] = []
    block: list[tuple[int, int, int]] = []
    for number, line in enumerate(source.lines):
        gaps = list(_GAP.finditer(line)) if len(line) < 400 else []
        if len(gaps) == 1 and len(line[gaps[0].end() :].strip()) >= 2:
            block.append((number, gaps[0].start(), gaps[0].end()))
        elif line.strip():
            _close(block, blocks, source)
            block = []
    _close(block, blocks, source)
    return blocks


def _width(text: str) -> int:
    return sum(1 if ord(sign) < 0x2E80 else 2 for sign in text)


def _close(
    block: list[tuple[int, int, int]], blocks: list[list[tuple[int, int, int]]], source: Source
) -> None:
    if len(block) < LEAST_ROWS:
        return
    left = [source.lines[n][:start].strip() for n, start, _ in block]
    right = [source.lines[n][end:].strip() for n, _, end in block]
    starts = [_width(source.lines[n][:end]) for n, _, end in block]
    straight = sorted(starts)[len(starts) // 2]
    if sum(abs(s - straight) <= 4 for s in starts) < 0.8 * len(starts):
        return
    for side in (left, right):
        if sum(map(len, side)) / len(side) < LEAST_PROSE:
            return
        if sum(cell[-1:] in "。！？" for cell in side) > 0.5 * len(side):
            return
    blocks.append(block)


def reading_order(source: Source) -> Iterator[tuple[int, int, int]]:
    """(0-based line, start, end) in the order a reader takes them; columns are unfolded."""
    blocks = {block[0][0]: block for block in side_by_side(source)}
    number = 0
    while number < len(source.lines):
        block = blocks.get(number)
        if block is None:
            yield number, 0, len(source.lines[number])
            number += 1
            continue
        for line, start, _ in block:
            yield line, 0, start
        for line, _, end in block:
            yield line, end, len(source.lines[line])
        number = block[-1][0] + 1
