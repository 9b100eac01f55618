"""Shapes of regions for a drawing: a GeoJSON the office gives, or a grid layout; no network, no base map.

Coordinates become drawing units (y downwards), rings are simplified so that a page stays light. What a
file says wrong is refused in the user's words; nothing is left out in silence.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

WIDTH = 400.0
MOST_POINTS = 400_000
RING_POINTS = 260  # points a ring keeps at most
NAMES = ("name", "NAME", "Name", "名称", "县", "县名", "地区", "county")
CODES = ("adcode", "code", "CODE", "行政区划代码", "代码")
Point = tuple[float, float]
Ring = list[Point]


class MapRefused(ValueError):
    """The file is no map of these regions; ``str()`` says why."""


@dataclass(frozen=True)
class Shape:
    """One region: its rings in drawing units and where its name stands."""

    name: str
    rings: tuple[tuple[Point, ...], ...]
    label: Point


@dataclass(frozen=True)
class Drawing:
    """All shapes with the size of the sheet they are drawn on."""

    shapes: tuple[Shape, ...]
    width: float
    height: float
    grid: bool = False
    notes: tuple[str, ...] = field(default=())


def read_geojson(text: str) -> dict[str, tuple[str, list[Ring]]]:
    """{name: (code, rings)} of a FeatureCollection of polygons; raises :class:`MapRefused`."""
    try:
        data = json.loads(text)
    except ValueError:
        raise MapRefused("这不是GeoJSON：文件读不出来。") from None
    if not isinstance(data, dict) or data.get("type") != "FeatureCollection":
        raise MapRefused("这不是GeoJSON的FeatureCollection。")
    found: dict[str, tuple[str, list[Ring]]] = {}
    points = 0
    for number, one in enumerate(data.get("features") or [], 1):
        said = one.get("properties") if isinstance(one, dict) else None
        shape = one.get("geometry") if isinstance(one, dict) else None
        if not isinstance(said, dict) or not isinstance(shape, dict):
            raise MapRefused(f"第{number}个图形没有属性或没有几何。")
        name = next((str(said[k]).strip() for k in NAMES if said.get(k)), "")
        if not name:
            raise MapRefused(f"第{number}个图形没有名称（应有name或名称）。")
        if name in found:
            raise MapRefused(f"“{name}”在文件里出现了两次。")
        code = next((str(said[k]).strip() for k in CODES if said.get(k)), "")
        rings = _rings(shape, name)
        points += sum(len(r) for r in rings)
        if points > MOST_POINTS:
            raise MapRefused("图形太细了，请先简化再传（最多四十万个点）。")
        found[name] = (code, rings)
    if not found:
        raise MapRefused("文件里没有图形。")
    return found


def _rings(shape: Mapping[str, object], name: str) -> list[Ring]:
    kind, said = shape.get("type"), shape.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(said, list):
        raise MapRefused(f"“{name}”不是面（应为Polygon或MultiPolygon）。")
    polygons = [said] if kind == "Polygon" else said
    rings: list[Ring] = []
    try:
        for polygon in polygons:
            for ring in polygon:
                points = [(float(p[0]), float(p[1])) for p in ring]
                if not all(math.isfinite(x) and math.isfinite(y) for x, y in points):
                    raise ValueError
                if len(set(points)) >= 3:
                    rings.append(points)
    except (TypeError, ValueError, IndexError):
        raise MapRefused(f"“{name}”的坐标读不出来。") from None
    if not rings:
        raise MapRefused(f"“{name}”的图形少于三个点。")
    return rings


def draw(rings_of: Mapping[str, Sequence[Ring]]) -> Drawing:
    """Fit all rings on one sheet; degrees are narrowed by the latitude, metres are not."""
    points = [p for rings in rings_of.values() for ring in rings for p in ring]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    degrees = left >= -180 and right <= 180 and low >= -90 and high <= 90
    narrow = math.cos(math.radians((low + high) / 2)) if degrees and high - low < 60 else 1.0
    wide, tall = (right - left) * narrow, high - low
    if wide <= 0 or tall <= 0:
        raise MapRefused("图形都在一条线上，画不出来。")
    scale = min(WIDTH / wide, WIDTH * 1.25 / tall)
    shapes = []
    for name, rings in rings_of.items():
        drawn = [
            tuple(simplified([((x - left) * narrow * scale, (high - y) * scale) for x, y in ring]))
            for ring in rings
        ]
        shapes.append(Shape(name, tuple(drawn), middle(max(drawn, key=area))))
    return Drawing(tuple(shapes), wide * scale, tall * scale)


def area(ring: Sequence[Point]) -> float:
    """Twice the area of a ring, without sign."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True)))  # fmt: skip


