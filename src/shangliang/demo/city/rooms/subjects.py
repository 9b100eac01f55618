"""Duties from many sources, things cared for, money in place and not: all figures are invented."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from ....accounts.seats import seat_of
from ....actors.models import Actor, Tie
from ....procedures.office_calendar import today
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ....subjects.actions.add_fund_line import add_fund_line
from ....subjects.actions.add_subject import add_subject
from ....subjects.models import FundLine, Milestone, Subject
from ....tasks.actions.assign_task import assign_task
from ....tasks.actions.explain_figure import explain_figure
from ....tasks.actions.issue_circular import issue_circular
from ....tasks.actions.judge_effect import judge_effect
from ....tasks.actions.record_effect import record_effect
from ....tasks.circular import first_of, month_before
from ....tasks.models import Task
from ..bodies import COUNTIES, Body
from ..scenes import SINCE, account, extra

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


@dataclass
class Hands:
    """Who acts in these scenes."""

    city: Body
    office: Seat
    counties: dict[str, Actor]
    people: dict[str, Seat]

    def unit(self, key: str) -> int:
        return self.city.units[key].pk

    def staff(self, key: str) -> Seat:
        return seat_of(self.city.staff[self.city.units[key].pk])


def do(table: str, verb: str, seat: Seat, pk: int, **data: object) -> object:
    return REGISTRY[(table, verb)](seat, pk, **data)


def paper(name: str, text: str) -> SimpleUploadedFile:
    """A document a county hands in as proof."""
    return SimpleUploadedFile(f"{name}.csv", f"事项,内容\n{name},{text}\n".encode())


def fill(city: Body, counties: list[Body]) -> None:
    """Counties as bodies of the city, things, money, duties, last month's notice."""
    hands = people(city)
    funds = money(hands)
    things = register(hands, funds)
    duties(hands, funds, things)
    notice(hands)


def people(city: Body) -> Hands:
    """Ten counties in the city's own register, three with a person; leaders in charge of units."""
    made = {}
    for name in COUNTIES:
        made[name], _ = Actor.objects.get_or_create(
            committee=city.committee, kind=Actor.Kind.COUNTY, name=name
        )
    seats = {}
    for n, name in enumerate(COUNTIES[:3]):
        person = extra(city, f"示范{name[:2]}经办人", Tie.Kind.UNIT_STAFF, made[name])
        seats[name] = seat_of(person)
        if n == 2:
            account("quxian", person)
    for key in ("zhujian", "caizheng", "fagai", "gongxin"):
        Tie.objects.get_or_create(
            committee=city.committee, kind=Tie.Kind.IN_CHARGE, who=city.leaders[1],
            whom=city.units[key], title="分管", start=SINCE,
        )  # fmt: skip
    return Hands(city, seat_of(city.supervisors[0]), made, seats)


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


def duty(hands: Hands, title: str, owner: int, begun: int, due: int, **more: object) -> Task:
    """One duty that began some days ago; the verbs are today's, the dates were then."""
    task: Task = assign_task(
        hands.office, title=title, owner=owner, due_on=today() + timedelta(days=max(due, 0)),
        **more,  # type: ignore[arg-type]
    )  # fmt: skip
    start = today() - timedelta(days=begun)
    until = today() + timedelta(days=due)
    Task.objects.filter(committee=hands.city.committee, pk=task.pk).update(
        started_on=start, basis_on=start, due_on=until, first_due_on=until
    )
    task.refresh_from_db()
    return task


