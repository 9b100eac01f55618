"""Three years of quarterly figures of ten counties, all invented, and what follows from them.

Demonstration 2 (figures, ranks, what-if, gaps, tasks) and 3 (six questions → lists → notebooks).
"""

import random
from datetime import timedelta

from ....accounts.seats import seat_of
from ....actors.models import Actor, Tie
from ....engines.indicators.grid import read_sheet
from ....engines.indicators.periods import Period
from ....procedures.office_calendar import today
from ....procedures.seat import Seat
from ....subjects.actions.watch_indicator import watch_indicator
from ....subjects.models import Subject
from ....yardsticks.actions.define import define
from ....yardsticks.actions.enter_region import enter_region
from ....yardsticks.actions.take_in import take_in as take_in_sheet
from ....yardsticks.models import Yardstick
from ..bodies import COUNTIES, Body
from ..scenes import SINCE, account, extra
from .documents import organiser
from .yardsticks_ledgers import ledgers
from .yardsticks_lists import answers, cards, surveys
from .yardsticks_map import draw
from .yardsticks_work import SIZE, explain, gaps, targets

# code, name, unit, shape, mean of the city, spread, further words
RATES = (
    ("va1_rate", "第一产业增加值增速", 4.0, 0.7),
    ("va2_rate", "第二产业增加值增速", 5.4, 1.4),
    ("va3_rate", "第三产业增加值增速", 5.6, 0.8),
    ("ind_rate", "规上工业增加值增速", 5.2, 1.6),
    ("invest_rate", "固定资产投资增速", 5.0, 2.6),
    ("retail_rate", "社会消费品零售总额增速", 5.5, 0.8),
    ("budget_rate", "一般公共预算收入增速", 4.0, 1.5),
    ("power_rate", "工业用电量增速", 4.5, 2.0),
)
PROVINCE = {
    "va1_rate": 3.9, "va2_rate": 5.2, "va3_rate": 5.4, "ind_rate": 5.1, "invest_rate": 4.8,
    "retail_rate": 5.4, "budget_rate": 3.7, "power_rate": 4.9,
}  # fmt: skip
# county: output of a year in 亿元, shares of the three sectors, what sets it apart from the city
FARM = (0.03, 0.04, 0.09, 0.21, 0.24, 0.18, 0.08, 0.2, 0.23, 0.12)
TILT = (0.9, 0.4, -0.8, -0.6, -1.2, 1.2, 0.3, -0.1, -0.5, 0.6)
CUMULATED = (0.22, 0.46, 0.71, 1.0)
ALONE = ("五峰县", "budget_rate")  # did not report last
SIX = (
    ("我们对自己定的标准够不够高", "对照市里年初下达的目标"),
    ("我们对基层情况的底数够不够清", "对照县里的摸底台账"),
    ("我们的办法够不够管用", "对照上一年举措的核实结果"),
    ("我们联系群众够不够经常", "对照联系点走访记录"),
    ("我们的队伍够不够用", "对照岗位和任务清单"),
    ("我们说到做到够不够实", "对照承诺事项的销号情况"),
)


def fill(city: Body, counties: list[Body]) -> None:
    """Definitions, three years of figures, notes, gaps, targets, sheets, lists, cards, surveys."""
    office, watch = organiser(city), seat_of(city.supervisors[0])
    county = register(office, city)
    now = last_quarter()
    take_in(office, now)
    explain(office, county, now)
    gaps(office, watch, county, now)
    targets(office, now)
    answers(office, county, city)
    cards(office, county, city, now)
    surveys(office)
    draw(office)
    ledgers(office, watch, county, city)
    watched(office)


