"""The least of a year, by form: the committee's own decision where there is one, else the preset."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .models import Minimum
from .words import EFFORTS, FORMS

FILE = Path(__file__).parent / "presets" / "minimums.toml"


@dataclass(frozen=True)
class Least:
    """So many of a kind in a year, and on what paper. ``own``: decided by this committee."""

    form: str
    kind: str
    least: int
    source: str
    own: bool = False
    year: int = 0

    @property
    def label(self) -> str:
        return EFFORTS[self.kind]

    @property
    def form_label(self) -> str:
        return FORMS[self.form]


@cache
def shipped() -> tuple[Least, ...]:
    """What the release proposes."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["minimum"]
    return tuple(
        Least(row["form"], kind, n, row["source"])
        for row in rows
        for kind, n in row["least"].items()
    )


def minimums(committee_id: int, year: int) -> dict[str, list[Least]]:
    """form -> what holds in ``year``; one question."""
    found = {(row.form, row.kind): row for row in shipped()}
    rows = Minimum.objects.filter(committee_id=committee_id, year__lte=year)
    for row in rows.order_by("year", "id"):
        found[row.form, row.kind] = Least(row.form, row.kind, row.least, row.source, True, row.year)
    out: dict[str, list[Least]] = {form: [] for form in FORMS}
    order = list(EFFORTS)
    for least in sorted(found.values(), key=lambda x: order.index(x.kind)):
        if least.least:
            out[least.form].append(least)
    return out
