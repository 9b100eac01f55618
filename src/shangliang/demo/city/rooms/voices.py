"""来声 on the first start: notes in every state, two issues, firms' cases, a survey, charges, leads.

All made by the room's own verbs; the clock of a few is set back so that the lists look lived in.
"""

import io
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from ....accounts.seats import seat_of
from ....actors.models import Actor
from ....procedures.models import Clock
from ....procedures.office_calendar import today
from ....procedures.perform import REGISTRY
from ....procedures.seat import Role, Seat
from ....voices.actions.add_photo import add_photo
from ....voices.actions.charge import (
    add_charge,
    keep_health,
    note_visit,
    record_consent,
    set_line,
    set_milestone,
)
from ....voices.actions.issue import start_issue
from ....voices.actions.lead import start_lead
from ....voices.actions.mark_excellent import mark_excellent
from ....voices.actions.receive import receive
from ....voices.actions.start import start
from ....voices.actions.survey import answer_survey, start_survey
from ....voices.models import Issue, Survey, SurveyLink, Voice
from ....voices.people import nobody
from ..bodies import Body

# (title, situation, cause, asks, area, state wanted)
NOTES = (
    ("老城背街小巷路灯无人报修", "北井巷、磨坊巷、书院巷三条小巷路灯多半不亮，晚上接孩子的家长只好打手电。", "灯归路灯所，电费归社区，坏了两边都不报修。", "理清归属，一盏灯一个责任单位。\n报修电话贴在灯杆上。", "一江区", "closed"),
    ("村级养老助餐点周末不开火", "走了五个村的助餐点，周末都关门，独居老人两天吃剩饭。", "补贴按工作日算，周末没有人愿意做。", "补贴按餐次算。\n周末由两个村轮流开火。", "四泉县", "adopted"),
    ("网约护士上门没人管收费", "同样换一次药，三个平台收费差一倍，出了事不知道找谁。", "上门护理没有指导价，也没有登记。", "公布指导价。\n平台先登记再接单。", "全市", "sent"),
    ("小微企业开票额度申请要跑三趟", "三家小厂说，临时提额要跑大厅三趟，旺季丢过单。", "线上入口有，审核仍要纸质合同。", "线上传合同照片就受理。", "二桥区", "sent"),
    ("校门口临停二十分钟就贴单", "接送时段没有临停位，家长只能停远处，孩子横穿马路。", "临停位按全天划，没有分时段。", "划接送时段临停位。", "三塘区", "signed"),
    ("电动车充电棚晚上断电", "两个小区的充电棚十一点断电，夜班工人早上推车上班。", "物业怕起火，一断了之。", "装自动断电保护，改定时为定额。", "一江区", "agreed"),
    ("老年大学报名靠抢", "报名系统早上八点开，老人不会抢，名额都给了会用手机的。", "没有留线下名额。", "留三成线下名额，社区代报。", "全市", "consenting"),
    ("河道步道夜里没有护栏灯", "步道新修两公里，夜里没有灯，上个月有人踩空。", "照明没有列入步道工程。", "补装矮柱灯。", "七星湖区", "editing"),
    ("共享单车占满公交站台", "早高峰站台上全是单车，轮椅过不去。", "投放不限站点。", "站台五米内禁停，平台清运。", "二桥区", "screened"),
    ("社区药箱过期药没人收", "药箱里一半过期，居民不知道往哪里扔。", "回收点撤了没有补。", "药店代收，每季清一次。", "一江区", "received"),
    ("农机合作社烘干机闲着", "秋收下雨，六台烘干机只开两台，说是电容量不够。", "线路按生活用电报的装。", "农忙前临时增容。", "八渡县", "received"),
    ("背街路灯又不亮了", "书院巷往东的灯上周又灭了一排。", "", "", "一江区", "merged"),
    ("晚上小巷太黑", "磨坊巷没有灯，老人不敢出门。", "", "", "一江区", "merged"),
    ("广场舞音响太响", "晚上九点半还在放，孩子写不了作业。", "", "", "三塘区", "kept"),
    ("老旧电梯更新钱从哪里来", "二十年的电梯三个月停了四回。", "维修资金凑不齐三分之二签字。", "明确应急动用的条件。", "二桥区", "converted"),
)  # fmt: skip
CITIZENS = (
    ("公厕早上七点才开门，环卫工人没处去。", "一江区", "answered"),
    ("我妈的高龄补贴停了两个月，社区说系统在换。", "四泉县", "converted"),
    ("盲道被电线杆挡住，走到一半没有路。", "二桥区", "received"),
    ("城东新区没有一个能寄快递的点，要骑车四公里。", "三塘区", "received"),
)
FIRMS = (
    ("澄州云纺织有限公司", "纺织", "贷款到期要先还后贷，过桥资金一天一分利。"),
    ("澄州恒模精密有限公司", "机械", "银行要抵押，厂房是租的，授信批不下来。"),
    ("四泉山茶合作联社", "农业", "收茶要现钱，回款三个月，流动资金不够。"),
    ("澄州启源电子有限公司", "电子", "技工招不到，熟练工都去了沿海。"),
    ("二桥食品加工厂", "食品", "消防验收排到下个月，设备到了不能开机。"),
    ("澄州安达物流有限公司", "物流", "园区道路限高，大车进不来，运费多一成。"),
    ("澄州绿能装备有限公司", "机械", "出口订单少了三成，库存压着资金。"),
    ("八渡竹业有限公司", "农业", "技改补贴申报了一年没有兑现。"),
)
TRADES = ("纺织", "机械", "电子", "食品")
PROBLEMS = (
    "贷款到期，银行要先还后贷。", "流动资金不够，授信额度太低。", "抵押物不够，融资难。",
    "回款慢，资金周转不过来。", "担保费太高，贷款成本下不来。", "银行抽贷，现金流断了。",
    "续贷手续多，资金断档。", "招不到技工。", "订单少了一半。", "消防验收排队。", "补贴没兑现。",
    "运费太贵，物流不便。", "工人返岗不齐，用工紧张。", "客户压货款，市场没起色。",
    "用电容量不够。", "厂房租金涨了。", "技改补贴申报难。", "出口订单取消。", "社保负担重，员工留不住。",
    "合同纠纷，货款拖欠打官司。",
)  # fmt: skip