def last_quarter() -> Period:
    """The last quarter that is over."""
    day = today()
    here = Period(day.year, "Q", (day.month - 1) // 3 + 1)
    return here.before()


def register(office: Seat, city: Body) -> Seat:
    """Regions, indicators, question lists; 四泉县 has a person who answers for it."""
    unit = body_named(city, "四泉县人民政府", "四泉县政府")
    league = body_named(city, "共青团四泉县委员会", "团四泉县委")
    other = body_named(city, "五峰县人民政府", "五峰县政府")
    speaks = {"四泉县": unit.pk, "五峰县": other.pk}
    person = extra(city, "示范县级联络员", Tie.Kind.UNIT_STAFF, unit)
    Tie.objects.create(
        committee=city.committee, kind=Tie.Kind.UNIT_STAFF, who=person, whom=league, start=SINCE
    )
    account("sixian", person)
    for rank, name in enumerate(COUNTIES, 1):
        enter_region(office, name=name, level="county", rank=rank, speaks=speaks.get(name))
    enter_region(office, name="全市", level="city", rank=200)
    enter_region(office, name="全省", level="province", rank=201)
    indicators(office)
    define(
        office, kind="index", code="overall", name="综合比较", source="市综合比较办法（示例）第三版",
        body={"parts": [{"code": "gdp_rate", "weight": "0.30"}, {"code": "ind_rate", "weight": "0.20"},
                        {"code": "invest_rate", "weight": "0.20"}, {"code": "retail_rate", "weight": "0.15"},
                        {"code": "budget_rate", "weight": "0.15"}]},
    )  # fmt: skip
    define(
        office, kind="questions", code="six", name="六问", source="专委会自定题目（示例）",
        body={"items": [{"code": str(n), "text": q, "standard": s} for n, (q, s) in enumerate(SIX, 1)]},
    )  # fmt: skip
    define(
        office, kind="framework", code="focus", name="三个聚焦、五个对标", source="专委会工作方案（示例）",
        body={"items": [{"code": str(n), "text": t} for n, t in enumerate(
            ("聚焦项目开工", "聚焦企业升规", "聚焦民生实事", "对标全省平均", "对标先进县区",
             "对标年初目标", "对标去年同期", "对标群众感受"), 1)]},
    )  # fmt: skip
    return seat_of(person)


def body_named(city: Body, name: str, short: str) -> Actor:
    """A county's own body among the city's units; kept when the register has it already."""
    return Actor.objects.get_or_create(
        committee=city.committee, kind=Actor.Kind.UNIT, name=name, defaults={"short": short}
    )[0]


def indicators(office: Seat) -> None:
    """Levels first: the rates are weighted by them."""
    levels = {}
    for rank, (code, name, unit) in enumerate(
        (("gdp", "地区生产总值", "亿元"), ("va1", "第一产业增加值", "亿元"), ("va2", "第二产业增加值", "亿元"),
         ("va3", "第三产业增加值", "亿元"), ("budget", "一般公共预算收入", "亿元"), ("newfirm", "新增规上工业企业", "户")), 50
    ):  # fmt: skip
        levels[code] = define(
            office, kind="indicator", code=code, name=name, unit=unit, source="国家统计报表制度",
            rank=rank, group="总量", decimals=0 if unit == "户" else 2, published=True,
        )  # fmt: skip
    headline = ("gdp_rate", "ind_rate", "invest_rate", "retail_rate", "budget_rate")
    rows = (("gdp_rate", "地区生产总值增速"), *((c, n) for c, n, _, _ in RATES))
    for code, name in rows:
        base = code.removesuffix("_rate")
        body: dict[str, object] = {"aliases": [name.removesuffix("增速") + "同比增长"]}
        if base in ("va1", "va2", "va3"):
            body["part_of"] = "gdp_rate"
        if code == "gdp_rate":
            body["pairs"] = [{"code": "power_rate", "why": "用电和产出一般同向"}]
        define(
            office, kind="indicator", code=code, name=name, unit="%", shape="rate", body=body,
            source="国家统计报表制度", rank=headline.index(code) + 1 if code in headline else 20,
            group="增速" if code in headline else "行业和用电", headline=code in headline,
            published=code != "power_rate", weighted_by=levels.get(base),
        )  # fmt: skip


def take_in(office: Seat, now: Period) -> None:
    """Fifteen quarters as one long sheet, the way a statistics office hands over a series."""
    rng = random.Random(41)
    lines = ["region,indicator,period,value,unit"]
    quarters = [now]
    while len(quarters) < 15:
        quarters.append(quarters[-1].before())
    quarters.reverse()
    drift = {
        (c, code): rng.gauss(0, spread * 0.5) for c in COUNTIES for code, _, _, spread in RATES
    }
    level: dict[tuple[str, str, int], float] = {}
    for when in quarters:
        total: dict[str, float] = {}
        weight: dict[str, float] = {}
        for n, county in enumerate(COUNTIES):
            row = county_rates(rng, n, county, when, now, drift)
            whole, grown = 0.0, 0.0
            shares = (FARM[n], 0.44 - FARM[n] / 2, 0.56 - FARM[n] / 2)
            for sector, share in zip(("va1", "va2", "va3"), shares, strict=True):
                rate = row[f"{sector}_rate"]
                base = level.get((county, sector, when.year - 1), SIZE[n] * share * 0.94)
                if when.number == 4 or when == now:
                    level[county, sector, when.year] = base * (1 + rate / 100)
                value = base * (1 + rate / 100) * CUMULATED[when.number - 1]
                lines.append(f"{county},{sector},{when.code},{value:.2f},亿元")
                whole += value
                grown += base * rate
                total[f"{sector}_rate"] = total.get(f"{sector}_rate", 0) + base * rate
                weight[f"{sector}_rate"] = weight.get(f"{sector}_rate", 0) + base
            base_all = sum(level.get((county, s, when.year - 1), SIZE[n] * h * 0.94) for s, h in zip(("va1", "va2", "va3"), shares, strict=True))  # fmt: skip
            row["gdp_rate"] = grown / base_all
            budget = SIZE[n] * 0.065 * (1 + row["budget_rate"] / 100) * CUMULATED[when.number - 1]
            lines.append(f"{county},gdp,{when.code},{whole:.2f},亿元")
            lines.append(f"{county},budget,{when.code},{budget:.2f},亿元")
            lines.append(
                f"{county},newfirm,{when.code},{max(0, int(rng.gauss(3 + 2 * TILT[n], 2))) * when.number},户"
            )
            for code, rate in row.items():
                missing = when == now and (county, code) == ALONE
                lines.append(f"{county},{code},{when.code},{'—' if missing else f'{rate:.1f}'},%")
                if not code.startswith("va"):
                    total[code] = total.get(code, 0) + base_all * rate
                    weight[code] = weight.get(code, 0) + base_all
        for code in total:
            rate = total[code] / weight[code]
            lines.append(f"全市,{code},{when.code},{rate:.1f},%")
            usual = PROVINCE.get(code, 5.0)
            lines.append(f"全省,{code},{when.code},{usual + rng.gauss(0, 0.15):.1f},%")
    grid: list[list[object]] = [list(line.split(",")) for line in lines]
    batch = take_in_sheet(
        office, sheet=read_sheet(grid), file_name=f"县区主要指标历期（到{now.label(True)}）.csv",
        source="市统计局（演示数据）", on=min(today(), now.ends + timedelta(days=22)),
    )  # fmt: skip
    from ....yardsticks.batches import store

    store(batch, office.person_id)


def county_rates(
    rng: random.Random, n: int, county: str, when: Period, now: Period,
    drift: dict[tuple[str, str], float],
) -> dict[str, float]:  # fmt: skip
    """One county's rates: the city's mean, its tilt, its own drift, a little noise."""
    row = {
        code: usual
        + TILT[n] * spread * 0.7
        + drift[county, code] * 0.5
        + rng.gauss(0, spread * 0.25)
        for code, _, usual, spread in RATES
    }
    if county == "四泉县" and (when.year, when.number) >= (now.year, 1):
        row["invest_rate"] = (
            -2.1 - 0.4 * when.number
        )  # a year ago many projects were entered at once
    if county == "三塘区" and when == now:
        row["power_rate"] = -41.6  # one plant stands still
    return row


def watched(office: Seat) -> None:
    """Things whose pages show figures: a park by the city's, projects by their county's."""
    rates = Yardstick.objects.filter(
        committee_id=office.committee_id, code__in=("invest_rate", "ind_rate")
    ).order_by("pk")
    things = Subject.objects.filter(
        committee_id=office.committee_id, name__in=("澄州高新园区", "四泉食品加工集群")
    )
    for thing in things:
        for rate in rates:
            watch_indicator(office, thing.pk, indicator=rate.pk)
