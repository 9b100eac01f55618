"""专项 on the first start: one of each kind by the room's own verbs; names and texts are invented."""

from datetime import date, timedelta
from typing import Any

from ....accounts.models import User
from ....accounts.seats import seat_of
from ....actors.models import Actor
from ....procedures.office_calendar import today
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ....programmes.actions.add_item import add_item
from ....programmes.actions.import_items import import_items
from ....programmes.actions.move_item import move_item
from ....programmes.actions.start_programme import start_programme
from ....programmes.models import Contributor, Programme
from ..bodies import Body
from .programmes_counts import counters

GIFTS = (
    ("资金", 30000, 64, "助学金，发到学校统一办理"), ("物资", 8600, 210, "图书和书架"),
    ("技术和服务", 5000, 43, "果树修剪培训两天"), ("岗位", 0, 12, "包装车间就近上班"),
    ("物资", 4200, 38, "棉被"), ("物资", 6100, 75, "体育器材"), ("物资", 3900, 52, "雨鞋雨衣"),
    ("物资", 7700, 90, "净水设备一套"), ("消费帮扶", 15000, 31, "食堂定购小米"),
)  # fmt: skip
PIECES = (
    ("南河码头旧事", "口述", "老装卸工口述，录音存办公室", "同意编卷出版", "那年码头上有三十条木船，天不亮就排队等货。", "第二卷", 4),
    ("纺织厂的夜班", "文章", "退休女工来稿", "同意编卷出版", "三班倒的第一年，厂里自己办托儿所。", "第二卷", 4),
    ("第一座变电所", "照片", "电业老职工提供，照片十一张", "同意存放", "照片背面写着年份和人名缩写。", "", 2),
    ("老城门怎么拆的", "口述", "街坊口述，还要再问两位", "还没有问", "", "", 0),
)  # fmt: skip
STEPS = ("written", "checked", "placed", "printed")
SHOWS = ("春联进万家", "戏曲进乡村", "非遗过大年", "老照片展", "读书会", "书法下乡", "校园合唱")
FIRMS = (("焊工", 18, 10), ("护理", 12, 4), ("缝纫", 0, 8))


def do(verb: str, seat: Seat, row: Programme, **data: Any) -> None:
    REGISTRY[("programme", verb)](seat, row.pk, **data)


def join(seat: Seat, case: Programme, bodies: list[Actor], part: str = "") -> list[Contributor]:
    """These take part; their rows in the same order."""
    for body in bodies:
        do("add_partner", seat, case, who=body.pk, part=part)
    rows = {p.who_id: p for p in case.partners.select_related("who")}
    return [rows[b.pk] for b in bodies]


def fill(city: Body, counties: list[Body]) -> None:
    """Help, a mechanism, culture, history, labour, a party's call, research, a board, a joint visit."""
    office = seat_of(Actor.objects.get(committee=city.committee, account__username="zhuanwei"))
    clerk = seat_of(Actor.objects.get(committee=city.committee, account__username="chushen"))
    every = Actor.objects.filter(committee=city.committee, active=True).order_by("pk")
    parties, units = (list(every.filter(kind=k)[:7]) for k in ("party", "unit"))
    if len(parties) < 2 or len(units) < 3:
        return
    helping(office, [*parties, *units][:7])
    mechanism(office, units[:3])
    culture(office)
    history(office, clerk)
    labour(office)
    call(office, parties[:2])
    research(office, clerk, units[2])
    hosts = list(every.filter(kind="county")[:3])
    joint(office, hosts)
    if User.objects.filter(username="weiyuan").exists():
        board(
            office,
            seat_of(Actor.objects.get(committee=city.committee, account__username="weiyuan")),
        )
    counters(office, clerk, list(every.filter(kind="county")[:10]))