def do(table: str, verb: str, seat: Seat, case: object, **data: object) -> object:
    return REGISTRY[(table, verb)](seat, case.pk, **data)  # type: ignore[attr-defined]


class Hands:
    """The seats that work in this room."""

    def __init__(self, city: Body) -> None:
        people = Actor.objects.filter(committee=city.committee, account__isnull=False)
        by_name = {p.account.username: p for p in people.select_related("account", "committee")}  # type: ignore[union-attr]
        self.member = seat_of(by_name["weiyuan"])
        self.editor = seat_of(by_name["xinxi"])
        self.organiser = seat_of(by_name["zhuanwei"])
        self.leader = seat_of(by_name["fuzhuxi"])
        self.unit = seat_of(by_name["caizheng"])
        self.others = [seat_of(m) for m in city.members[20:44]]


def fill(city: Body, counties: list[Body]) -> None:
    """Everything this room shows."""
    hands = Hands(city)
    notes(city, hands)
    citizens(city, hands)
    firms(city, hands)
    survey(city, hands)
    charges(city, hands)
    leads(city, hands)


def picture(text: str) -> SimpleUploadedFile:
    """A drawn picture that says it is one."""
    sheet = Image.new("RGB", (640, 420), (38, 50, 62))
    draw = ImageDraw.Draw(sheet)
    for x in range(60, 640, 140):
        draw.rectangle((x, 90, x + 8, 400), fill=(96, 108, 118))
        draw.ellipse((x - 14, 66, x + 22, 96), fill=(120, 116, 90) if x % 280 else (226, 205, 130))
    out = io.BytesIO()
    sheet.save(out, "JPEG")
    return SimpleUploadedFile(f"{text}.jpg", out.getvalue(), "image/jpeg")


