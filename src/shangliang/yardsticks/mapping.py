"""The map of one indicator: every county a link with its figure said in words, five steps from the city's line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from django.utils.safestring import SafeString, mark_safe

from ..engines.indicators.definition import Direction, distance
from ..engines.indicators.maps import draw_grid, in_rows
from .comparing import Column, shown, signed
from .models import Region, RegionMap

# Steps from the line, worst first: class of the fill, sign beside the name, words of the legend.
STEPS = (
    ("m-2", "▼▼", "落后多"),
    ("m-1", "▼", "落后"),
    ("m0", "", "持平"),
    ("m1", "▲", "领先"),
    ("m2", "▲▲", "领先多"),
)
NONE = ("mx", "", "没有数或不比高低")


@dataclass(frozen=True)
class Place:
    """One county of the map and of its table."""

    region: Region
    text: str
    rank: str
    to_line: Decimal | None
    to_line_text: str
    step: tuple[str, str, str]
    url: str
    me: bool = False

    @property
    def said(self) -> str:
        """What a screen reader says of it."""
        parts = [str(self.region), self.text, self.rank]
        if self.to_line is not None:
            parts.append(f"比全市{self.to_line_text}，{self.step[2]}")
        return "，".join(p for p in parts if p)


def steps_of(differences: Mapping[int, Decimal]) -> dict[int, tuple[str, str, str]]:
    """Far is more than the middle of all distances on that side of the line."""
    out = {}
    for side in (-1, 1):
        mine = sorted(abs(d) for d in differences.values() if d * side > 0)
        middle = mine[len(mine) // 2] if mine else Decimal(0)
        for pk, d in differences.items():
            if d * side > 0:
                far = abs(d) >= middle and len(mine) > 1 and abs(d) > 0
                out[pk] = STEPS[2 + side * (2 if far else 1)]
            elif d == 0:
                out[pk] = STEPS[2]
    return out


def places(column: Column, regions: Iterable[Region], url: str, me: int | None) -> list[Place]:
    """Counties with their figure, rank and distance to the city's line; ``url`` ends before the number."""
    y = column.yardstick
    rows = list(regions)
    compared = column.city is not None and y.direction != "none" and y.shape != "level"
    away: dict[int, Decimal] = {}
    for region in rows:
        value = column.figures.get(region.pk)
        if compared and value is not None and column.city is not None:
            away[region.pk] = distance(value, column.city, Direction(y.direction))
    if not compared and column.ranks:
        # A total has no line to be behind: the map shows thirds of the order instead.
        many = len(column.ranks)
        for pk, rank in column.ranks.items():
            away[pk] = Decimal(1 if rank.place <= many / 3 else -1 if rank.place > many * 2 / 3 else 0)  # fmt: skip
    step = steps_of(away)
    out = []
    for region in rows:
        value = column.figures.get(region.pk)
        held = column.ranks.get(region.pk)
        gap = away.get(region.pk) if compared else None
        text = f"{shown(value, y.decimals)}{y.unit}" if value is not None else "缺"
        out.append(
            Place(region, text, f"第{held.place}位" if held else "", gap, signed(gap, y.decimals) if gap is not None else "",
                  step.get(region.pk, NONE), f"{url}{region.pk}", region.pk == me)
        )  # fmt: skip
    return out


def drawing(row: RegionMap | None, rows: list[Place], title: str) -> SafeString:
    """The SVG. A county without a shape gets a tile below, never left out."""
    data = row.data if row else {}
    regions = data.get("regions", {})
    bare = [p for p in rows if str(p.region.pk) not in regions]
    wide, tall = float(data.get("width", 0)), float(data.get("height", 0))
    extra = draw_grid(in_rows([str(p.region.pk) for p in bare], 4))
    below = tall + 12 if regions else 0.0
    shapes = {k: (v["rings"], v["label"]) for k, v in regions.items()}
    for s in extra.shapes:
        shapes[s.name] = (
            [[(x, y + below) for x, y in ring] for ring in s.rings],
            (s.label[0], s.label[1] + below),
        )
    height = below + extra.height if bare else tall
    width = max(wide, extra.width if bare else 0.0) or 1.0
    body = []
    for p in rows:
        rings, (x, y) = shapes[str(p.region.pk)]
        path = "".join("M" + "L".join(f"{float(a):.1f} {float(b):.1f}" for a, b in ring) + "Z" for ring in rings)  # fmt: skip
        name = str(p.region)
        body.append(
            f'<a href="{escape(p.url)}" aria-label="{escape(p.said)}" class="mp{" me" if p.me else ""}">'
            f'<path class="{p.step[0]}" fill-rule="evenodd" d="{path}"/>'
            f'<text x="{x:.1f}" y="{y - 3:.1f}" text-anchor="middle">{escape(name)}</text>'
            f'<text class="v" x="{x:.1f}" y="{y + 12:.1f}" text-anchor="middle">{escape((p.step[1] + " " + p.text).strip())}</text></a>'
        )  # fmt: skip
    return mark_safe(  # noqa: S308 - every text above went through escape()
        f'<svg class="rmap" viewBox="-4 -4 {width + 8:.0f} {height + 8:.0f}" role="group" aria-label="{escape(title)}">'
        + "".join(body)
        + "</svg>"
    )