def middle(ring: Sequence[Point]) -> Point:
    """The centre of mass of a ring; of a flat one the mean of its points."""
    total = x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = ax * by - bx * ay
        total, x, y = total + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    if abs(total) < 1e-9:
        return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)
    return x / (3 * total), y / (3 * total)


def simplified(ring: Sequence[Point]) -> list[Point]:
    """A ring with at most some hundreds of points (Visvalingam's order by Douglas–Peucker's distance)."""
    points = list(ring)
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    if len(points) <= RING_POINTS:
        return [(round(x, 1), round(y, 1)) for x, y in points]
    reach = 0.3
    while len(points) > RING_POINTS:
        points = _thinned(points, reach)
        reach *= 1.6
    return [(round(x, 1), round(y, 1)) for x, y in points]


def _thinned(points: Sequence[Point], reach: float) -> list[Point]:
    """Douglas–Peucker on an open line, without recursion."""
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        far, at = reach, -1
        (ax, ay), (bx, by) = points[first], points[last]
        length = math.hypot(bx - ax, by - ay)
        for n in range(first + 1, last):
            x, y = points[n]
            away = abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length if length else math.hypot(x - ax, y - ay)  # fmt: skip
            if away > far:
                far, at = away, n
        if at > 0:
            keep[at] = True
            stack += [(first, at), (at, last)]
    return [p for p, k in zip(points, keep, strict=True) if k]


def read_grid(rows: Sequence[Sequence[str]]) -> dict[str, tuple[int, int]]:
    """{name: (column, row)} of ``地区,列,行``; raises :class:`MapRefused`."""
    if not rows:
        raise MapRefused("表是空的。")
    head = ["".join(w.split()).lower() for w in rows[0]]
    want = {"name": ("地区", "县区", "名称", "region", "name"), "x": ("列", "column", "col", "x"), "y": ("行", "row", "y")}  # fmt: skip
    at = {k: next((n for n, w in enumerate(head) if w in v), -1) for k, v in want.items()}
    if min(at.values()) < 0:
        raise MapRefused("表头应有：地区,列,行。")
    found: dict[str, tuple[int, int]] = {}
    taken: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows[1:], 2):
        cells = [*row, "", "", ""]
        name = "".join(cells[at["name"]].split())
        if not name:
            continue
        try:
            place = (int(cells[at["x"]]), int(cells[at["y"]]))
        except ValueError:
            raise MapRefused(f"第{number}行{name}的列、行要填整数。") from None
        if not all(1 <= n <= 30 for n in place):
            raise MapRefused(f"第{number}行{name}的列、行要在1到30之间。")
        if place in taken:
            raise MapRefused(f"第{number}行{name}和{taken[place]}在同一格。")
        if name in found:
            raise MapRefused(f"{name}出现了两次。")
        found[name], taken[place] = place, name
    if not found:
        raise MapRefused("表里没有地区。")
    return found


def draw_grid(places: Mapping[str, tuple[int, int]]) -> Drawing:
    """One square tile a region, where its neighbours are roughly its neighbours."""
    if not places:
        return Drawing((), WIDTH, WIDTH, grid=True)
    left, top = min(x for x, _ in places.values()), min(y for _, y in places.values())
    wide = max(x for x, _ in places.values()) - left + 1
    tall = max(y for _, y in places.values()) - top + 1
    side = min(WIDTH / wide, 96.0)
    shapes = []
    for name, (column, row) in places.items():
        x, y, s = (column - left) * side, (row - top) * side, side - 4
        ring = ((x, y), (x + s, y), (x + s, y + s), (x, y + s))
        shapes.append(Shape(name, (ring,), (x + s / 2, y + s / 2)))
    return Drawing(tuple(shapes), wide * side, tall * side, grid=True)


def in_rows(names: Iterable[str], across: int = 4) -> dict[str, tuple[int, int]]:
    """A plain block of tiles in the given order, when nobody has said where regions lie."""
    return {name: (n % across + 1, n // across + 1) for n, name in enumerate(names)}