def notes(city: Body, hands: Hands) -> None:
    """Members' notes, driven to the state each is to show."""
    made: dict[str, Voice] = {}
    ready: list[Voice] = []
    for n, (title, text, cause, asks, area, state) in enumerate(NOTES):
        if state == "merged":
            continue  # made and merged where its lead is brought on
        author = hands.member if n in (0, 2, 6, 9, 14) else hands.others[n]
        voice = start(author, client_key=f"demo-{n}")
        told = n % 3 == 0
        voice = REGISTRY[("voice", "edit")](
            author, voice.pk, secrecy="open",
            fields={"kind": "report", "title": title, "text": text, "analysis": cause,
                    "suggestion": asks, "area": area, "from_others": told},
            source_name="示例群众" if told else "", source_contact="0000-0000000" if told else "",
        )  # fmt: skip
        if n in (0, 7):
            add_photo(author, voice.pk, picture("巷口"))
        voice = do("voice", "submit", author, voice)  # type: ignore[assignment]
        made[title] = voice
        drive(hands, author, voice, title, text, cause, asks, state, made, ready)
        back(voice, days=26 - n)
    print_issues(hands, ready)
    research(city, hands)
    draft = start(hands.member, client_key="demo-draft")
    REGISTRY[("voice", "edit")](
        hands.member, draft.pk, secrecy="open",
        fields={"kind": "report", "text": "菜市场电子秤复检的贴纸都过期了，"},
    )  # fmt: skip
    rising(hands)


def drive(
    hands: Hands, author: Seat, voice: Voice, title: str, text: str, cause: str, asks: str, state: str,
    made: dict[str, Voice], ready: list[Voice],
) -> None:  # fmt: skip
    """By the verbs, as far as wanted."""
    editor = hands.editor
    if state == "received":
        return
    if state == "kept":
        do("voice", "not_use", editor, voice, reason_code="personal", words="已转街道调解。")
        return
    if state == "converted":
        do("voice", "turn_to_topic", editor, voice, title="老旧电梯更新的钱从哪里来")
        return
    do("voice", "screen", editor, voice)
    if state == "screened":
        return
    body = f"{text}\n反映认为，{cause}\n建议：{asks.replace(chr(10), '')}"
    do(
        "voice",
        "edit_text",
        editor,
        voice,
        title=f"关于解决{title}问题的建议"[:60],
        text=body,
        class_code="society",
    )
    if state == "editing":
        return
    if title == "老城背街小巷路灯无人报修":
        for late in NOTES[11:13]:
            seat = hands.others[9 + NOTES.index(late)]
            other = start(seat, client_key=f"demo-m-{late[0]}")
            REGISTRY[("voice", "edit")](
                seat,
                other.pk,
                secrecy="open",
                fields={"kind": "report", "title": late[0], "text": late[1], "area": late[4]},
            )
            do("voice", "submit", seat, other)
            do("voice", "merge_into", editor, other, lead=voice.pk)
            back(other, days=25)
    voice = do("voice", "ask_consent", editor, voice)  # type: ignore[assignment]
    if state == "consenting":
        return
    seats = {s.person_id: s for s in (hands.member, *hands.others)}
    for consent in voice.consents.all():
        do("voice", "agree", seats[consent.person_id], voice)
    if state == "agreed":
        return
    do("voice", "sign_off", hands.leader, voice)
    if state != "signed":
        ready.append(voice)


