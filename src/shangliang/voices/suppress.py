"""Small groups are not shown (catalogue E6): cells below the limit, and enough others that no sum
gives them away. Plain arithmetic on counts."""

from collections.abc import Sequence

Shown = list[list[int | None]]


def hide_small(counts: Sequence[Sequence[int]], limit: int) -> Shown:
    """The table with None where nothing is said.

    A group (row) with fewer than ``limit`` answers is hidden whole. In what remains, a cell of
    1..limit-1 is hidden, and in every row and column with just one hidden cell a second one is
    hidden too, since the totals are printed. Zeros may be hidden as seconds.
    """
    cells: Shown = [list(row) for row in counts]
    if not cells:
        return cells
    width = len(cells[0])
    for row in cells:
        if 0 < sum(n or 0 for n in row) < limit:
            row[:] = [None] * width
    for row in cells:
        row[:] = [None if n is not None and 0 < n < limit else n for n in row]
    while True:
        hidden = sum(n is None for row in cells for n in row)
        for row in cells:
            second(row)
        for at in range(width):
            column = [row[at] for row in cells]
            second(column)
            for row, value in zip(cells, column, strict=True):
                row[at] = value
        if sum(n is None for row in cells for n in row) == hidden:
            return cells


def second(line: list[int | None]) -> None:
    """One hidden cell alone is told by the total: the smallest other goes with it."""
    if sum(n is None for n in line) != 1:
        return
    shown = [(n, at) for at, n in enumerate(line) if n is not None]
    if shown:
        line[min(shown)[1]] = None


def hide_totals(totals: Sequence[int], limit: int) -> list[int | None]:
    """Totals of groups: those below the limit, and a second one where one alone would be told."""
    line: list[int | None] = [None if 0 < n < limit else n for n in totals]
    second(line)
    return line
