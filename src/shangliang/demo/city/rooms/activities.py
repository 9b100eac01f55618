"""活动和履职 on the first start: a plenary with attendance, inspections with findings, a project, a
year of meetings, a study course, what comes next, and one member's record with points.

All made by the rooms' own verbs; afterwards the clock of what is over is set back.
"""

from datetime import date, timedelta

from django.utils import timezone

from ....activities.actions.accept_invitation import accept_invitation
from ....activities.actions.add_card import add_card
from ....activities.actions.add_chore import add_chore
from ....activities.actions.add_finding import add_finding
from ....activities.actions.add_note import add_note
from ....activities.actions.add_project_finding import add_project_finding
from ....activities.actions.answer_finding import answer_finding
from ....activities.actions.ask_in import ask_in
from ....activities.actions.ask_leave import ask_leave
from ....activities.actions.confirm_finding import confirm_finding
from ....activities.actions.credit import credit
from ....activities.actions.declare import declare
from ....activities.actions.deliver import deliver
from ....activities.actions.grant_leave import grant_leave
from ....activities.actions.hand_over import hand_over
from ....activities.actions.keep_version import keep_version
from ....activities.actions.list_checks import list_checks
from ....activities.actions.plan import plan_activity
from ....activities.actions.seat_people import seat_people
from ....activities.actions.see_check import see_check
from ....activities.actions.sign_up_guest import sign_up_guest
from ....activities.actions.start_project import start_project
from ....activities.actions.tick import tick
from ....activities.models import Activity, Attendance, Card, FieldNote, Finding
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ..bodies import Body
from .activities_deeds import causes, record
from .activities_scene import DAY, FAULTS, HOUR, MEETINGS, NOTES, SEEN, Scene, picture


def fill(city: Body, counties: list[Body]) -> None:
    """The whole year, then what comes."""
    scene = Scene(city)
    plenary(scene)
    year_of_meetings(scene)
    inspection(scene)
    supervision(scene)
    project(scene)
    coming(scene)
    record(scene)
    causes(scene)


