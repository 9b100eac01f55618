"""What a sheet is read with: the committee's indicators and regions by all their names, and a figure on its way."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ..engines.indicators.definition import Definition, Direction, Shape, Span
from ..engines.indicators.flags import Flag
from .models import Region, RegionName, Yardstick

WHOLE = {
    "合计": "全市",
    "全市合计": "全市",
    "市合计": "全市",
    "总计": "全市",
    "全省合计": "全省",
    "全省平均": "全省",
}


def definition_of(row: Yardstick) -> Definition:
    """The engine's definition of a yardstick."""
    return Definition(
        row.code, row.name, row.unit, Direction(row.direction), Shape(row.shape), Span(row.span),
        row.source, row.version, row.decimals,
    )  # fmt: skip


class Known:
    """The committee's indicators and regions by all their names; three questions."""

    def __init__(self, committee_id: int) -> None:
        self.by_id: dict[int, Yardstick] = {}
        self.by_name: dict[str, Yardstick] = {}
        rows = Yardstick.objects.filter(committee_id=committee_id, kind=Yardstick.Kind.INDICATOR)
        for row in rows.order_by("version"):
            self.by_id[row.pk] = row
            for name in (row.code, row.name, *row.body.get("aliases", ())):
                self.by_name["".join(name.split())] = row
        self.definitions = {pk: definition_of(row) for pk, row in self.by_id.items()}
        self.regions = {r.name: r for r in Region.objects.filter(committee_id=committee_id)}
        self.by_region_id = {r.pk: r for r in self.regions.values()}
        self.other: dict[str, Region] = {}
        for other in RegionName.objects.filter(committee_id=committee_id):
            self.other[other.name] = self.by_region_id[other.region_id]

    def region(self, said: str) -> tuple[Region | None, bool]:
        """The region, and whether it was found by another name than its own."""
        name = WHOLE.get(said, said)
        if found := self.regions.get(name):
            return found, False
        found = self.other.get(name)
        return found, found is not None


@dataclass
class Planned:
    """One figure on its way: taken unless a flag stops it."""

    row: int
    region: Region | None
    yardstick: Yardstick | None
    period: str
    value: Decimal | None
    mark: str = ""
    said: str = ""
    flags: list[Flag] = field(default_factory=list)
    had: tuple[int, Decimal | None, str, int] | None = None  # id, value, mark, revision

    @property
    def stopped(self) -> bool:
        return any(f.stops for f in self.flags)

    @property
    def status(self) -> str:
        """error, same, revise, new."""
        if self.stopped or self.region is None or self.yardstick is None:
            return "error"
        if self.had is None:
            return "new"
        return "same" if self.had[1:3] == (self.value, self.mark) else "revise"