def print_issues(hands: Hands, ready: list[Voice]) -> None:
    """Two issues out, adoptions recorded, one answered back and closed."""
    editor, day = hands.editor, today()
    for rows, kind in ((ready[:3], Issue.Kind.PERIODICAL), (ready[3:], Issue.Kind.SPECIAL)):
        issue = start_issue(editor, kind=kind, items=[v.pk for v in rows])
        do("issue", "print_issue", editor, issue)
        do(
            "issue",
            "send_out",
            editor,
            issue,
            to=["市委办公室", "市政府办公室"],
            level="city",
            on=day,
        )
    first, second = ready[0], ready[1]
    do("voice", "record_adoption", editor, first, level="city", form="single", outcome="instructed",
       by_whom="分管副市长", on=day, words="请城管局会同各区理清归属，月底前报结果。")  # fmt: skip
    do("voice", "record_adoption", editor, first, level="province", form="combined", outcome="used",
       by_whom="省政协信息处", on=day)  # fmt: skip
    do("voice", "answer_back", editor, first, text="城管局已把三条巷子的路灯划归路灯所，坏灯已换。")
    do("voice", "close", editor, first)
    mark_excellent(editor, first.pk)
    do("voice", "record_adoption", editor, second, level="city", form="single", outcome="used",
       by_whom="市委办公室", on=day)  # fmt: skip


def research(city: Body, hands: Hands) -> None:
    """A micro-research of six firms with anonymised interviews."""
    voice = start(hands.member, kind="research", client_key="demo-research")
    said = (
        ("一家 30 人的纺织厂", "续贷要先还后贷"), ("一家 80 人的机械厂", "租的厂房不能抵押"),
        ("一家合作社", "回款三个月"), ("一家食品厂", "消防验收排队"), ("一家电子厂", "技工难招"),
        ("一家物流公司", "园区限高"),
    )  # fmt: skip
    voice = REGISTRY[("voice", "edit")](
        hands.member, voice.pk, secrecy="open",
        fields={"kind": "research", "title": "六家小厂的钱卡在哪里", "question": "小厂缺的是贷款，还是续贷的那几天",
                "method": "走访六家，各谈四十分钟", "text": "六家里三家说的是续贷的几天，不是贷不到。",
                "analysis": "先还后贷要过桥。", "suggestion": "推广无还本续贷，名单制先行。", "area": "全市"},
        interviews=[{"who": who, "way": "面谈", "note": note, "finding": "续贷衔接" if n < 3 else "其他"}
                    for n, (who, note) in enumerate(said)],
    )  # fmt: skip
    do("voice", "submit", hands.member, voice)


def rising(hands: Hands) -> None:
    """One theme that rises over the last three weeks."""
    for n, place in enumerate(("一江区", "二桥区", "三塘区", "四泉县", "一江区", "七星湖区")):
        seat = hands.others[n + 14]
        voice = start(seat, client_key=f"demo-rise-{n}")
        REGISTRY[("voice", "edit")](
            seat, voice.pk, secrecy="open",
            fields={"kind": "report", "title": f"{('预付卡', '健身预付卡', '理发店预付卡', '培训班预付卡', '洗车预付卡', '游泳馆预付卡')[n]}退不了钱",
                    "text": "店关了，卡里的钱退不了，几十户都一样。", "area": place},
        )  # fmt: skip
        do("voice", "submit", seat, voice)
        back(voice, days=n * 3)


def back(voice: Voice, days: int) -> None:
    """The day it came, set back; a few then show their limits."""
    at = timezone.now() - timedelta(days=days, hours=days % 7)
    Voice.objects.filter(pk=voice.pk).update(submitted_at=at)
    Clock.objects.filter(about_type="voice", about_id=voice.pk, kind="screen", met_on=None).update(
        due_on=today() + timedelta(days=5 - days % 9)
    )