def helping(office: Seat, bodies: list[Actor]) -> None:
    case = start_programme(
        office, kind="help", title="同心助乡", basis="党派团体联席会议商定（示例）", public=True,
        aim="三年里帮六个村把水、路灯和校舍修好，教会一门手艺", starts_on=date(2025, 3, 1),
    )  # fmt: skip
    who = join(office, case, bodies, "出钱、出物、出技术")
    for n, (what, money, people, text) in enumerate(GIFTS):
        add_item(
            office, case.pk, sheet="gift", title=text, on=today() - timedelta(days=20 * n + 3),
            partner=who[n % (len(who) - 1)].pk, proof=f"签收单第 {n + 1} 号",
            data={"what": what, "money": money or "", "people": people},
        )  # fmt: skip
    do("plan_line", office, case, title="冬季前修完校舍取暖", due_on=today() + timedelta(days=20))


def mechanism(office: Seat, bodies: list[Actor]) -> None:
    case = start_programme(
        office, kind="mechanism", title="澄江文化交流合作机制", starts_on=date(2024, 5, 8),
        basis="以市政协和市政府名义设立的工作方案（示例）", aim="每年互访一次、共办一展、共编一册",
    )  # fmt: skip
    who = join(office, case, bodies, "成员单位")
    day = today()
    for n, title in enumerate(("共办江上书画展", "互访并签交流备忘", "编澄江文化小册")):
        due = day + timedelta(days=(-30, 25, 60)[n])
        do("plan_line", office, case, title=title, due_on=due, partner=who[n].pk)
    first = case.lines.order_by("due_on").first()
    if first:
        do("finish_line", office, case, line=first.pk, result="展出 86 件，两地各一周")
    add_item(
        office, case.pk, sheet="meeting", title="年度联席会", on=day - timedelta(days=70),
        proof="会议纪要第 3 期", data={"people": 24, "decided": "明年在对方城市办展，本地出作品"},
    )  # fmt: skip
    add_item(
        office, case.pk, sheet="outcome", title="江上书画展", on=day - timedelta(days=32),
        partner=who[0].pk, proof="图录", data={"what": "展出 86 件，观众 3100 人次"},
    )  # fmt: skip


def culture(office: Seat) -> None:
    case = start_programme(
        office, kind="culture", title="文化活动和项目总册", aim="每年几十场，办一场记一场",
        starts_on=date(2023, 1, 1), public=True,
    )  # fmt: skip
    kinds = ("志愿服务", "演出", "非遗", "展览", "讲座", "志愿服务", "演出")
    rows = [
        {
            "title": f"{SHOWS[n % 7]}（{2023 + n % 4} 年第 {n // 7 + 1} 场）", "proof": "",
            "on": date(2023 + n % 4, n % 9 + 1, n % 27 + 1).isoformat(),
            "data": {"what": kinds[n % 7], "place": f"{'柳岸北岸临港四泉'[n % 4 * 2 :][:2]}文化站", "people": 60 + n * 7 % 240},
        }
        for n in range(42)
    ]  # fmt: skip
    import_items(office, case.pk, sheet="project", rows=rows)


def history(office: Seat, clerk: Seat) -> None:
    case = start_programme(
        office, kind="history", title="澄州旧事史料征集", aim="征集百件亲历亲见亲闻，编五卷",
        starts_on=date(2025, 1, 6),
    )  # fmt: skip
    for n, (title, form, origin, consent, text, volume, steps) in enumerate(PIECES):
        row = add_item(
            office, case.pk, sheet="piece", title=title, on=today() - timedelta(days=40 * n + 9),
            data={
                "form": form, "origin": origin, "consent": consent, "text": text,
                "check": "对过市志和厂史，年份一致" if steps > 1 else "", "volume": volume,
            },
        )  # fmt: skip
        for step in STEPS[: min(steps, 3)]:
            move_item(clerk if step == "checked" else office, row.pk, step=step, note="逐句看过")


def labour(office: Seat) -> None:
    case = start_programme(
        office, kind="labour", title="就近务工对接", starts_on=date(2026, 2, 10),
        aim="把想在家门口找活的和园区岗位按技能对上",
    )  # fmt: skip
    day = today()
    for skill, want, have in FIRMS:
        for sheet, n in (("seek", want), ("offer", have)):
            if n:
                add_item(
                    office, case.pk, sheet=sheet, title=f"{skill} {n} 人", on=day - timedelta(days=8),
                    data={"skill": skill, "place": "临港园区一带", "n": n},
                )  # fmt: skip
    for name, back, still in (("春季", 130, 7), ("夏季", 110, "")):
        add_item(
            office, case.pk, sheet="placed", title=f"园区{name}招聘会", on=day - timedelta(days=back),
            proof="上岗登记表", data={"skill": "焊工", "n": 9, "still": still},
        )  # fmt: skip


