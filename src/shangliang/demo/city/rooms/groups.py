"""队伍 on the first start: sectors with conveners, studios with a rota, branches and the two coverages,
the talent pool, friends, direct contact. Names and texts are invented."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F

from ....accounts.seats import seat_of
from ....actors.models import Actor, Tie
from ....groups.actions.add_rule import add_rule
from ....groups.actions.add_team import add_team
from ....groups.actions.link_up import link_up
from ....groups.actions.set_minimum import set_minimum
from ....groups.actions.take_in import take_in
from ....groups.actions.take_usual import take_usual
from ....groups.models import Heard, Shift, Team
from ....groups.people import people_of
from ....procedures.office_calendar import calendar_of, today
from ....procedures.seat import Seat
from ..bodies import Body
from ..scenes import SINCE
from .groups_people import by_account, contacts, do, pool

K = Tie.Kind
STUDIOS = (
    ("studio", "柳岸社区委员工作室", "柳岸街 18 号社区服务中心一楼", "柳岸社区居民、沿街商户", 2),
    ("studio", "临港园区委员工作室", "临港大道 6 号企业服务大厅", "园区企业和职工，联系 12 家小微企业", 1),
    ("point", "四泉镇委员联系点", "四泉镇便民服务站", "联系 5 个村、2 个合作社", 3),
    ("point", "北岸学校委员联系点", "北岸中学传达室旁", "学生家长、教师", 4),
)  # fmt: skip
# Invented positions about an invented town.
SPOTS = (
    ("柳岸社区委员工作室", "112.9420", "34.1180"),
    ("临港园区委员工作室", "113.0310", "34.0950"),
    ("四泉镇委员联系点", "112.8150", "34.2260"),
    ("北岸学校委员联系点", "112.9660", "34.1530"),
)
WEEK = (
    ("柳岸社区委员工作室", "housing", 6), ("柳岸社区委员工作室", "care", 2),
    ("临港园区委员工作室", "business", 5), ("四泉镇委员联系点", "traffic", 3),
    ("四泉镇委员联系点", "housing", 2),
)  # fmt: skip
BRANCHES = ("机关党支部", "经济界功能型党支部", "科教卫体功能型党支部", "农业农村功能型党支部")
HEARD = (
    ("housing", "三栋楼加装电梯后没有人管维保，停了两个月", "已问社区，物业合同下周补签"),
    ("traffic", "早高峰 12 路末站到学校之间没有车", ""),
    ("care", "老人助餐点中午 11 点半就没有菜了", "建议错峰取餐，社区记下"),
    ("health", "慢病药社区医院开不出，要跑市里", ""),
    ("business", "门口修路围挡三个月，店里没有客人", ""),
    ("housing", "地下车库漏水，物业和开发商互相推", ""),
    ("jobs", "四十岁以上想学家政，不知道去哪里报名", "告知街道就业站电话"),
    ("housing", "楼道灯坏了一半，报修没有回音", "当场联系物业"),
    ("school", "转学手续要跑三个地方", ""),
    ("housing", "小区分类垃圾房离楼太近，夏天有味道", ""),
    ("housing", "老楼外墙掉瓷砖，下面是幼儿园的路", ""),
)  # fmt: skip
# Sectors of the parties: whoever stands there is no member of the CPC.
PARTIES = (
    "中国国民党革命委员会", "中国民主同盟", "中国民主建国会", "中国民主促进会", "中国农工民主党",
    "中国致公党", "九三学社", "台湾民主自治同盟", "无党派人士",
)  # fmt: skip
LINES = {
    "sector": (("study", "学习会议精神，分组讨论", 60), ("inspection", "到企业看用工", 25), ("summary", "年度小结报专委会", -38)),
    "group": (("activity", "小组走访联系单位", 70), ("activity", "三方见面会", -20)),
    "studio": (("study", "季度集体学习调研", 40), ("service", "义务咨询进楼栋", 10)),
    "branch": (("study", "专题学习", 35), ("contact", "党员委员走访党外委员", -15)),
}  # fmt: skip


def fill(city: Body, counties: list[Body]) -> None:
    """Everything by the office's and the members' own verbs; ties of many members in bulk."""
    office = seat_of(by_account(city, "zhuanwei"))
    member = by_account(city, "weiyuan")
    take_in(office)
    set_minimum(
        office, form="sector", kind="report", least=2, source="市政协第 9 次主席会议关于界别工作的决定"
    )  # fmt: skip
    clerk = seat_of(city.clerks[0])
    take_usual(clerk)
    green = Actor.objects.filter(
        committee=city.committee, kind=Actor.Kind.SECTOR, name__contains="环境资源"
    ).first()
    if green:
        add_rule(
            clerk, scope="members", measure="sector", sector=green.pk, way="least", percent=False,
            value=Decimal(20), source="换届人事安排方案（示例）",
        )  # fmt: skip
    branches(city, office)
    places(city, office, member)
    rooms(city, office, member)
    plans(city, office)
    pool(city, office, member)
    contacts(city, office, member)


def branches(city: Body, office: Seat) -> None:
    """Party members in branches but three; others linked but a dozen."""
    party = Actor.objects.create(
        committee=city.committee, kind=Actor.Kind.PARTY, name="中国共产党", short="中共"
    )
    elsewhere = set(
        Tie.objects.filter(committee=city.committee, kind=K.PARTY).values_list("who_id", flat=True)
    )
    others = Tie.objects.filter(committee=city.committee, kind=K.SECTOR, whom__name__in=PARTIES)
    elsewhere |= set(others.values_list("who_id", flat=True))
    free = [m for m in city.members if m.pk not in elsewhere]
    inside, outside = free[: int(len(city.members) * 0.38)], []
    known = {m.pk for m in inside}
    outside = [m for m in city.members if m.pk not in known]
    Tie.objects.bulk_create(
        Tie(committee=city.committee, kind=K.PARTY, who=m, whom=party, start=SINCE) for m in inside
    )
    made = [
        add_team(office, form="branch", name=name, basis="按专委会和界别", opened_on=SINCE)
        for name in BRANCHES
    ]
    placed = inside[:-3]
    for n, team in enumerate(made):
        own = placed[n :: len(made)]
        do("team", "join", office, team.pk, people=[own[0].pk], title="书记", start=SINCE)
        Tie.objects.bulk_create(
            Tie(committee=city.committee, kind=K.HOME, who=m, whom_id=team.body_id, start=SINCE)
            for m in own[1:]
        )
    linked = outside[:-12]
    for n in range(6):
        link_up(
            office, who=inside[n].pk, whom=linked[n].pk, start=SINCE, basis="党组关于结对联系的安排"
        )
    Tie.objects.bulk_create(
        Tie(
            committee=city.committee, kind=K.CONTACTS, who=inside[n % len(inside)], whom=m,
            start=SINCE, basis="党组关于结对联系的安排",
        )
        for n, m in enumerate(linked) if n >= 6
    )  # fmt: skip


def plans(city: Body, office: Seat) -> None:
    """Lines and what was done for them, of some of each form; a party that answers a call from above."""
    day = today()
    for form, lines in LINES.items():
        teams = Team.objects.filter(committee=city.committee, form=form).order_by("pk")[:3]
        for team in teams:
            for kind, title, ago in lines:
                due = max(day - timedelta(days=ago), date(day.year, 1, 2))
                do("team", "add_line", office, team.pk, kind=kind, title=title, due_on=due)
                line = team.plan.order_by("-pk").first()
                if ago > 20 and line:
                    do("team", "add_effort", office, team.pk, kind=kind, title=title, people=14,
                       on=due, line=line.pk, text="到会的都发了言，意见报对口专委会。")  # fmt: skip
    party = Team.objects.filter(committee=city.committee, form="party").order_by("pk").first()
    if party:
        due = day - timedelta(days=30)
        do("team", "add_line", office, party.pk, kind="service", title="对口帮扶县医院", due_on=due,
           level="province", basis="省级组织帮扶行动通知")  # fmt: skip
        line = party.plan.get()
        for n, title in enumerate(("三名专家坐诊一周", "捐设备一台并培训")):
            do("team", "add_effort", office, party.pk, kind="service", title=title, line=line.pk,
               on=due - timedelta(days=9 * n), people=6)  # fmt: skip
    sector = Team.objects.filter(committee=city.committee, form="sector").order_by("pk")[4]
    for person in people_of([sector])[sector.pk][1:5]:
        do("team", "contact_member", office, sector.pk, person=person.pk, way="电话",
           on=day - timedelta(days=person.pk % 90), matter="service", note="想看近三年同类提案的答复",
           referred="提案委")  # fmt: skip


def places(city: Body, office: Seat, member: Actor) -> None:
    """Studios and points with past and coming shifts; one waits for the member's answer."""
    day = today()
    for n, (form, name, place, serves, weekday) in enumerate(STUDIOS):
        team = add_team(
            office, form=form, name=name, place=place, serves=serves, opened_on=day - timedelta(days=400)
        )  # fmt: skip
        people = [m.pk for m in city.members[20 * n + 3 : 20 * n + 8] if m.pk != member.pk]
        if n == 0:
            people.insert(0, member.pk)
        do("team", "join", office, team.pk, people=people[1:2], title="负责人", start=SINCE)
        do(
            "team",
            "join",
            office,
            team.pk,
            people=[p for p in people if p != people[1]],
            start=SINCE,
        )
        if n == 3:
            continue  # an idle one shows as such
        do("team", "set_rota", office, team.pk, first=day, last=day + timedelta(days=55),
           weekdays=[weekday], people=people)  # fmt: skip
        rows = Shift.objects.filter(committee=city.committee, team=team)
        rows.update(day=F("day") - timedelta(days=56), told_at=None)
        calendar = calendar_of(city.committee.pk)
        for k, row in enumerate(rows.order_by("day")):
            if not calendar.is_workday(row.day):
                do("shift", "drop_shift", office, row.pk, why="放假")
                continue
            for matter, text, answer in HEARD[(k + 4 * n) % 9 :][: 2 if n == 0 else 1]:
                do("shift", "hear", office, row.pk, matter=matter, text=text, answer=answer)
            do("shift", "finish_shift", office, row.pk)
        do("team", "set_rota", office, team.pk, first=day, last=day + timedelta(days=55),
           weekdays=[weekday], people=people)  # fmt: skip
    recent = list(Heard.objects.filter(committee=city.committee).select_related("shift"))
    for said in recent:
        said.at = said.at.replace(hour=10) - timedelta(days=(day - said.shift.day).days)
    Heard.objects.bulk_update(recent, ["at"])
    mine = Shift.objects.filter(
        committee=city.committee, team__body__name=STUDIOS[0][1], day__gte=day
    )
    ask = mine.exclude(person=member).order_by("day").first()
    if ask:
        Shift.objects.filter(committee=city.committee, pk=ask.pk).update(
            state="asked", stand_in=member
        )


def rooms(city: Body, office: Seat, member: Actor) -> None:
    """Where the places are, who has booked them, what they report this week."""
    own = seat_of(member)
    for name, east, north in SPOTS:
        team = Team.objects.get(committee=city.committee, body__name=name)
        do("team", "locate_team", office, team.pk, east=east, north=north)
    first = Team.objects.get(committee=city.committee, body__name=STUDIOS[0][1])
    for days, slot, title, people in (
        (2, "evening", "楼栋长碰头会", 18),
        (4, "afternoon", "加装电梯居民议事", 30),
    ):
        do("team", "book_place", own, first.pk, day=today() + timedelta(days=days), slot=slot,
           title=title, people=people)  # fmt: skip
    for name, matter, times in WEEK:
        team = Team.objects.get(committee=city.committee, body__name=name)
        do("team", "report_point", office, team.pk, matter=matter, times=times)
