"""A ruler for tests: a city, a province, three counties of which 一江区 speaks through the housing unit."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest

from shangliang.demo.small import SmallCity
from shangliang.procedures.office_calendar import today
from shangliang.yardsticks.actions.adopt import adopt
from shangliang.yardsticks.actions.compute_gaps import compute_gaps
from shangliang.yardsticks.actions.count_pulse import count_pulse
from shangliang.yardsticks.actions.define import define
from shangliang.yardsticks.actions.enter_item import enter_item
from shangliang.yardsticks.actions.enter_need import enter_need
from shangliang.yardsticks.actions.enter_region import enter_region
from shangliang.yardsticks.actions.learn import learn
from shangliang.yardsticks.actions.model import model
from shangliang.yardsticks.actions.note_claim import note_claim
from shangliang.yardsticks.actions.offer_remark import offer_remark
from shangliang.yardsticks.actions.open_pulse import open_pulse
from shangliang.yardsticks.actions.plan_measure import plan_measure
from shangliang.yardsticks.actions.readings import record_reading
from shangliang.yardsticks.actions.set_target import set_target
from shangliang.yardsticks.actions.start_benchmark import start_benchmark
from shangliang.yardsticks.actions.start_sheet import start_sheet
from shangliang.yardsticks.actions.write_card import write_card
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


@pytest.fixture
def full(ruler):
    seat = ruler.seat("organiser")
    for period, shift in (("2025Q3", 0), ("2026Q2", 1), ("2026Q3", 2)):
        for region, value in (
            ("一江区", 3.1),
            ("二桥区", 5.2),
            ("三塘县", -0.4),
            ("全市", 4.4),
            ("全省", 4.9),
        ):
            ruler.record("gdp_rate", region, period, round(value + shift / 10, 1))
            ruler.record("invest_rate", region, period, round(value - shift, 1))
            ruler.record("gdp", region, period, 100 + shift)
    ruler.record("power_rate", "一江区", "2026Q3", "-59.1")
    define(
        seat, kind="index", code="all", name="综合比较", source="比较办法",
        body={"parts": [{"code": "gdp_rate", "weight": "0.6"}, {"code": "invest_rate", "weight": "0.4"}]},
    )  # fmt: skip
    power = ruler.rulers["power_rate"]
    power.body = {"pairs": [{"code": "gdp_rate", "why": "用电和产出一般同向"}]}
    power.save()
    rate = ruler.rulers["gdp_rate"]
    rate.weighted_by = ruler.rulers["gdp"]
    rate.save()
    gaps = compute_gaps(seat, region="一江区", period="2026Q3")
    measure = plan_measure(
        seat, gaps[0].pk, text="盯住五个项目开工", person_name="甲一", due_on=today() + timedelta(days=20)
    )  # fmt: skip
    reading = Reading.objects.get(region=ruler.regions["一江区"], yardstick=rate, period="2026Q3")
    offer_remark(ruler.seat("staff_housing"), reading=reading.pk, text="去年基数高", kind="contest")
    note_claim(
        seat, text="主要指标大都由负转正", source="会议讲话", indicator="gdp_rate", period="2026Q3"
    )
    set_target(
        seat,
        indicator="gdp_rate",
        region="一江区",
        period="2026Q3",
        rule="≥ 全省 或 > 0",
        basis="一季度会",
    )
    set_target(seat, indicator="gdp", region="全市", period="2026Q4", value=400, basis="年初会")
    start_benchmark(
        seat, region="一江区", peer="二桥区", indicator="gdp_rate", period="2026Q2", target="-1", target_period="2026Q4"
    )  # fmt: skip
    row = learn(
        seat, gap=gaps[0].pk, whom="二桥区", text="专班推进", due_on=today() + timedelta(days=9)
    )
    model(seat, learned=row.pk, text="项目开工率", goal="前三", due_on=today() + timedelta(days=30))
    unit = ruler.units["housing"].pk
    enter_item(
        seat,
        book="wrong",
        owner=unit,
        title="报表漏项",
        cause="没核对",
        way="双人核",
        retest_on=today(),
    )
    enter_item(
        seat, book="contest", owner=unit, title="增速", cause="", way="抓项目", goal="前二", yardstick=rate.pk,
        region=ruler.regions["一江区"].pk, rank_then=3, period_then="2026Q1",
    )  # fmt: skip
    card = write_card(
        seat, owner=ruler.units["finance"].pk, title="项目专班", problem="慢", practice="专班", effect="快", evidence="三季度数",
        region="二桥区", indicator="invest_rate",
    )  # fmt: skip
    adopt(ruler.seat("staff_housing"), card.pk, owner=unit)
    enter_need(seat, text="夜间公交", count=40, on=today(), source="座谈")
    six = define(
        seat, kind="questions", code="six", name="六问", source="文件",
        body={"items": [{"code": str(n), "text": f"第{n}项够不够"} for n in range(1, 7)]},
    )  # fmt: skip
    sheet = start_sheet(seat, yardstick=six.pk, owner=unit, round="第一轮")
    frame = define(
        seat, kind="framework", code="frame", name="三个聚焦五个对标", source="文件",
        body={"items": [{"code": "1", "text": "第一条"}]},
    )  # fmt: skip
    pulse = open_pulse(
        seat,
        title="办事方便吗",
        questions=[{"text": "方便吗", "options": ["方便", "不方便"], "good": [0]}],
        on=today(),
    )
    for name, counts in (("一江区", [3, 1]), ("二桥区", [40, 20]), ("三塘县", [30, 26])):
        count_pulse(seat, pulse.pk, region=name, counts=[counts])
    ruler.ids = {"gap": gaps[0].pk, "figure": reading.pk, "sheet": sheet.pk, "practice": card.pk, "framework": frame.pk,
                 "region": ruler.regions["一江区"].pk, "measure": measure.pk}  # fmt: skip
    return ruler
