"""专项台账 of the sample city: some rows of every ledger, at different steps."""

from datetime import timedelta
from typing import Any

from ....actors.models import Actor
from ....procedures.office_calendar import today
from ....procedures.seat import Seat
from ....yardsticks.actions.amend_row import amend_row
from ....yardsticks.actions.enter_row import enter_row
from ....yardsticks.actions.move_row import move_row
from ....yardsticks.models import Entry
from ..bodies import COUNTIES, Body


def ledgers(office: Seat, watch: Seat, county: Seat, city: Body) -> None:
    """Firms, industries, projects, services, decisions."""
    firms(office, watch, county)
    projects(office, county)
    growing(office, county)
    trade(office)
    partners(office, city)
    decisions(office, county, city)


def row(seat: Seat, ledger: str, title: str, county: str | None, /, **data: Any) -> Entry:
    """One row; ``to`` and ``owner`` are taken out of what is said."""
    to, owner = data.pop("to", None), data.pop("owner", None)
    made: Entry = enter_row(
        seat, ledger=ledger, title=title, data=data, region=county, other=to, owner=owner
    )
    return made


def firms(office: Seat, watch: Seat, county: Seat) -> None:
    """Four lists with one firm that objected with new evidence; industries, one county short."""
    one = row(office, "firms", "泉边铸造厂", "四泉县", **{"class": "限制"}, output="68", tax="2.1", energy="1.9", safety="整改中", why="亩均产出低于标准，能耗高（示例数）")  # fmt: skip
    move_row(county, one.pk, step="objected", note="企业交来今年改造后的审计表，能耗降到0.8。")
    amend_row(office, one.pk, data={"class": "保护", "energy": "0.8"}, note="核过审计表")
    move_row(watch, one.pk, step="decided", note="第三次评审会定")
    for title, place, kind in (
        ("江东精密件厂", "一江区", "激励"),
        ("六合里粮油厂", "六合里县", "保护"),
    ):
        made = row(office, "firms", title, place, **{"class": kind}, output="310", tax="22", safety="达标", why="高于标准（示例数）")  # fmt: skip
        move_row(office, made.pk, step="heard", note="企业无异议，有回执")
        move_row(watch, made.pk, step="decided", note="第二次评审会定")
        move_row(office, made.pk, step="published", note="公布第一批")
    last = row(office, "firms", "五峰小水泥厂", "五峰县", **{"class": "淘汰"}, safety="不达标", why="列入上级淘汰目录（示例）")  # fmt: skip
    move_row(office, last.pk, step="objected", note="企业说正在技改，没有交凭据")
    for n, place in enumerate(COUNTIES[:7]):
        row(office, "industries", ("装备制造", "食品加工", "现代家居")[n % 3], place, kind="主导产业", base="规上企业占三成以上（示例）")  # fmt: skip
        if n % 2:
            row(office, "industries", ("新型储能", "生物制造")[n % 4 // 2], place, kind="战略性新兴产业", base="一个项目在建（示例）")  # fmt: skip


def projects(office: Seat, county: Seat) -> None:
    """A project handed over and landed, one that waits; candidates alike and not ready; a chain with holes."""
    first = row(county, "handover", "冷链分拨中心", "四泉县", to="二桥区", amount="6", why="二桥区有铁路货场", fit="5", share="40")  # fmt: skip
    move_row(office, first.pk, step="accepted", note="二桥区来函同意（示例）")
    move_row(office, first.pk, step="landed", note="已开工")
    row(county, "handover", "中药材初加工", "四泉县", to="五峰县", amount="1.2", why="五峰县有种植基地", fit="4", share="30")  # fmt: skip
    ready = {"land": "已落实", "approval": "在办", "money": "在办", "channel": "专项债"}
    for title, place, way, more in (
        ("铸造园区智能化改造项目", "四泉县", "智能化", {}),
        ("铸造园区智能改造工程", "四泉县", "智能化", {"channel": ""}),
        ("粮油加工余热利用项目", "六合里县", "绿色化", {"land": "没有"}),
        ("精密件检测中心", "一江区", "高端化", {"approval": "没有", "channel": ""}),
        ("农旅融合示范片", "三塘区", "融合化", {}),
    ):  # fmt: skip
        row(office, "candidates", title, place, way=way, amount="1.5", **(ready | more))
    for place, title, who, leads in (
        ("上游", "铸件毛坯", "泉边铸造厂等3户", ""), ("上游", "特种合金", "", "2"),
        ("中游", "精密机加工", "江东精密件厂", ""), ("中游", "表面处理", "", ""), ("下游", "整机装配", "", "1"),
    ):  # fmt: skip
        row(office, "chain", title, None, place=place, firms=who, leads=leads)


def growing(office: Seat, county: Seat) -> None:
    """Firms near the threshold, at different steps; several counties have none in sight."""
    way = ("visited", "papers", "sent", "entered")
    for n, (title, place) in enumerate(
        (("泉南食品", "四泉县"), ("泉北纸箱", "四泉县"), ("江口模具", "一江区"), ("江湾电器", "一江区"),
         ("桥西家具", "二桥区"), ("塘东机电", "三塘区"))
    ):  # fmt: skip
        made = row(
            office,
            "growing",
            title,
            place,
            nearness="年营业收入还差约两成（示例）",
            helper="县统计局",
        )
        for step in way[: n % 5]:
            move_row(office, made.pk, step=step, note="走访记录在案（示例）")


def trade(office: Seat) -> None:
    """Problems of foreign-trade firms by kind; one without a measure; firms say whether it helped."""
    for title, place, kind, count, measure, ends in (
        ("退税到账慢", "一江区", "出口退税", "7", "税务局专窗，材料齐的五日内办结", "solved"),
        ("出口信保保费高", "二桥区", "供应链和资金", "4", "财政补贴一半保费", "not_solved"),
        ("进口料件价格涨", "四泉县", "供应链和资金", "3", "", ""),
        ("海外仓政策不会用", "一江区", "政策落地", "5", "办两场讲解会，一户一张明白纸", ""),
    ):  # fmt: skip
        made = row(office, "trade", title, place, kind=kind, firms=count, measure=measure)
        if measure:
            move_row(office, made.pk, step="doing", note="分给有关单位（示例）")
        if ends:
            move_row(office, made.pk, step=ends, note="电话回访记录（示例）")


def partners(office: Seat, city: Body) -> None:
    """Counties paired with districts elsewhere; visits before and after."""
    for n, place in enumerate(COUNTIES[:6]):
        row(office, "partners", f"邻省{'甲乙丙丁戊己'[n]}区", place, shared="人才互挂、项目互推（示例）", events=str(n + 1), own="自选：青年创业项目对接数\n自选：互挂干部人数")  # fmt: skip
    unit = Actor.objects.filter(committee=city.committee, name="共青团四泉县委员会").first()
    if unit is None:
        return
    made = row(office, "services", "青年创业贷款申请", None, owner=unit.pk, visits_before="3", visits_after="1", minutes_before="95", minutes_after="25", entry="三个窗口的材料合成一份", evidence="窗口叫号记录，改前改后各一个月（示例）")  # fmt: skip
    move_row(office, made.pk, step="measured", note="改后一个月的叫号记录")
    league_page(office, unit)
    row(office, "services", "志愿者证明", None, owner=unit.pk, visits_before="2", entry="网上自助打印", evidence="窗口登记簿（示例）")  # fmt: skip


def league_page(office: Seat, unit: Actor) -> None:
    """A county League's places, one of them idle, and whom its two officers look after, in numbers."""
    day = today()
    for title, where, ago, times in (("泉城青年之家", "县城文化路", 9, "21"), ("东泉镇青年小站", "东泉镇便民中心二楼", 75, "3"), ("泉北食品园青年驿站", "园区企业服务大厅", 31, "8")):  # fmt: skip
        row(office, "venues", title, None, owner=unit.pk, where=where, keeper="驻点团干部", last=(day - timedelta(days=ago)).isoformat(), what="读书会、就业咨询", times=times)  # fmt: skip
    for title, agreed, met, work, home in (("专职副书记", "96", "88", "23", "11"), ("兼职副书记", "74", "74", "17", "2")):  # fmt: skip
        row(office, "contacts", title, None, owner=unit.pk, goal="100", agreed=agreed, met=met, until=day.isoformat(), need_work=work, need_home=home, need_place="2", referred="就业类转县人社局，办成9件")  # fmt: skip


def decisions(office: Seat, county: Seat, city: Body) -> None:
    """One decision on its way to ten counties; studies by where they lay hold."""
    day = today()
    row(office, "carry", "冬季用工对接专项行动", None, due=(day + timedelta(days=25)).isoformat(), basis="用工调度会纪要（示例）")  # fmt: skip
    for n, made in enumerate(Entry.objects.filter(committee=city.committee, ledger="carry").order_by("region__rank")):  # fmt: skip
        for step in ("known", "started", "finished")[: (3, 2, 2, 1, 0, 1, 3, 1, 0, 2)[n % 10]]:
            move_row(office, made.pk, step=step, note="县里回话（示例）")
    for title, hand in (
        ("县域产业怎样接续", "议大事"),
        ("老旧管网谁来管", "攻难点"),
        ("小微企业抵押物不足", "抓关键"),
    ):
        row(office, "handles", title, None, hand=hand, why="年初课题会定（示例）")