def citizens(city: Body, hands: Hands) -> None:
    """Without account, by phone, and an anonymous one that names a person."""
    for n, (text, area, state) in enumerate(CITIZENS):
        voice = receive(
            nobody(city.committee.pk), kind="matter", secrecy="open", fields={"text": text, "area": area},
            source_name="示例居民" if n else "", source_contact="0000-1111111" if n else "",
            client_key=f"demo-citizen-{n}",
        )  # fmt: skip
        if state == "answered":
            do(
                "voice",
                "answer_matter",
                hands.editor,
                voice,
                text="城管局已把开门时间提前到五点半。",
            )
        if state == "converted":
            do("voice", "turn_to_task", hands.editor, voice, owner=city.units["minzheng"].pk
               if "minzheng" in city.units else next(iter(city.units.values())).pk,
               title="核实高龄补贴停发并补发", due_on=today() + timedelta(days=20))  # fmt: skip
    receive(
        hands.editor, kind="matter", secrecy="open", channel="call",
        fields={"text": "来电说，体育公园的饮水机三个月没出水。", "area": "二桥区"},
        source_name="示例来电人", source_contact="0000-2222222", client_key="demo-call",
    )  # fmt: skip
    receive(
        nobody(city.committee.pk), kind="matter", secrecy="open",
        fields={"text": "某街道王科长收了商户的好处，摊位都给了熟人。", "area": "一江区"},
        client_key="demo-anonymous",
    )  # fmt: skip


def firms(city: Body, hands: Hands) -> None:
    """Cases in every state: one reopened by the firm, three alike."""
    unit = city.units["caizheng"].pk
    states = (
        "again",
        "closed",
        "answered",
        "handling",
        "received",
        "received",
        "handling",
        "answered",
    )
    classes = (
        "finance",
        "finance",
        "finance",
        "labour",
        "approval",
        "utilities",
        "market",
        "policy",
    )
    for (name, _, text), state, code in zip(FIRMS, states, classes, strict=True):
        firm = Actor.objects.create(committee=city.committee, kind=Actor.Kind.FIRM, name=name)
        voice = receive(
            hands.organiser, kind="difficulty", secrecy="open", channel="call",
            fields={"text": text, "firm": firm.pk, "area": "全市"}, client_key=f"demo-{name}",
        )  # fmt: skip
        if state == "received":
            continue
        do("difficulty", "hand_over", hands.organiser, voice, unit=unit, class_code=code)
        if state == "handling":
            continue
        do(
            "difficulty",
            "analyse",
            hands.unit,
            voice,
            cause="现行办法没有写清楚谁来认定。",
            options="名单制；一事一议。",
        )
        do(
            "difficulty",
            "answer",
            hands.unit,
            voice,
            result="solved",
            text="已协调有关单位，当周办妥。",
        )
        if state == "closed":
            do("difficulty", "firm_solved", hands.organiser, voice, note="办好了。")
        if state == "again":
            do("difficulty", "firm_not_solved", hands.organiser, voice, note="批了，额度只有一半。")


def survey(city: Body, hands: Hands) -> None:
    """Twenty firms asked and answered, one by a forwarded link."""
    made = start_survey(
        hands.organiser, title="委员企业复工复产摸底", ends_on=today() + timedelta(days=10),
        purpose="摸清复工和最难的事，汇总报市政府，用到本年底，由专委会保管。",
    )  # fmt: skip
    names = [f"{trade}示例{n}号企业" for n in range(1, 6) for trade in TRADES] + [
        "未填示例企业甲",
        "未填示例企业乙",
    ]
    made = do("survey", "invite_firms", hands.organiser, made, names="\n".join(names))  # type: ignore[assignment]
    assert isinstance(made, Survey)
    links = SurveyLink.objects.filter(survey=made).select_related("firm").order_by("id")
    by_name = {link.firm.name: link for link in links}
    for n, name in enumerate(names[:20]):
        answer_survey(
            city.committee.pk, by_name[name].public_code, device=f"demo-{n}", is_firm=True,
            fields={"work": ("full", "full", "part", "full", "part")[n % 5], "staff_back": str(70 + n),
                    "orders": ("down", "same", "down", "up")[n % 4], "cash": ("short", "months", "over")[n % 3],
                    "trade": name[:2], "problem": PROBLEMS[n]},
        )  # fmt: skip
    answer_survey(
        city.committee.pk, by_name[names[0]].public_code, device="demo-stranger", is_firm=False,
        fields={"work": "stopped", "problem": "别人转给我的链接。"},
    )  # fmt: skip
    do("survey", "remind_firms", hands.organiser, made)


