"""Widths of a table's columns, from what stands in them, the same for Word and PDF.

A rank or a count takes what it needs, a unit's name stands on one line where the page allows, and a long
text has what is left. Nothing is measured by a face: a Chinese character is one square, a figure half.
"""

from __future__ import annotations

from math import sqrt

from . import gbt9704 as gb

_EM_MM = gb.TABLE_PT / gb.PT_PER_MM
_PAD_MM = 4.0  # both sides of a cell
_SLACK = 1.06  # a stand-in face is often a little wider
_HEADER_EMS = (4.0, 2.0)  # a longer head may be broken; where room is short, after two characters


def widths_mm(
    header: list[str], rows: list[list[str]], whole: float = gb.TEXT_WIDTH_MM
) -> list[float]:
    """Millimetres a column, together ``whole``."""
    count = len(header)
    if not count:
        return []
    wanted = [_wanted(n, header, rows, _HEADER_EMS[0]) for n in range(count)]
    if sum(wanted) > whole:
        wanted = [_wanted(n, header, rows, _HEADER_EMS[1]) for n in range(count)]
    if sum(wanted) <= whole:
        return [round(w * whole / sum(wanted), 2) for w in wanted]
    given = [0.0] * count
    room, left = whole, sorted(range(count), key=lambda n: wanted[n])
    while left and wanted[left[0]] <= room / len(left):
        place = left.pop(0)
        given[place] = wanted[place]
        room -= wanted[place]
    shares = {n: sqrt(_written(n, rows)) for n in left}
    for n in left:
        given[n] = room * shares[n] / sum(shares.values())
    return [round(g, 2) for g in given]


def _wanted(place: int, header: list[str], rows: list[list[str]], most: float) -> float:
    """What the column would need to break no line."""
    longest = min(most, gb.em_width(header[place]))
    for row in rows:
        if place < len(row):
            longest = max(longest, *(gb.em_width(line) for line in row[place].split("\n")))
    return longest * _SLACK * _EM_MM + _PAD_MM


def _written(place: int, rows: list[list[str]]) -> float:
    """How much stands in the column altogether: one long line does not make a column wide."""
    return 1.0 + sum(gb.em_width(row[place]) for row in rows if place < len(row))
