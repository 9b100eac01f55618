"""Firms on the first start: difficulties in every state, a survey, charges, leads."""

from datetime import timedelta

from ....actors.models import Actor
from ....procedures.office_calendar import today
from ....procedures.seat import Role
from ....voices.actions.add_charge import add_charge
from ....voices.actions.agree_plan import agree_plan
from ....voices.actions.answer_survey import answer_survey
from ....voices.actions.keep_health import keep_health
from ....voices.actions.note_visit import note_visit
from ....voices.actions.receive import receive
from ....voices.actions.record_consent import record_consent
from ....voices.actions.set_line import set_line
from ....voices.actions.set_milestone import set_milestone
from ....voices.actions.set_plan import set_plan
from ....voices.actions.start_lead import start_lead
from ....voices.actions.start_survey import start_survey
from ....voices.models import Survey, SurveyLink
from ..bodies import Body
from .voices_hands import Hands, do
from .voices_texts import FIRMS, PROBLEMS, TRADES


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
    set_plan(office, charge=town.pk, what="茶园提升改造", ours="请农技委员每季来两天", theirs="统一苗木、组织农户",
             due_on=day + timedelta(days=60), unit=unit)  # fmt: skip
    set_plan(office, charge=town.pk, what="公益岗位上岗", ours="协调三家委员企业出岗位", theirs="核对名单、送岗到户",
             due_on=day - timedelta(days=30), done_on=day - timedelta(days=35), result="57 人上岗")  # fmt: skip
    agree_plan(office, charge=town.pk, on=day - timedelta(days=150), whom="九岭县示例乡政府")


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
