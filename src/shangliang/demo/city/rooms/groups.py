"""队伍 on the first start: sectors with conveners, studios with a rota, branches and the two coverages,
the talent pool, friends, direct contact. Names and texts are invented."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F

from ....accounts.seats import seat_of
from ....actors.models import Actor, Tie
from ....groups.actions.add_listed import add_listed
from ....groups.actions.add_team import add_team
from ....groups.actions.compose import add_rule, take_usual
from ....groups.actions.county import touch_county
from ....groups.actions.link_up import link_up
from ....groups.actions.set_minimum import set_minimum
from ....groups.actions.take_in import take_in
from ....groups.models import Heard, Listed, Shift, Team
from ....groups.people import people_of
from ....procedures.office_calendar import calendar_of, today
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ..bodies import Body
from ..scenes import SINCE

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
TALENTS = (
    ("expert", "甄懂水", "澄州市水务设计室", "高级工程师", "城市排水、湿地修复、海绵城市"),
    ("expert", "辛算法", "澄州大学", "教授", "数据治理、政务服务、人工智能"),
    ("expert", "梁护航", "澄州市一医院", "主任医师", "社区医疗、慢病管理、养老护理"),
    ("expert", "宋电梯", "澄州特检所", "检验师", "电梯安全、老旧小区改造、物业管理"),
    ("expert", "路通达", "澄州交通规划室", "规划师", "公共交通、停车、慢行系统"),
    ("expert", "谷丰年", "澄州农科站", "研究员", "农产品加工、种业、乡村产业"),
    ("retired", "旧任先", "离任委员", "", "物业管理、社区治理、垃圾分类"),
    ("retired", "还乡客", "离任委员", "", "招商引资、园区管理、民营企业"),
    ("institute", "澄江发展研究室（智库）", "", "", "县域经济、产业集群、营商环境、财政资金"),
    ("institute", "澄州大学老龄研究组（智库）", "", "", "养老服务、托幼、社区治理"),
)  # fmt: skip
OWN_FIELDS = ("垃圾分类、物业管理", "民营企业、营商环境", "文化遗产、旅游", "职业教育、技工", "生态保护、湿地修复", "养老服务、社区医疗")  # fmt: skip
FRIENDS = (
    ("文以载", "澄州书画院", "书法下乡、文史资料"),
    ("江上行", "澄州摄影学会", "老码头影像征集"),
    ("胡琴声", "澄州曲艺团", "进社区演出"),
    ("花成圃", "澄州花木合作社", "义务植树"),
)
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


def do(table: str, verb: str, seat: Seat, pk: int, **data: object) -> object:
    return REGISTRY[(table, verb)](seat, pk, **data)


def by_account(city: Body, name: str) -> Actor:
    return Actor.objects.get(committee=city.committee, account__username=name)


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


def pool(city: Body, office: Seat, member: Actor) -> None:
    """Experts with consent on paper; members in for themselves; one asked; one asked too often."""
    end = today() + timedelta(days=400)
    made = [
        add_listed(
            office, kind=kind, name=name, unit=unit, post_name=post, fields=fields, until=end,
            purpose="协商、调研、评议时按擅长推荐", how="书面同意", phone="0000-000 0000",
        )
        for kind, name, unit, post, fields in TALENTS
    ]  # fmt: skip
    for n, fields in enumerate(OWN_FIELDS):
        person = city.members[7 + 11 * n]
        if person.pk != member.pk:
            add_listed(
                seat_of(person), kind="member", person=person.pk, fields=fields, until=end,
                purpose="协商、调研、评议时按擅长推荐",
            )  # fmt: skip
    add_listed(
        office, kind="member", person=member.pk, until=end, fields="老旧小区改造、社区治理",
        purpose="协商、调研、评议时按擅长推荐",
    )  # fmt: skip
    for title in ("加装电梯管养协商", "物业费调解座谈", "老旧小区改造评议"):
        do("listed", "ask_listed", office, made[3].pk, title=title)
    first = made[3].askings.order_by("pk").first()
    if first:
        do("listed", "record_answer", office, made[3].pk, asking=first.pk, answer="came")
    do("listed", "ask_listed", office, made[8].pk, title="县域产业集群研究",
       brief="回答：哪些环节留得下来，配套资金怎么用", due_on=today() + timedelta(days=40))  # fmt: skip
    do("listed", "declare_kin", office, made[0].pk, kin="市水利局、澄江环保公司")
    for name, unit, doing in FRIENDS:
        add_listed(
            office, kind="friend", name=name, unit=unit, until=end, how="当面同意",
            purpose=f"邀请参加{doing}，并在活动记录里署名",
        )  # fmt: skip


def contacts(city: Body, office: Seat, member: Actor) -> None:
    """The member's own contacts with needs; contact with counties and one open question."""
    day, own = today(), seat_of(member)
    for n in range(9):
        row = add_listed(
            own, kind="contact", name=f"示例青年{'甲乙丙丁戊己庚辛壬'[n]}", phone="0000-000 0000",
            purpose="了解就业、上学、看病等方面的需要，转有关部门办理；不作他用",
            until=day + timedelta(days=300), how="当面同意",
        )  # fmt: skip
        matter = ("jobs", "jobs", "housing", "jobs", "school", "jobs", "jobs")[n % 7]
        do("listed", "touch", own, row.pk, on=day - timedelta(days=25 * n), way="见面", matter=matter,
           note="想了解技能培训和租房补贴", referred="市人社局")  # fmt: skip
    gone = Listed.objects.filter(committee=city.committee, kind="contact").order_by("pk").last()
    if gone:
        do("listed", "withdraw_listed", own, gone.pk)
    leader = seat_of(by_account(city, "fuzhuxi"))
    places = Actor.objects.filter(committee=city.committee, kind=Actor.Kind.COUNTY).order_by("pk")
    for n, place in enumerate(places[:7]):
        Tie.objects.get_or_create(
            committee=city.committee,
            kind=K.CONTACTS,
            who=city.leaders[1 + n % 3],
            whom=place,
            defaults={"start": SINCE},
        )
        touch_county(leader, county=place.pk, on=day - timedelta(days=12 + 31 * n), way="走访",
                     note="看协商议事室，听委员小组活动情况")  # fmt: skip
    if places:
        touch_county(office, county=places[0].pk, on=day - timedelta(days=3), way="电话",
                     note="县里想用市里的专家，怎么请", question=True)  # fmt: skip