def charges(city: Body, hands: Hands) -> None:
    """Three kinds in the hands of the leader with the demonstration account."""
    leader, office, day = hands.leader.person_id, hands.organiser, today()
    since = day - timedelta(days=200)
    for n, (name, _, _) in enumerate(FIRMS[:3]):
        row = add_charge(
            office, kind="firm", leader=leader, name=name, start=since, basis="本年包联分工"
        )
        note_visit(hands.leader, charge=row.pk, on=day - timedelta(days=(30, 85, 120)[n]),
                   note="看了车间，订单排到下月，反映资金和用工两件事。")  # fmt: skip
        if n == 0:
            record_consent(
                office,
                charge=row.pk,
                purpose="包联领导掌握生产情况",
                until=day + timedelta(days=200),
            )
            for back_by in (1, 2):
                month = (day.replace(day=1) - timedelta(days=30 * back_by)).replace(day=1)
                keep_health(
                    office,
                    charge=row.pk,
                    month=month,
                    work="八成",
                    staff="缺 6 人",
                    orders="比上年少一成",
                    cash="够三个月",
                )
    project = add_charge(
        office,
        kind="project",
        leader=leader,
        name="城东污水厂扩建",
        start=since,
        basis="省市重点项目",
    )
    unit = next(iter(city.units.values())).pk
    set_milestone(
        office,
        charge=project.pk,
        title="初设批复",
        planned_on=day - timedelta(days=90),
        done_on=day - timedelta(days=85),
    )
    set_milestone(
        office,
        charge=project.pk,
        title="土方完成",
        planned_on=day - timedelta(days=14),
        obstacle="两户未签协议",
        owner=unit,
    )
    set_milestone(office, charge=project.pk, title="设备进场", planned_on=day + timedelta(days=45))
    town = add_charge(
        office,
        kind="township",
        leader=leader,
        name="九岭县示例乡",
        start=since,
        every_days=60,
        basis="包联乡镇分工",
    )
    for kind, title, plan, done, measure in (
        ("aim", "人均可支配收入", "18000", "16200", "元"), ("project", "茶园提升", "1200", "860", "亩"),
        ("jobs", "公益岗位", "60", "57", "个"), ("funds", "衔接资金到位", "850", "600", "万元"),
        ("risk", "有返贫风险户（只记户数）", "0", "4", "户"),
    ):  # fmt: skip
        set_line(office, charge=town.pk, kind=kind, title=title, plan=plan, done=done, unit=measure,
                 source="乡镇月报", on=day - timedelta(days=20))  # fmt: skip


def leads(city: Body, hands: Hands) -> None:
    """A board with both sides and every stage."""
    day = today()
    held = {"consent_on": day - timedelta(days=30), "consent_until": day + timedelta(days=300)}
    rows = (
        ("offer", "technology", "高校有竹材防霉技术愿意转化", "agreed"),
        ("need", "technology", "竹业公司要竹材防霉技术", "contact"),
        ("offer", "capital", "一支产业基金想看县域冷链项目", "visit"),
        ("need", "project", "合作社要建茶叶冷链仓", "contact"),
        ("offer", "talent", "三位退休模具工程师愿意每月来一周", "landed"),
    )
    stages = {"visit": ("to_visit",), "agreed": ("to_visit", "to_agreement"),
              "landed": ("to_visit", "to_agreement", "to_landed")}  # fmt: skip
    for side, what, title, state in rows:
        lead = start_lead(
            hands.member, side=side, what=what, title=title, text=f"{title}，可以先见面谈。",
            conflict="无", contact_name="示例联系人", contact="0000-3333333", **held,
        )  # fmt: skip
        for verb in stages.get(state, ()):
            do("lead", verb, hands.member, lead, note="双方见面，谈定下一步。")
    assert hands.member.has(Role.MEMBER)