def plenary(scene: Scene) -> None:
    """Four half days in January with leave, three phones' worth of ticks, and a quorum."""
    people = [scene.person, *scene.some]
    soon = timezone.now() + 60 * DAY
    starts = (0, 5.5, 24, 29.5)  # morning and afternoon of two days
    halves = [
        (f"第 {n} 个半天", soon + at * HOUR, soon + (at + 3) * HOUR)
        for n, at in enumerate(starts, 1)
    ]
    row = plan_activity(
        scene.office, kind="plenary", title="市政协全体会议", place="市大会堂",
        starts_at=soon, ends_at=soon + 2 * DAY, invitees=[p.pk for p in people], sittings=halves,
        text="四个半天：开幕、大会发言、联组讨论、闭幕。",
    )  # fmt: skip
    for person in scene.some[3:6]:
        own = Attendance.objects.get(activity=row, person=person)
        ask_leave(scene.seat(person), own.pk, reason="在外地参加上级会议，附通知。")
        grant_leave(scene.leader, own.pk, answer="同意")
    scene.back(row, scene.at(date(scene.day.year, 1, 13), 9), told=20)
    if row.starts_at > timezone.now():
        return
    for part in row.sittings.all():
        away = set(scene.rng.sample(range(6, len(people)), len(people) // 14)) | {4, 5, 6}
        came = [p.pk for n, p in enumerate(people) if n not in away]
        tick(
            scene.office,
            row.pk,
            people=came,
            sitting=part.pk,
            at=part.starts_at - timedelta(minutes=9),
        )
    scene.close(row, row.ends_at)


def year_of_meetings(scene: Scene) -> None:
    """Something each month; of the last one some were told too late."""
    for n, (kind, title, place) in enumerate(MEETINGS):
        day = scene.day - timedelta(days=18 + 29 * (len(MEETINGS) - 1 - n))
        people = [scene.person, *scene.rng.sample(scene.some, 34)]
        scene.held(kind, title, place, day, people, 0.86)
    missed = scene.held(
        "meeting", "数字经济专题会", "第二会议室", scene.day - 40 * DAY, scene.some[40:64], 0.9
    )
    late = Attendance.objects.filter(activity=missed, presences__isnull=True)
    late.update(told_at=missed.starts_at - DAY)  # told a day before: it does not count


def inspection(scene: Scene) -> None:
    """Cards of five members, merged into three suggestions (S-019)."""
    people = [scene.person, *scene.some[10:21]]
    row = scene.held(
        "inspection", "重点项目视察：城东污水处理厂", "城东", scene.day - 12 * DAY, people, 1
    )
    for n, (kind, text, place) in enumerate(SEEN):
        add_card(scene.seat(people[n]), row.pk, kind=kind, text=text, place=place)
    cards = list(Card.objects.filter(activity=row).order_by("pk").values_list("pk", flat=True))
    units = scene.city.units
    first = next(iter(units.values()))
    add_finding(
        scene.office,
        row.pk,
        kind="good",
        text="新站房用变频泵，噪声明显下降，可推广",
        cards=cards[:1],
    )
    add_finding(
        scene.office,
        row.pk,
        kind="suggestion",
        text="二楼参观通道补装扶手、统一台阶",
        cards=cards[1:3],
        unit=first.pk,
    )
    add_finding(
        scene.office,
        row.pk,
        kind="suggestion",
        text="进水监测数据上墙公开",
        cards=cards[3:4],
        unit=first.pk,
    )


def supervision(scene: Scene) -> None:
    """Three faults with photos: one mended and seen again, one answered, one a task."""
    people = [scene.person, *scene.some[20:30]]
    row = scene.held(
        "supervision", "大气污染防治监督性视察", "三县两区", scene.day - 45 * DAY, people, 1
    )
    add_card(scene.member, row.pk, kind="problem", text=FAULTS[0][0], place=FAULTS[0][1])
    mine = list(Card.objects.filter(activity=row).values_list("pk", flat=True))
    unit = next(iter(scene.unit.units))
    for n, (text, place, clause) in enumerate(FAULTS):
        add_finding(
            scene.office, row.pk, kind="problem", text=text, place=place, clause=clause, unit=unit, cards=() if n else mine,
            photo=picture(("#7a8b99", "#8a7f70", "#75808a")[n], "SAMPLE 1"),
        )  # fmt: skip
    list_checks(
        scene.office, activity=row.pk, source="市大气污染防治工作方案",
        lines="工地出入口设冲洗设施，车辆冲净上路\n裸土和物料覆盖\n加油站油气回收装置正常运行\n重点路段每日机扫",
    )  # fmt: skip
    swept = row.checks.get(order=4)
    see_check(scene.office, check=swept.pk, seen="good", note="抽看两条路，机扫记录齐全。")
    draft = keep_version(
        scene.office, kind="activity", pk=row.pk,
        advice="多数工地已有设施，问题在于用不用。建议部门把冲洗、覆盖列入每周抽查并公开结果。",
    )  # fmt: skip
    deliver(
        scene.office, kind="activity", pk=row.pk, version=draft.pk, to="leader",
        name="分管副市长", on=scene.day - 20 * DAY, way="专报",
    )  # fmt: skip
    found = list(Finding.objects.filter(activity=row).order_by("pk"))
    answer_finding(scene.unit, found[0].pk, text="已装冲洗槽，派专人登记车次。")
    confirm_finding(
        scene.office, found[0].pk, on=scene.day - 6 * DAY, seen="冲洗槽在用，抽看半小时出车十一辆，都冲洗了。",
        photo=picture("#5d8a6c", "SAMPLE 2"),
    )  # fmt: skip
    answer_finding(scene.unit, found[1].pk, text="已铺密目网，约九成覆盖。")
    hand_over(
        scene.office,
        found[2].pk,
        title="恢复加油站油气回收装置运行并每月自查",
        due_on=scene.day + 40 * DAY,
    )


def project(scene: Scene) -> None:
    """A question, notes of four days, two findings that open their notes (S-021)."""
    row = start_project(
        scene.office, title="产业园区技工从哪里来", leader=scene.person.pk,
        question="园区缺什么工种、缺多少；留不住的原因里，哪些是市里能改的？",
        starts_on=scene.day - 60 * DAY, ends_on=scene.day + 30 * DAY,
    )  # fmt: skip
    for n, (way, place, text) in enumerate(NOTES):
        add_note(
            scene.member, row.pk, text=text, on=scene.day - (50 - 9 * n) * DAY, place=place, way=way
        )
    unit = next(iter(scene.unit.units))
    ask_in(scene.office, row.pk, who=unit, role="unit")
    declare(scene.unit, row.pk, interest="没有")
    credit(scene.office, row.pk, partner=row.partners.get().pk, work="提供近三年登记的缺工数")
    notes = list(FieldNote.objects.filter(project=row).order_by("pk").values_list("pk", flat=True))
    add_project_finding(
        scene.office,
        row.pk,
        kind="problem",
        text="缺的主要是熟练技工，流失去向集中在邻市",
        notes=notes[:2],
    )
    add_project_finding(
        scene.office,
        row.pk,
        kind="suggestion",
        text="末班公交延后一小时、园区子女入学划片，可先做",
        notes=notes[2:3],
    )
    for changed, advice in (
        ("", "先把留不住的原因和市里能改的事分开。"),
        ("写进三家企业核对后的缺工数", "先做公交和入学两件事，一年后再看工资差距。"),
    ):
        draft = keep_version(
            scene.office, kind="project", pk=row.pk, advice=advice, changed=changed
        )
    deliver(
        scene.office, kind="project", pk=row.pk, version=draft.pk, to="unit",
        name="市人力资源和社会保障局", on=scene.day - 3 * DAY, way="公文",
    )  # fmt: skip


def coming(scene: Scene) -> None:
    """One to sign in to now, two to answer, one to sign up for, one draft with chores."""
    now = timezone.now()
    room = scene.some[:24]
    people = [scene.person, *room]

    def plan(kind: str, title: str, place: str, days: float, **more: object) -> Activity:
        start = scene.at(scene.day + timedelta(days=int(days)), 14, 30)
        data = {"starts_at": start, "ends_at": start + 3 * HOUR} | more
        row: Activity = plan_activity(scene.office, kind=kind, title=title, place=place, **data)
        return row

    soon = plan("meeting", "提案办理协商座谈会", "301 会议室", 4, invitees=[p.pk for p in people])
    asking = Attendance.objects.get(activity=soon, person=room[1])
    ask_leave(scene.seat(room[1]), asking.pk, reason="当天单位审计进场，须在场。")
    for person in room[2:12]:
        accept_invitation(
            scene.seat(person), Attendance.objects.get(activity=soon, person=person).pk
        )
    plan(
        "research",
        "托育机构用电用气价格调研",
        "二桥区",
        9,
        invitees=[p.pk for p in people[:9]],
        text="看三家机构，开一次座谈。",
    )
    walk = plan("culture", "老城门楼文史走读", "南门集合", 12, open_to="public", capacity=40)
    REGISTRY[("activity", "open_up")](scene.office, walk.pk)
    for name, heads in (("小陈", 2), ("退休的马老师", 1), ("一家人", 3)):
        sign_up_guest(Seat(committee_id=walk.committee_id), walk.pk, name=name, people=heads)
    upper = plan(
        "visit",
        "配合省政协视察团来市",
        "高铁站接站",
        7,
        text="上级活动，我市配合：材料、路线、人员。",
    )
    for days, text in ((2, "汇报材料定稿"), (4, "路线踏勘"), (6, "接站名单和车辆")):
        add_chore(
            scene.office, upper.pk, text=text, due_on=scene.day + days * DAY, person_name="办公室"
        )
    live = plan_activity(
        scene.office, kind="meeting", title="今天：委员接待日", place="一楼接待室",
        starts_at=now + 20 * DAY, ends_at=now + 20 * DAY + 8 * HOUR, invitees=[p.pk for p in people],
    )  # fmt: skip
    scene.back(live, now - timedelta(minutes=20))
    lines = "\n".join(
        f"{p.code}，第{'一二三'[n % 3]}组，{n + 1}" for n, p in enumerate(room) if p.code
    )
    seat_people(scene.office, live.pk, lines=lines)
    tick(scene.office, live.pk, people=[p.pk for p in room[:15]], at=now - timedelta(minutes=12))
