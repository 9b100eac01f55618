"""A ruler for tests: a city, a province, three counties of which 一江区 speaks through the housing unit."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from shangliang.demo.small import SmallCity
from shangliang.yardsticks.actions.define import define, enter_region
from shangliang.yardsticks.actions.readings import record_reading
from shangliang.yardsticks.models import Reading, Region, Yardstick


@dataclass
class Ruler:
    """The small city with indicators and regions."""

    city: SmallCity
    regions: dict[str, Region]
    rulers: dict[str, Yardstick]

    def __getattr__(self, name):
        return getattr(self.city, name)

    def record(self, code, region, period, value, **more) -> Reading:
        return record_reading(
            self.city.seat("organiser"), indicator=code, region=region, period=period,
            value=None if value is None else Decimal(str(value)), source="市统计局", **more,
        )  # fmt: skip


# The figures of these tests are of the year 2026; by this day none of its quarters is stale but the first.
DAY = date(2026, 11, 1)


@pytest.fixture
def ruler(city, monkeypatch) -> Ruler:
    monkeypatch.setattr("shangliang.yardsticks.comparing.old.today", lambda: DAY)
    seat = city.seat("organiser")
    regions = {}
    for rank, (name, level) in enumerate(
        [("一江区", "county"), ("二桥区", "county"), ("三塘县", "county"), ("全市", "city"), ("全省", "province")], 1
    ):  # fmt: skip
        speaks = {"一江区": city.units["housing"].pk, "二桥区": city.units["finance"].pk}.get(name)
        regions[name] = enter_region(seat, name=name, level=level, rank=rank, speaks=speaks)
    rulers = {}
    for code, name, unit, shape, more in (
        ("gdp", "地区生产总值", "亿元", "level", {}),
        ("gdp_rate", "地区生产总值增速", "%", "rate", {"headline": True, "published": True}),
        ("invest_rate", "固定资产投资增速", "%", "rate", {"headline": True}),
        ("power_rate", "工业用电量增速", "%", "rate", {"headline": True}),
    ):
        rulers[code] = define(
            seat, kind="indicator", code=code, name=name, source="统计制度", unit=unit, shape=shape,
            **more,
        )  # fmt: skip
    return Ruler(city, regions, rulers)
