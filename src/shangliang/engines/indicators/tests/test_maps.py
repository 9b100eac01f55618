"""Shapes of regions: read from what an office gives, refused in words, light enough for a page."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shangliang.engines.indicators.maps import (
    RING_POINTS,
    WIDTH,
    MapRefused,
    draw,
    draw_grid,
    in_rows,
    middle,
    read_geojson,
    read_grid,
    simplified,
)

SQUARE = [[0, 0], [2, 0], [2, 1], [0, 1], [0, 0]]


def feature(name="甲县", shape="Polygon", coordinates=None):
    return {"type": "Feature", "properties": {"name": name} if name else {},
            "geometry": {"type": shape, "coordinates": coordinates or [SQUARE]}}  # fmt: skip


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def test_a_collection_of_polygons_is_fitted_on_one_sheet_with_north_up():
    found = read_geojson(collection(feature(), feature("乙县", coordinates=[[[2, 0], [4, 0], [4, 3], [2, 0]]])))  # fmt: skip
    drawing = draw({name: rings for name, (_, rings) in found.items()})
    by_name = {s.name: s for s in drawing.shapes}
    assert drawing.width == pytest.approx(WIDTH)
    assert by_name["甲县"].label[0] < by_name["乙县"].label[0]
    assert by_name["甲县"].label[1] > drawing.height / 2
    assert all(0 <= x <= drawing.width + 1 and 0 <= y <= drawing.height + 1 for s in drawing.shapes for r in s.rings for x, y in r)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "不是GeoJSON"),
        ("[]", "FeatureCollection"),
        (collection(), "没有图形"),
        (collection(feature("")), "没有名称"),
        (collection(feature(), feature()), "出现了两次"),
        (collection(feature(shape="Point", coordinates=[1, 2])), "不是面"),
        (collection(feature(coordinates=[[[0, "x"], [1, 1], [2, 2]]])), "坐标读不出来"),
        (collection(feature(coordinates=[[[0, 0], [0, 0], [0, 0]]])), "少于三个点"),
    ],
)
def test_what_is_no_map_is_refused_in_words(text, said):
    with pytest.raises(MapRefused, match=said):
        read_geojson(text)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "空的"),
        ([["县", "甲"]], "表头应有"),
        ([["地区", "列", "行"], ["甲", "一", "1"]], "整数"),
        ([["地区", "列", "行"], ["甲", "0", "1"]], "1到30"),
        ([["地区", "列", "行"], ["甲", "1", "1"], ["乙", "1", "1"]], "同一格"),
        ([["地区", "列", "行"], ["甲", "1", "1"], ["甲", "1", "2"]], "两次"),
        ([["地区", "列", "行"]], "没有地区"),
    ],
)
def test_a_grid_that_cannot_be_drawn_says_which_row(rows, said):
    with pytest.raises(MapRefused, match=said):
        read_grid(rows)


def test_tiles_never_lie_on_each_other():
    names = [f"县{n}" for n in range(11)]
    drawing = draw_grid(in_rows(names))
    corners = {s.rings[0][0] for s in drawing.shapes}
    assert len(corners) == 11
    assert drawing.grid


@given(st.integers(300, 3000), st.floats(0.1, 0.9))
def test_a_fine_coast_is_thinned_and_stays_where_it_is(many, wave):
    ring = [
        ((1 + wave * math.sin(9 * t)) * math.cos(t) * 100, (1 + wave * math.sin(9 * t)) * math.sin(t) * 100)
        for t in (2 * math.pi * n / many for n in range(many))
    ]  # fmt: skip
    light = simplified(ring)
    assert 3 <= len(light) <= RING_POINTS
    assert math.dist(middle(light), middle(ring)) < 12
