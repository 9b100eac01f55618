"""The map of places: points by longitude and latitude on plain paper, with a scale; nothing is fetched."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from .models import Team

WIDTH, LEAST, MOST, EDGE = 480.0, 240.0, 440.0, 40.0
KM_A_DEGREE = 111.32
NEAR, SIZE = 32.0, 14.0


@dataclass(frozen=True)
class Spot:
    """One place on the paper; ``n`` is its number in the table beside."""

    n: int
    name: str
    said: str
    idle: bool
    x: float
    y: float


@dataclass(frozen=True)
class Paper:
    """The drawing: its height, its spots, how long a bar stands for how many kilometres."""

    height: float
    spots: tuple[Spot, ...]
    bar: float
    bar_km: float


def lay_out(rows: Sequence[tuple[int, Team, str, bool]]) -> Paper | None:
    """Equal scale both ways at the places' middle latitude; spots that would cover each other step aside."""
    placed = [
        (n, team, said, idle, float(team.east), float(team.north))
        for n, team, said, idle in rows
        if team.east is not None and team.north is not None
    ]
    if not placed:
        return None
    easts, norths = [p[4] for p in placed], [p[5] for p in placed]
    middle = (min(norths) + max(norths)) / 2
    squeeze = math.cos(math.radians(middle))
    wide = max((max(easts) - min(easts)) * squeeze, 0.02)
    tall = max(max(norths) - min(norths), 0.02)
    scale = min((WIDTH - 2 * EDGE) / wide, (MOST - 2 * EDGE) / tall)
    height = max(LEAST, tall * scale + 2 * EDGE)
    mid_east = (min(easts) + max(easts)) / 2
    spots: list[Spot] = []
    for n, team, said, idle, east, north in placed:
        x = WIDTH / 2 + (east - mid_east) * squeeze * scale
        y = height / 2 - (north - middle) * scale
        while any(math.hypot(x - s.x, y - s.y) < NEAR for s in spots):
            x, y = (x + NEAR, y) if x < WIDTH - EDGE else (EDGE, y + NEAR)
        spots.append(Spot(n, str(team), said, idle, x, y))
    height = max(height, max(s.y for s in spots) + EDGE)
    km = round_down(wide * KM_A_DEGREE / 3)
    return Paper(height, tuple(spots), km / KM_A_DEGREE * scale, km)


def round_down(km: float) -> float:
    """1, 2 or 5 times a power of ten."""
    size = 10 ** math.floor(math.log10(km))
    return next(m * size for m in (5, 2, 1) if m * size <= km * 1.0001)


def drawing(paper: Paper, title: str) -> SafeString:
    """SVG: every spot leads to its line in the table, and says in words what it is."""
    body = []
    for s in paper.spots:
        name = f"图上 {s.n} 号：{s.name}，{s.said}"
        shape = (
            f'<rect class="sp-idle" x="{s.x - SIZE:.1f}" y="{s.y - SIZE:.1f}" width="{2 * SIZE:.0f}" height="{2 * SIZE:.0f}" rx="3"/>'
            if s.idle
            else f'<circle class="sp-used" cx="{s.x:.1f}" cy="{s.y:.1f}" r="{SIZE:.0f}"/>'
        )
        body.append(
            f'<a href="#place-{s.n}" aria-label="{escape(name)}"><title>{escape(name)}</title>{shape}'
            f'<text class="sp-n" x="{s.x:.1f}" y="{s.y + 5:.1f}" text-anchor="middle">{s.n}</text></a>'
        )
    x, y = WIDTH - EDGE - paper.bar, paper.height - 12
    body.append(
        f'<path class="s-ink" fill="none" stroke-width="1.5" d="M{x:.1f} {y - 5:.1f}v5h{paper.bar:.1f}v-5"/>'
        f'<text class="ax" x="{x + paper.bar / 2:.1f}" y="{y - 8:.1f}" text-anchor="middle">{paper.bar_km:g} 公里</text>'
        f'<text class="ax" x="14" y="24">北 ↑</text>'
    )
    return mark_safe(  # noqa: S308 - every text above went through escape()
        f'<svg class="spots" viewBox="0 0 {WIDTH:.0f} {paper.height:.0f}" role="group" aria-label="{escape(title)}">'
        f'<rect class="sp-paper" width="{WIDTH:.0f}" height="{paper.height:.0f}" rx="4"/>'
        + "".join(body)
        + "</svg>"
    )
