"""The counties of the sample city as shapes of our own: a bent mesh, no place on earth."""

import json
import random

from ....procedures.seat import Seat
from ....yardsticks.actions.maps import draw_map
from ..bodies import COUNTIES

ACROSS, DOWN = 4, 3
# Cells of the mesh (column, row) each county takes; ten counties on twelve cells.
CELLS = (
    ((1, 1),), ((2, 1),), ((0, 0), (1, 0)), ((3, 1), (3, 2)), ((2, 0),), ((0, 1),), ((1, 2),),
    ((0, 2),), ((2, 2),), ((3, 0),),
)  # fmt: skip


def draw(office: Seat) -> None:
    """One collection, taken in the way an office's file is."""
    rng = random.Random(7)
    corner = {
        (x, y): (x + rng.uniform(-0.22, 0.22), -y + rng.uniform(-0.2, 0.2))
        for x in range(ACROSS + 1)
        for y in range(DOWN + 1)
    }
    bend: dict[frozenset[tuple[int, int]], tuple[float, float]] = {}

    def edge(a: tuple[int, int], b: tuple[int, int]) -> list[tuple[float, float]]:
        """From one corner to the next by a bent middle that both neighbours share."""
        key = frozenset((a, b))
        if key not in bend:
            (ax, ay), (bx, by) = corner[a], corner[b]
            bend[key] = ((ax + bx) / 2 + rng.uniform(-0.09, 0.09), (ay + by) / 2 + rng.uniform(-0.09, 0.09))  # fmt: skip
        return [corner[a], bend[key]]

    def ring(cells: tuple[tuple[int, int], ...]) -> list[tuple[float, float]]:
        left, right = min(x for x, _ in cells), max(x for x, _ in cells) + 1
        top, foot = min(y for _, y in cells), max(y for _, y in cells) + 1
        way = [(x, top) for x in range(left, right)] + [(right, y) for y in range(top, foot)]
        way += [(x, foot) for x in range(right, left, -1)] + [(left, y) for y in range(foot, top, -1)]  # fmt: skip
        points = [p for a, b in zip(way, [*way[1:], way[0]], strict=True) for p in edge(a, b)]
        return [*points, points[0]]

    features = [
        {"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": [ring(cells)]}}
        for name, cells in zip(COUNTIES, CELLS, strict=True)
    ]  # fmt: skip
    text = json.dumps({"type": "FeatureCollection", "features": features})
    draw_map(office, source="示意图：示例城市的图形全为虚构", geojson=text)
