"""Small cells (rule E6): counts below five are hidden, and others with them so that no total tells them.

A hidden cell is safe when it cannot be computed from its row's and column's totals: each must lie on
a ring of hidden cells (no bridge in the graph of rows and columns they join), and what the totals
allow must leave it more than one value.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

MIN_COUNT = 5
Key = tuple[str, str]


@dataclass(frozen=True)
class Hidden:
    """The table to show (``None``: hidden), its totals, and how many were hidden for others' sake."""

    cells: dict[Key, int | None]
    rows: dict[str, int | None]
    columns: dict[str, int | None]
    small: int
    complementary: int


def suppress(counts: Mapping[Key, int], least: int = MIN_COUNT) -> Hidden:
    """Hide what is below ``least`` and whatever must go with it. 0 is no group of people and stays.

    A total is itself a count: one below ``least`` hides its whole line, and then itself.
    """
    rows = list(dict.fromkeys(r for r, _ in counts))
    columns = list(dict.fromkeys(c for _, c in counts))
    if any(n < 0 for n in counts.values()):
        raise ValueError("人数不能是负的。")
    small = {key for key, n in counts.items() if 0 < n < least}
    gone = set(small)
    while (found := _unsafe(counts, gone)) is not None:
        added = _partner(counts, gone, found)
        if added is None:
            break
        gone.add(added)
    loose = {key for key in gone if _computable(counts, gone, key)}
    row_totals: dict[str, int | None] = {
        r: sum(n for (row, _), n in counts.items() if row == r) for r in rows
    }
    column_totals: dict[str, int | None] = {
        c: sum(n for (_, col), n in counts.items() if col == c) for c in columns
    }
    # Where nothing is left to hide beside a cell, the totals that would tell it go.
    for row, column in loose:
        row_totals[row] = None
        column_totals[column] = None
    for totals in (row_totals, column_totals):
        for key, n in totals.items():
            if n is not None and 0 < n < least:
                totals[key] = None
    beside_totals(row_totals, {r for r, _ in gone})
    beside_totals(column_totals, {c for _, c in gone})
    return Hidden(
        {key: None if key in gone else n for key, n in counts.items()},
        row_totals,
        column_totals,
        len(small),
        len(gone - small),
    )


def beside_totals(totals: dict[str, int | None], holed: set[str]) -> None:
    """One hidden total follows from the whole: the smallest other that has hidden cells goes with it."""
    if sum(n is None for n in totals.values()) != 1:
        return
    others = {key: n for key, n in totals.items() if n is not None and key in holed}
    if others:
        totals[min(others, key=lambda key: others[key])] = None


def _unsafe(counts: Mapping[Key, int], gone: set[Key]) -> Key | None:
    """A hidden cell that its totals give away, if there is one."""
    return next((key for key in sorted(gone) if _computable(counts, gone, key)), None)


def _computable(counts: Mapping[Key, int], gone: set[Key], key: Key) -> bool:
    if not _on_a_ring(gone, key):
        return True
    low, high = _bounds(counts, gone)[key]
    return low == high


def _on_a_ring(gone: set[Key], key: Key) -> bool:
    """Whether row and column of the cell are still joined by other hidden cells."""
    start, goal = ("row", key[0]), ("column", key[1])
    seen, queue = {start}, deque([start])
    while queue:
        side, name = queue.popleft()
        for row, column in gone - {key}:
            step = ("column", column) if side == "row" and row == name else None
            if side == "column" and column == name:
                step = ("row", row)
            if step and step not in seen:
                if step == goal:
                    return True
                seen.add(step)
                queue.append(step)
    return False


def _bounds(counts: Mapping[Key, int], gone: set[Key]) -> dict[Key, tuple[int, int]]:
    """What a reader of the totals can say of each hidden cell: at least, at most."""
    lines: list[tuple[list[Key], int]] = []
    for side in (0, 1):
        for name in {key[side] for key in gone}:
            members = [key for key in gone if key[side] == name]
            lines.append((members, sum(counts[key] for key in members)))
    most = max((total for _, total in lines), default=0)
    found = dict.fromkeys(gone, (0, most))
    for _ in range(12):
        before = dict(found)
        for members, total in lines:
            for key in members:
                others = [found[k] for k in members if k != key]
                low = max(found[key][0], total - sum(h for _, h in others))
                high = min(found[key][1], total - sum(lo for lo, _ in others))
                found[key] = (low, high)
        if found == before:
            break
    return found


def _partner(counts: Mapping[Key, int], gone: set[Key], key: Key) -> Key | None:
    """The next cell to hide: in the same row or column, the smallest that is no zero, then a zero.

    When the line is used up, the smallest cell that is left, so that a ring can close elsewhere.
    """
    left = [k for k in counts if k not in gone]
    near = [k for k in left if k[0] == key[0] or k[1] == key[1]]
    used_rows, used_columns = {r for r, _ in gone}, {c for _, c in gone}
    closing = [k for k in left if k[0] in used_rows and k[1] in used_columns]

    def cost(k: Key) -> tuple[bool, int, Key]:
        return (counts[k] == 0, counts[k], k)

    for choice in (closing and [k for k in closing if k in near], near, closing, left):
        if choice:
            return min(choice, key=cost)
    return None


def share_with_margin(yes: int, n: int, population: int | None = None) -> tuple[float, float]:
    """Share and margin in per cent at 95 per cent confidence (Wilson's half width), population known or not."""
    if not 0 <= yes <= n or n == 0:
        raise ValueError("人数不对：答“是”的不能多于作答的，作答的不能是零。")
    z, p = 1.96, yes / n
    if population is not None and population < n:
        raise ValueError("作答的比总人数还多。")
    left = 1.0 if not population or population <= 1 else (population - n) / (population - 1)
    wide = z * ((p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5) / (1 + z * z / n)
    return round(100 * p, 1), round(100 * wide * left**0.5, 1)


def change_with_margin(
    yes: int, n: int, yes_before: int, n_before: int
) -> tuple[float, float, bool]:
    """Change in points, its margin, and whether it is more than chance would do."""
    one, wide = share_with_margin(yes, n)
    other, wide_before = share_with_margin(yes_before, n_before)
    change, margin = one - other, (wide**2 + wide_before**2) ** 0.5
    return round(change, 1), round(margin, 1), abs(change) > margin