def duties(hands: Hands, funds: dict[str, Subject], things: dict[str, Subject]) -> None:
    """From speech, instruction, gap, inspection and clause; every state of a duty once."""
    zhujian, caizheng = hands.staff("zhujian"), hands.staff("caizheng")
    counties = [hands.counties[name].pk for name in COUNTIES]
    slow = duty(
        hands, "查清老旧小区改造资金支出慢的原因", hands.unit("zhujian"), 100, -12,
        partners=counties[:3], source_type="instruction", basis_kind="instruction",
        basis_by="分管副市长", basis="推进会讲话，第 13 行", subject_id=funds["renewal"].pk,
        standard="三个区逐个说明原因，支出率到 40% 以上",
    )  # fmt: skip
    do("task", "accept_task", zhujian, slow.pk)
    do(
        "task", "divide_task", zhujian, slow.pk,
        parts=[
            {"title": f"{name}：说明原因，加快支付", "weight": share, "owner": hands.counties[name].pk}
            for name, share in zip(COUNTIES[:3], ("0.4", "0.3", "0.3"), strict=True)
        ],
    )  # fmt: skip
    parts = list(Task.objects.filter(committee=hands.city.committee, parent=slow).order_by("pk"))
    for name, part, done in zip(COUNTIES[:3], parts, (90, 40, None), strict=True):
        Task.objects.filter(committee=hands.city.committee, pk=part.pk).update(
            started_on=slow.started_on
        )
        if done is not None:
            do("task", "accept_task", hands.people[name], part.pk)
            do("task", "report_progress", hands.people[name], part.pk,
               text="付款节点逐个小区核对，已排出支付计划。", percent=done)  # fmt: skip
    do(
        "task",
        "report_delay",
        zhujian,
        slow.pk,
        code="design",
        text="三塘区管线图纸改了两次，区里本周报原因。",
    )
    do("task", "urge_task", hands.office, slow.pk, note="三塘区还没有签收，请今天联系。")
    effect = record_effect(
        hands.office, about=slow, case=slow, doer_id=slow.owner_id,
        measure="三个区老旧小区改造资金支出率", baseline="1.9%（半年前）",
        value="23.0%", measured_on=today() - timedelta(days=3),
    )  # fmt: skip
    judge_effect(
        hands.office, effect.pk, case=slow, verdict="partly", how="核对了三个区的支付凭证。",
        asked=24, content=15,
    )  # fmt: skip
    plain = (
        ("恢复停用电梯 12 台", "zhujian", 160, 60, 55, "finding", "视察记录，第 3 处"),
        ("中小企业风险抵押金县级配套到位", "caizheng", 120, 9, 30, "gap", "市长办公会纪要"),
        ("企业诉求平台接入 2000 家", "shuju", 90, 70, 62, "clause", "推进会讲话，第 18 行"),
        ("新增村级养老助餐点 120 个", "minzheng", 150, 45, 80, "clause", "政府工作报告第 46 条"),
        ("工业企业“小升规”培育 60 家", "gongxin", 200, 30, 48, "gap", "主要指标分析"),
        ("县域外贸企业走访全覆盖", "shangwu", 60, 80, 40, "clause", "推进会讲话，第 9 行"),
    )
    about = {"中小企业风险抵押金县级配套到位": funds["pledge"].pk}
    for title, key, begun, due, done, source, basis in plain:
        task = duty(
            hands, title, hands.unit(key), begun, due, source_type=source, basis=basis,
            basis_by="市政府督查室", subject_id=about.get(title),
            partners=counties if title in about else (),
        )  # fmt: skip
        do("task", "accept_task", hands.staff(key), task.pk)
        do(
            "task",
            "report_progress",
            hands.staff(key),
            task.pk,
            text="按台账推进，清单到人。",
            percent=done,
        )
        if title in about:
            do("task", "ask_more_time", caizheng, task.pk, until=today() + timedelta(days=40),
               code="money", reason="四个县要等县人大常委会批预算调整，下月中旬开会。")  # fmt: skip
    lamps = duty(hands, "背街小巷路灯普查补装", hands.unit("chengguan"), 90, 20, source_type="consultation", basis="协商议事会议定第 2 条")  # fmt: skip
    do("task", "accept_task", hands.staff("chengguan"), lamps.pk)
    do("task", "report_done", hands.staff("chengguan"), lamps.pk, text="普查 214 条，补装 380 盏，清单附后。", evidence=paper("路灯清单", "380 盏"))  # fmt: skip
    water = duty(hands, "新建湿地监测站 2 座", hands.unit("ziran"), 110, 60, source_type="finding", basis="视察监督第 5 处", subject_id=things["七星湖湿地修复"].pk)  # fmt: skip
    do("task", "accept_task", hands.staff("ziran"), water.pk)
    do("task", "report_progress", hands.staff("ziran"), water.pk, text="选址完成。", percent=48)
    do("task", "pause_task", hands.office, water.pk, reason="等环评批复")
    meals = duty(hands, "学校周边护学岗补齐", hands.unit("gongan"), 140, 10, source_type="consultation", basis="界别协商第 1 条")  # fmt: skip
    do("task", "accept_task", hands.staff("gongan"), meals.pk)
    do("task", "report_done", hands.staff("gongan"), meals.pk, text="42 所学校都有岗。")
    do(
        "task",
        "verify",
        hands.office,
        meals.pk,
        how="早高峰到 20 所学校门口看。",
        sampled=20,
        held=20,
    )
    taken = duty(hands, "牵头定集群管理办法配套细则", hands.unit("gongxin"), 2, 45, source_type="clause", basis="推进会讲话，第 21 行", subject_id=things["reform"].pk)  # fmt: skip
    do("task", "contest_task", hands.staff("gongxin"), taken.pk, reason="集群管理由市发改委牵头，我局配合。", better=hands.unit("fagai"))  # fmt: skip
    duty(hands, "农村客运线路补空白 8 条", hands.unit("jiaotong"), 1, 90, source_type="voice", basis="社情民意第 17 期", basis_kind="instruction", basis_by="副市长批示")  # fmt: skip


def notice(hands: Hands) -> None:
    """Last month's notice, and one unit's word beside its figure."""
    month = month_before(first_of(today()))
    issue_circular(hands.office, month=month)
    explain_figure(
        hands.staff("zhujian"), unit=hands.unit("zhujian"), month=month,
        text="逾期的一项等三塘区改图，本月内报原因；其余按期。",
    )  # fmt: skip
