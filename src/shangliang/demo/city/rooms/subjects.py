"""Things cared for and money in place and not, then the duties: all figures are invented."""

from datetime import date, timedelta

from ....procedures.office_calendar import today
from ....subjects.actions.add_fund_line import add_fund_line
from ....subjects.actions.add_subject import add_subject
from ....subjects.models import FundLine, Milestone, Subject
from ..bodies import COUNTIES, Body
from .subjects_duties import duties, notice
from .subjects_hands import Hands, do, paper, people

# 县区, 应到位, 到位, 支出 (万元) of the renewal fund; the shape is what matters.
RENEWAL = (
    ("一江区", 12000, 12000, 6480),
    ("二桥区", 9800, 9800, 412),
    ("三塘区", 8200, 8200, 0),
    ("四泉县", 3600, 2400, 1310),
    ("五峰县", 2800, 1400, 980),
    ("六合里县", 2500, 2500, 1925),
)
# 项目, 县区, 状态, 卡在哪里
PROJECTS = (
    ("滨河标准厂房二期", "一江区", "building", ""),
    ("一江科创服务中心", "一江区", "done", ""),
    ("二桥冷链物流园", "二桥区", "begun", "供电外线没有批，要市供电单位和市发改委定线路"),
    ("二桥智能仓储", "二桥区", "inviting", ""),
    ("三塘装备配件产业园", "三塘区", "building", "征地还差 3 户，要区政府谈"),
    ("四泉食品加工集群", "四泉县", "building", ""),
    ("四泉包装材料厂", "四泉县", "done", ""),
    ("五峰文旅步道", "五峰县", "begun", ""),
    ("六合里光伏组件", "六合里县", "inviting", ""),
    ("七星湖湿地修复", "七星湖区", "building", "环评批复还没有下来，要市生态环境局"),
    ("八渡港口货场", "八渡县", "inviting", ""),
    ("九岭中药材基地", "九岭县", "begun", ""),
    ("十里铺数据产业园", "十里铺区", "building", ""),
)
# 节点, 需要几天, 等哪些, 从今天起几天到
ROAD = (
    ("摸清各县集群底数", 30, (), -60),
    ("定集群管理办法", 40, ("摸清各县集群底数",), -8),
    ("选两个县试点", 15, ("定集群管理办法",), 12),
    ("试点县设集群办", 30, ("选两个县试点",), 50),
    ("配套资金下达", 20, ("定集群管理办法",), 30),
    ("全市推开", 60, ("试点县设集群办", "配套资金下达"), 120),
    ("年度评估", 20, ("全市推开",), 150),
)


def fill(city: Body, counties: list[Body]) -> None:
    """Counties as bodies of the city, things, money, duties, last month's notice."""
    hands = people(city)
    funds = money(hands)
    things = register(hands, funds)
    duties(hands, funds, things)
    notice(hands)


def line(hands: Hands, fund: Subject, level: str, unit: int, on: date, **wan: int) -> FundLine:
    """One line with its entries; what is in place has its proof."""
    row: FundLine = add_fund_line(hands.office, fund=fund.pk, level=level, unit=unit)
    for kind, amount in wan.items():
        if amount:
            proof = paper("资金到账回单", f"{amount}万元") if kind == "arrived" else None
            do(
                "fund_line", "enter_money", hands.office, row.pk,
                kind=kind, amount=f"{amount}万", on=on, proof=proof,
            )  # fmt: skip
    return row


def money(hands: Hands) -> dict[str, Subject]:
    """Three funds: slow spending, counties without their share, and one that runs well."""
    office, day = hands.office, today()
    long_ago = day - timedelta(days=150)
    renewal: Subject = add_subject(
        office, kind="fund", name="老旧小区改造资金", unit=hands.unit("zhujian"),
        about="中央和省补助、市县配套，用于老旧小区管线、电梯、屋面改造。",
    )  # fmt: skip
    rows = {}
    for name, due, arrived, spent in RENEWAL:
        rows[name] = line(
            hands, renewal, "county", hands.counties[name].pk, long_ago,
            due=due, arrived=arrived, spent=spent,
        )  # fmt: skip
    for name, until in (("二桥区", 9), ("三塘区", 3)):
        do(
            "fund_line", "ask_reason", office, rows[name].pk,
            failure="unspent", until=day + timedelta(days=until),
        )  # fmt: skip
    do(
        "fund_line", "give_reason", hands.people["二桥区"], rows["二桥区"].pk,
        code="design", text="三个小区改了管线设计，图纸本月审完，下月复工后集中支付。",
    )  # fmt: skip
    pledge: Subject = add_subject(
        office, kind="fund", name="中小企业风险抵押金", unit=hands.unit("caizheng"),
        about="市级先到位，县级按规模配套，有进账凭证才算到位。",
    )  # fmt: skip
    line(
        hands, pledge, "city", hands.unit("caizheng"), day - timedelta(days=40),
        due=5000, arrived=5000, spent=1200,
    )  # fmt: skip
    for name in COUNTIES:
        line(hands, pledge, "county", hands.counties[name].pk, day - timedelta(days=40), due=300)
    loan: Subject = add_subject(
        office, kind="fund", name="技术改造贴息资金", unit=hands.unit("gongxin")
    )
    line(hands, loan, "city", hands.unit("gongxin"), long_ago, due=2600, arrived=2600, spent=1830)
    return {"renewal": renewal, "pledge": pledge, "loan": loan}


def register(hands: Hands, funds: dict[str, Subject]) -> dict[str, Subject]:
    """Projects by state and county, a park, a township, a policy with its road map."""
    office, day, made = hands.office, today(), {}
    for n, (name, county, stage, blocker) in enumerate(PROJECTS):
        row = made[name] = add_subject(
            office, kind="project", name=name, place=hands.counties[county].pk,
            unit=hands.counties[county].pk, stage=stage,
            plan_start=day - timedelta(days=300 - 10 * n), plan_end=day + timedelta(days=40 * n - 60),
        )  # fmt: skip
        if blocker:
            do("subject", "report_blocker", office, row.pk, blocker=blocker)
    for kind, name, key in (
        ("park", "澄州高新园区", "gongxin"), ("township", "柳岸镇", "nongye"),
        ("history", "澄州老码头口述史", "zhengxieban"), ("policy", "创新十条", "keji"),
    ):  # fmt: skip
        made[name] = add_subject(office, kind=kind, name=name, unit=hands.unit(key))
    reform = made["reform"] = add_subject(
        office, kind="policy", name="县域产业集群管理改革", unit=hands.unit("fagai"),
        about="时间表和路线图：先定办法，再试点，后推开。",
    )  # fmt: skip
    points: dict[str, int] = {}
    for title, days, after, due in ROAD:
        do(
            "subject", "add_milestone", office, reform.pk, title=title, days=days,
            due_on=day + timedelta(days=due), unit=hands.unit("fagai"),
            after=[points[t] for t in after],
        )  # fmt: skip
        points[title] = Milestone.objects.get(committee=hands.city.committee, title=title).pk
    do("subject", "reach_milestone", office, reform.pk, milestone=points[ROAD[0][0]],
       on=day - timedelta(days=58))  # fmt: skip
    return made