def call(office: Seat, bodies: list[Actor]) -> None:
    case = start_programme(
        office, kind="party", title="助推都市圈行动", aim="上级部署的两件事，本地有动作、有结果",
        starts_on=date(2026, 1, 15),
    )  # fmt: skip
    who = join(office, case, bodies)
    for title, level in (("都市圈通勤怎么办", "province"), ("河岸生态怎么护", "centre")):
        do(
            "plan_line", office, case, title=title, due_on=today() + timedelta(days=90),
            level=level, basis="上级组织年度工作要点（示例）",
        )  # fmt: skip
    line = case.lines.order_by("pk").first()
    add_item(
        office, case.pk, sheet="action", title="跨市公交调研", on=today() - timedelta(days=50),
        partner=who[0].pk, line=line.pk if line else None, proof="调研报告",
        data={"what": "调研", "result": "两条线延到市界，转成集体提案一件"},
    )  # fmt: skip


def research(office: Seat, clerk: Seat, body: Actor) -> None:
    case = start_programme(
        office, kind="research", title="本年度委托研究", aim="三个题目有人答、有人评、留得下",
        starts_on=date(2026, 1, 4),
    )  # fmt: skip
    who = join(office, case, [body])[0]
    done = add_item(
        office, case.pk, sheet="commission", title="县域物流成本高在哪里", partner=who.pk,
        on=today() - timedelta(days=120),
        data={
            "brief": "空驶、仓配、过路费各占多少", "due": (today() - timedelta(days=30)).isoformat(),
            "answer": "空驶占大头，建议合并回程货源", "paper": "办公室存档第 12 号",
            "review": "数据可靠，建议还要写明谁来牵头",
        },
    )  # fmt: skip
    for step in ("given", "reviewed", "kept"):
        move_item(clerk if step == "reviewed" else office, done.pk, step=step, note="按要求办完")
    add_item(
        office, case.pk, sheet="commission", title="托育点为什么开了又关", partner=who.pk,
        on=today() - timedelta(days=60),
        data={"brief": "成本和入托率", "due": (today() - timedelta(days=2)).isoformat()},
    )  # fmt: skip


def board(office: Seat, member: Seat) -> None:
    case = start_programme(
        office, kind="venture", title="委员项目对接板", aim="委员想办的项目找得到伙伴",
        starts_on=date(2026, 3, 1),
    )  # fmt: skip
    until = (today() + timedelta(days=200)).isoformat()
    row = add_item(
        member, case.pk, sheet="project", title="果品初加工点", on=today() - timedelta(days=15),
        data={"trade": "农产品加工", "wants": "找冷库和两户合作社", "agree": "同意", "until": until},
    )  # fmt: skip
    move_item(member, row.pk, step="board", note="本人同意上板")
    add_item(
        member, case.pk, sheet="project", title="旧厂房改书店", on=today() - timedelta(days=4),
        data={"trade": "文化", "wants": "还没想好", "agree": "不同意"},
    )  # fmt: skip


def joint(office: Seat, hosts: list[Actor]) -> None:
    if not hosts:
        return
    case = start_programme(
        office, kind="joint", title="澄江岸线联合视察", aim="同一条江，几家一起看、各写一段、合成一份",
        starts_on=date(2026, 9, 1),
    )  # fmt: skip
    for n, who in enumerate(join(office, case, hosts, "看本县岸段")[:-1] or []):
        add_item(
            office, case.pk, sheet="section", partner=who.pk, on=today() - timedelta(days=30 + n),
            title=("北岸堆着渣土", "码头没有接污水")[n % 2],
            data={"text": "现场看了三处，两处没有围挡", "advice": "由属地先清，年底前再看一次"},
        )  # fmt: skip
