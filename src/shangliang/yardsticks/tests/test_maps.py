"""The map of counties: the office's own drawing, every county in it, its table beside."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from shangliang.procedures.verdicts import Refused
from shangliang.yardsticks.actions.maps import draw_map
from shangliang.yardsticks.actions.name_region import name_region
from shangliang.yardsticks.models import RegionMap

GRID = [["地区", "列", "行"], ["一江区", "1", "1"], ["二桥区", "2", "1"], ["三塘县", "1", "2"]]


def shapes(*names):
    return json.dumps({
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"name": name},
             "geometry": {"type": "Polygon", "coordinates": [[[n, 0], [n + 1, 0], [n + 1, 1], [n, 1], [n, 0]]]}}
            for n, name in enumerate(names)
        ],
    })  # fmt: skip


@pytest.fixture
def client(ruler):
    for name, value in (("一江区", 3.1), ("二桥区", 5.2), ("全市", 4.4)):
        ruler.record("gdp_rate", name, "2026Q2", value)
    client = Client()
    client.force_login(ruler.account("organiser"))
    return client


def test_without_a_drawing_counties_stand_as_tiles_and_a_missing_figure_is_said(
    ruler, client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(15):
        text = client.get(reverse("compare-map")).content.decode()
    assert 'aria-label="一江区，3.1%，第2位，比全市−1.3，落后"' in text
    assert 'aria-label="三塘县，缺"' in text
    assert text.count('class="mp') == 3
    assert len(re.findall(r'<tr[^>]*><th scope="row">', text)) == 3


def test_a_geojson_is_fitted_drawn_and_names_its_source(ruler, client):
    text = shapes("一江区", "二桥区", "三塘县")
    answer = client.post(reverse("map-new"), {"grid": text, "source": "示意图（示例）"})
    assert answer.status_code == 302
    row = RegionMap.objects.get()
    assert row.kind == "shapes"
    assert set(row.data["regions"]) == {
        str(ruler.regions[n].pk) for n in ("一江区", "二桥区", "三塘县")
    }
    assert "示意图（示例）" in client.get(reverse("compare-map")).content.decode()


def test_another_name_of_a_county_is_found(ruler, client):
    seat = ruler.seat("organiser")
    name_region(seat, ruler.regions["三塘县"].pk, name="三塘")
    draw_map(seat, source="示意图", geojson=shapes("一江区", "二桥区", "三塘"))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"geojson": shapes("一江区", "二桥区")}, "图上没有：三塘县"),
        ({"geojson": shapes("一江区", "二桥区", "三塘县", "外县")}, "不是登记过的.*外县"),
        ({"grid": GRID[:-1]}, "三塘县"),
        ({"grid": [*GRID[:-1], ["三塘县", "2", "1"]]}, "同一格"),
        ({"geojson": "{"}, "GeoJSON"),
        ({"grid": GRID, "source": " "}, "审图号"),
    ],
)
def test_a_drawing_that_is_not_whole_is_refused_by_name(ruler, said, words):
    with pytest.raises(Refused, match=words):
        draw_map(ruler.seat("organiser"), **({"source": "示意图"} | said))
    assert not RegionMap.objects.exists()


def test_what_was_typed_stays_when_it_is_refused(ruler, client):
    answer = client.post(reverse("map-new"), {"grid": "地区,列,行\n外县,1,1", "source": "示意图"})
    assert answer.status_code == 409
    assert "外县,1,1" in answer.content.decode()
