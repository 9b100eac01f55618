"""Samples of the people to be grouped, as dense tables, each made once and used by every step."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from ..votes import Ints
from .factors import Floats, Shared
from .table import Table

LEAST_ROWS = 2000  # of a sample, however many statements there are
FIFTHS = 5
LOGISTIC_CELLS = 400_000


def small(table: Table) -> bool:
    """So few that everybody is part of the model, refined for answers of yes or no."""
    return not table.large and len(table.people) * len(table.statements) <= LOGISTIC_CELLS


class Sample:
    """Some people: which votes they cast (1 or 0) and how, and what statements share among them."""

    def __init__(self, rows: Ints, vote: Floats, cast: Floats) -> None:
        self.rows, self.vote, self.cast = rows, vote, cast

    @cached_property
    def shared(self) -> Shared:
        return Shared.of(self.vote, self.cast)

    @cached_property
    def fifths(self) -> list[Shared]:
        """The sums of each fifth of the people, about the mean of all."""
        centre = self.shared.centre
        return [
            Shared.of(self.vote[at::FIFTHS], self.cast[at::FIFTHS], centre) for at in range(FIFTHS)
        ]


class Samples:
    """The people ``among`` (rows of the table) who are to be grouped."""

    def __init__(self, table: Table, among: Ints) -> None:
        self.table, self.among = table, among
        self._made: dict[int, Sample] = {}

    def size(self, cells: int) -> int:
        wanted = max(LEAST_ROWS, cells // max(1, len(self.table.statements)))
        return min(len(self.among), wanted)

    def rows(self, cells: int) -> Ints:
        """The first of them, as many as fit."""
        return self.among[: self.size(cells)]

    def of(self, cells: int) -> Sample:
        size = self.size(cells)
        if size not in self._made:
            rows = self.among[:size]
            if small(self.table):
                vote, cast = (
                    whole if size == len(whole) else whole[rows] for whole in self.everybody
                )
            else:
                vote, cast = self.table.dense(rows)
            self._made[size] = Sample(rows, vote, cast)
        return self._made[size]

    @cached_property
    def everybody(self) -> tuple[Floats, Floats]:
        """The dense table of all people of a small table, those who are in no group included."""
        return self.table.dense(np.arange(len(self.table.people)))
