"""Three years of quarterly figures of ten counties, all invented, and what follows from them.

Demonstration 2 (figures, ranks, what-if, gaps, tasks) and 3 (six questions → lists → notebooks).
"""

import random
from datetime import date, timedelta

from ....accounts.seats import seat_of
from ....actors.models import Actor, Tie
from ....engines.indicators.grid import read_sheet
from ....engines.indicators.periods import Period
from ....procedures.office_calendar import today
from ....procedures.seat import Seat
from ....yardsticks.actions import aims, define, figures, lists, practice, pulses, remarks
from ....yardsticks.actions.compute_gaps import compute_gaps
from ....yardsticks.actions.gaps import explain_gap, plan_measure
from ....yardsticks.actions.measures import (
    assign_measure,
    judge_measure,
    pass_measure,
    report_measure,
)
from ....yardsticks.actions.sheets import answer_sheet, start_sheet, submit_sheet
from ....yardsticks.models import Reading, Region, Yardstick
from ..bodies import COUNTIES, Body
from ..scenes import SINCE, account, extra
from .documents import organiser

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
SIZE = (420, 360, 250, 150, 130, 210, 240, 170, 140, 190)
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
        define.enter_region(office, name=name, level="county", rank=rank, speaks=speaks.get(name))
    define.enter_region(office, name="全市", level="city", rank=200)
    define.enter_region(office, name="全省", level="province", rank=201)
    indicators(office)
    define.define(
        office, kind="index", code="overall", name="综合比较", source="市综合比较办法（示例）第三版",
        body={"parts": [{"code": "gdp_rate", "weight": "0.30"}, {"code": "ind_rate", "weight": "0.20"},
                        {"code": "invest_rate", "weight": "0.20"}, {"code": "retail_rate", "weight": "0.15"},
                        {"code": "budget_rate", "weight": "0.15"}]},
    )  # fmt: skip
    define.define(
        office, kind="questions", code="six", name="六问", source="专委会自定题目（示例）",
        body={"items": [{"code": str(n), "text": q, "standard": s} for n, (q, s) in enumerate(SIX, 1)]},
    )  # fmt: skip
    define.define(
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
        levels[code] = define.define(
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
        define.define(
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
    batch = figures.take_in(
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


def reading(code: str, region: str, period: Period, office: Seat) -> Reading:
    return Reading.objects.get(
        committee_id=office.committee_id, yardstick__code=code, region__name=region, period=period.code,
        current=True,
    )  # fmt: skip


def explain(office: Seat, county: Seat, now: Period) -> None:
    """A note accepted, one waiting, a pair asked about, a revision, a claim beside the data."""
    row = reading("invest_rate", "四泉县", now, office)
    note = remarks.offer_remark(
        county, reading=row.pk, text="去年同期12亿元项目集中入库，基数高；剔除后增长3.4%。"
    )
    remarks.accept_remark(office, note.pk, answer="与项目入库台账一致。")
    weak = reading("budget_rate", "四泉县", now, office)
    remarks.offer_remark(
        county,
        reading=weak.pk,
        kind="contest",
        text="三季度一笔退库记到了本县，应在市本级，请核对。",
    )
    stopped = reading("power_rate", "五峰县", now, office)
    remarks.ask_remark(
        office, reading=stopped.pk, question="用电增速连续两季低于产出增速，请说明主要行业的情况。"
    )
    aims.note_claim(
        office, text="各县（市、区）投资都保持了较快增长", source="座谈发言材料第2页（示例）",
        indicator="invest_rate", period=now.code,
    )  # fmt: skip


def gaps(office: Seat, watch: Seat, county: Seat, now: Period) -> None:
    """Computed gaps: one with a measure checked, one made a task, the others in sight without."""
    mine = compute_gaps(office, region="四泉县", period=now.code)
    compute_gaps(office, region="五峰县", period=now.code)
    day = today()
    causes = {
        "invest_rate": "去年同期项目集中入库，基数高；今年接续项目开工晚",
        "ind_rate": "两户支柱企业检修停产",
        "budget_rate": "土地相关税收减少0.4亿元",
    }
    for gap in mine:
        code = gap.yardstick.code
        if code in causes:
            explain_gap(county, gap.pk, cause=causes[code])
        if code == "invest_rate":
            first = plan_measure(
                county, gap.pk, text="接续项目逐个排出开工日，每旬到现场调度一次", person_name="分管副县长",
                due_on=day + timedelta(days=38), expected="年底投资降幅收窄到−1%以内", baseline="投资增速−3.3%",
                learned_from="六合里县项目开工专班",
            )  # fmt: skip
            assign_measure(watch, first.pk, basis="三季度县区指标调度会（示例）")
            second = plan_measure(
                county, gap.pk, text="把5个停建项目的堵点分到部门限期解开", person_name="县发改委主任",
                due_on=day + timedelta(days=12), expected="5个全部复工", baseline="停建5个",
            )  # fmt: skip
            report_measure(county, second.pk, result="5个停建项目复工4个，1个换了施工单位后进场。")
            pass_measure(office, second.pk, how="到4个工地看过，查了施工日志。")
            judge_measure(
                office,
                second.pk,
                effect="partly",
                value="停建1个",
                on=day,
                how="现场核对，1个还没有复工。",
            )
        if code == "ind_rate":
            plan_measure(
                county, gap.pk, text="帮两户检修企业协调备件，提前复产", person_name="县工信局局长",
                due_on=day + timedelta(days=20), expected="12月恢复满产", baseline="停产2户",
            )  # fmt: skip
    aims.start_benchmark(
        county, region="四泉县", peer="六合里县", indicator="gdp_rate",
        period=Period(now.year - 1, "Q", now.number).code, target="-0.8", target_period=Period(now.year, "Q", 4).code,
    )  # fmt: skip


def targets(office: Seat, now: Period) -> None:
    """Quarter targets with rules for every county, yearly totals for the countdown."""
    for name in COUNTIES:
        aims.set_target(
            office, indicator="gdp_rate", region=name, period=now.code, rule="≥ 全省 或 由负转正",
            basis="二季度县区指标调度会（示例）",
        )  # fmt: skip
        aims.set_target(
            office, indicator="invest_rate", region=name, period=now.code, rule="> 0 且 ≥ 全市-3 或 位次 ≤ 3",
            basis="二季度县区指标调度会（示例）",
        )  # fmt: skip
    year = f"{now.year}Q4"
    for n, name in enumerate(COUNTIES):
        aims.set_target(
            office, indicator="budget", region=name, period=year, value=round(SIZE[n] * 0.068, 1),
            basis="年初目标分解（示例）",
        )  # fmt: skip
        aims.set_target(
            office,
            indicator="newfirm",
            region=name,
            period=year,
            value=12,
            basis="升规入库方案（示例）",
        )


def answers(office: Seat, county: Seat, city: Body) -> None:
    """Demonstration 3: six questions, gaps, learn and model rows, notebooks with re-tests."""
    league = Actor.objects.get(committee=city.committee, name="共青团四泉县委员会").pk
    six = Yardstick.objects.get(committee=city.committee, code="six")
    day = today()
    sheet = start_sheet(
        county,
        yardstick=six.pk,
        owner=league,
        round=f"{day.year}年第{(day.month - 1) // 3 + 1}季度",
    )
    said = [
        {"number": 1, "verdict": "enough", "evidence": "年初目标比上年高两成，十月底完成八成。"},
        {"number": 2, "verdict": "not", "evidence": "摸底台账只到乡镇，村一级有31个村没有数。",
         "gap_text": "31个村的青年底数没有摸到", "measure_text": "每村一名联络员，一个月补齐台账",
         "person_name": "组织部副部长", "due_on": day + timedelta(days=30)},
        {"number": 3, "verdict": "not", "evidence": "去年4条举措核实做到2条。",
         "gap_text": "举措做到的不到一半", "measure_text": "举措少而实，每条先写原来是多少",
         "person_name": "办公室主任", "due_on": day + timedelta(days=45)},
        {"number": 4, "verdict": "enough", "evidence": "8个联系点每月走访，记录齐全。"},
        {"number": 5, "verdict": "unsure", "evidence": "专职4人兼职9人，任务没有按岗分。", "gap_text": "任务没有落到岗"},
        {"number": 6, "verdict": "enough", "evidence": "承诺事项6项，已销号5项。"},
    ]  # fmt: skip
    answer_sheet(
        county, sheet.pk, answers=said, mission="让县里的年轻人找得到组织、办得成事。",
        pledge="底数不清的事我来跑，一个月见台账。", person_name="示范县级联络员",
    )  # fmt: skip
    sheet = submit_sheet(county, sheet.pk)
    found = [a.gap for a in sheet.answers.select_related("gap") if a.gap_id]
    first = lists.learn(
        county, gap=found[0].pk, whom="团六合里县委", text="村级青年联络员制度：一村一员、季度更新",
        due_on=day + timedelta(days=20), person_name="组织部副部长",
    )  # fmt: skip
    lists.model(
        county, learned=first.pk, text="青年底数台账更新率", goal="全市第一", due_on=day + timedelta(days=60),
        person_name="组织部副部长",
    )  # fmt: skip
    lists.learn(
        county, gap=found[1].pk, whom="一江区", text="举措先写原来是多少、再写到多少",
        due_on=day + timedelta(days=30), person_name="办公室主任",
    )  # fmt: skip
    wrong = lists.enter_item(
        county, book="wrong", owner=league, title="志愿者人数把注册和活跃混在一起报", gap=found[0].pk,
        cause="没有看口径", way="报数前对照标尺库口径，双人核", retest_on=day,
    )  # fmt: skip
    lists.retest(
        county,
        wrong.pk,
        passed=False,
        note="抽3张表，仍有1张混报",
        again_on=day + timedelta(days=14),
    )
    lists.enter_item(
        county, book="wrong", owner=league, title="活动通知当天才发", cause="没有排日程", way="提前五天发，日程上墙",
        retest_on=day,
    )  # fmt: skip
    lists.enter_item(
        county, book="real", owner=league, title="年底前建成10个青年之家", cause="市里年度任务书（示例）", way="与党群服务中心合用场地"
    )  # fmt: skip
    region = Region.objects.get(committee=city.committee, name="四泉县")
    rate = Yardstick.objects.get(committee=city.committee, code="retail_rate")
    lists.enter_item(
        county, book="contest", owner=league, title="青年夜市带动消费", cause="", way="与商务局联办六场",
        goal="社零增速进前三", yardstick=rate.pk, region=region.pk, rank_then=6, period_then=f"{day.year - 1}Q4",
    )  # fmt: skip


def cards(office: Seat, county: Seat, city: Body, now: Period) -> None:
    """A practice card that 四泉县 uses too, and needs beside measures."""
    owner = city.units["fagai"].pk if "fagai" in city.units else next(iter(city.units.values())).pk
    mine = Actor.objects.get(committee=city.committee, name="四泉县人民政府").pk
    card = practice.write_card(
        office, owner=owner, region="六合里县", indicator="invest_rate", title="项目开工专班：一项目一堵点一销号",
        problem="项目签约多、开工少，堵点在部门之间转。", practice="县里成立专班，每个项目只列一个最大堵点，指定一个部门，七天销号或上会。",
        effect="三季度亿元项目开工率由58%升到83%。", evidence=f"{now.label(True)}项目调度表（示例）",
        conditions="分管县领导每周主持一次。", contact="六合里县项目办",
    )  # fmt: skip
    used = practice.adopt(county, card.pk, owner=mine, change="堵点由发改委统一编号")
    practice.tell_result(
        county, used.pk, state="effective", result="两个月解开4个堵点，复工4个项目。"
    )
    practice.write_card(
        office, owner=owner, region="一江区", indicator="budget_rate", title="重点税源月度会商",
        problem="税收波动到季末才知道。", practice="财政、税务、统计每月会商前二十户。", effect="预测误差由8%降到3%。",
        evidence="月度会商纪要（示例）",
    )  # fmt: skip
    day = today()
    for text, count, source in (
        ("乡镇到县城的晚班公交", 126, "十个乡镇座谈"), ("青年创业小额贷款手续太多", 83, "问卷"), ("村里缺活动场地", 47, "走访"),
    ):  # fmt: skip
        practice.enter_need(
            office, text=text, count=count, on=day - timedelta(days=20), source=source
        )


def surveys(office: Seat) -> None:
    """Two pulses with the same question: the change with its margin, a county of four hidden."""
    question = [{"text": "找政府办事方便吗", "options": ["方便", "一般", "不方便"], "good": [0]}]
    day = today()
    first = pulses.open_pulse(
        office, title="办事方便吗（上半年）", questions=question, on=before(day, 150)
    )
    later = pulses.open_pulse(
        office,
        title="办事方便吗（下半年）",
        questions=question,
        on=before(day, 9),
        follows=first.pk,
    )
    for row, n in ((first, 0), (later, 3)):
        for at, name in enumerate(("一江区", "二桥区", "四泉县")):
            pulses.count_pulse(office, row.pk, region=name, counts=[[16 + at + n, 12 - at, 8 - n]])
    pulses.count_pulse(office, later.pk, region="五峰县", counts=[[2, 1, 1]])
    pulses.say_done(office, later.pk, did="周六上午开窗口；材料清单减了两项。")
    asked = [
        {"text": "您找得到组织办活动吗", "options": ["找得到", "有时找不到", "找不到"], "good": [0]},
        {"text": "活动时间合适吗", "options": ["合适", "一般", "不合适"], "good": [0]},
        {"text": "眼下最需要哪样", "options": ["就业创业", "住房租房", "婚恋交友", "文体场地"], "good": []},
    ]  # fmt: skip
    live = pulses.open_pulse(
        office, title="青年冷暖（第四季度）", questions=asked, on=day, until=day + timedelta(days=20),
        purpose="看看青年眼下冷暖、最需要什么，结果给团市委和专委会排明年的活动用。",
    )  # fmt: skip
    places = list(Region.objects.filter(committee_id=office.committee_id, level="county")[:4])
    for n in range(31):
        pulses.answer_pulse(
            office.committee_id, live.pk, key=f"示范{n}", region=places[n % 4].pk,
            choices=[n * 7 % 3, n * 5 % 3, n * 3 % 4],
        )  # fmt: skip


def before(day: date, days: int) -> date:
    return day - timedelta(days=days)
