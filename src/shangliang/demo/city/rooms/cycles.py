"""One whole cycle of meetings (县长会): the last meeting's tasks, this one's notice and reports.

Demonstration 2 of the catalogue as far as it is this room's, and the instruction of demonstration 1.
"""

from datetime import timedelta

from ....accounts.seats import seat_of
from ....actors.models import Actor
from ....cycles.actions.calls import draft_call, finish, hold, send
from ....cycles.actions.handins import hand_in, remark, send_back
from ....cycles.actions.instructions import (
    add_briefing,
    hold_briefing,
    make_task,
    register_instruction,
    report_back,
)
from ....cycles.actions.relays import report_relay, start_relay
from ....cycles.actions.sittings import add_point, hold_sitting, plan_sitting, point_task
from ....cycles.actions.study import add_entry, open_campaign, record_result, sheet_from_speech
from ....cycles.actions.suggestions import answer, give, mark, merge, raise_suggestion
from ....cycles.models import Call, Handin, Relay, Sitting, StudySheet
from ....documents.actions.extract_verbs import accept, hand_over, park
from ....documents.actions.intake_verbs import accept_certain, close
from ....documents.actions.take_in import take_in
from ....documents.models import Extract, Intake
from ....documents.readings.units import units_of
from ....procedures.office_calendar import today
from ....procedures.seat import Seat
from ....tasks.actions.accept_task import accept_task
from ....tasks.actions.report_done import report_done
from ....tasks.actions.report_progress import report_progress
from ....tasks.actions.verify import verify
from ....tasks.models import Task
from ..bodies import COUNTIES, Body
from . import speeches
from .documents import organiser

SERIES = "县（市、区）长座谈会"
CONTENTS = [
    {"name": "主要经济指标完成情况", "words": ["指标", "增长"], "figures": True},
    {"name": "重点项目建设情况", "words": ["项目"], "figures": True},
    {"name": "5G项目", "words": ["5G"], "figures": True},
    {"name": "存在的问题", "words": ["问题"]},
    {"name": "下一步打算", "words": ["下一步", "打算"]},
]


def fill(city: Body, counties: list[Body]) -> None:
    """The cycle, the registers beside it, a study campaign."""
    seat = seat_of(city.supervisors[0])
    places = [
        Actor.objects.get_or_create(committee=city.committee, kind=Actor.Kind.COUNTY, name=name)[0]
        for name in COUNTIES
    ]
    last_meeting(city, seat, places)
    this_meeting(city, seat, places)
    registers(city, seat)
    study(city)
    sittings(city, seat)
    relays(city, seat)


def last_meeting(city: Body, seat: Seat, places: list[Actor]) -> None:
    """Held, its speech read to the end, its tasks on the board."""
    day = today()
    call = draft_call(
        seat, kind="meeting", title="县（市、区）长上半年座谈会", series=SERIES, due_on=day,
        meeting_on=day, place="市政府第一会议室", contents=CONTENTS[:2], units=[p.pk for p in places],
    )  # fmt: skip
    send(seat, call.pk)
    for n, place in enumerate(places):
        row = Handin.objects.get(committee_id=seat.committee_id, call=call, unit=place)
        words = report_of(place, n, five="").replace("比上半年", "比一季度")
        words = words.replace("前三季度", "上半年").replace("三季度", "上半年")
        hand_in(seat, row.pk, text=words)
    hold(seat, call.pk, held_on=day)
    text = take_in(
        seat, text=speeches.SPEECH_BEFORE, given_on=day - timedelta(days=96), about_type="call",
        about_id=call.pk,
    )  # fmt: skip
    accept_certain_quietly(seat, text)
    hand_over_all(seat, text)
    for row in text.extracts.filter(state__in=("open", "accepted"), soft=False):
        if row.state == "open":
            park(seat, row.pk)
    move_on(city, seat, call.pk)
    close(seat, text.pk)
    finish(seat, call.pk)
    # The sample begins in the past: the days of the meeting that was.
    Call.objects.filter(pk=call.pk, committee_id=seat.committee_id).update(
        due_on=day - timedelta(days=100),
        meeting_on=day - timedelta(days=96),
        held_on=day - timedelta(days=96),
    )


def move_on(city: Body, seat: Seat, call: int) -> None:
    """Some signed for, one done and verified: what the next meeting opens on is not all alike."""
    rows = Task.objects.filter(
        committee_id=seat.committee_id, case_type="call", case_id=call
    ).order_by("pk")
    for n, task in enumerate(rows):
        person = city.staff.get(task.owner_id)
        if person is None:
            continue
        unit = seat_of(person)
        accept_task(unit, task.pk)
        if n % 2 == 0:
            report_progress(unit, task.pk, text="已排出计划，正在逐项办。", percent=40 + 10 * n)
        if n == 0:
            report_done(unit, task.pk, text="清单和复工计划都已印发，在门户网站可查。")
            verify(seat, task.pk, how="抽查了三个项目，现场已经复工。")


def accept_certain_quietly(seat: Seat, text: Intake) -> None:
    if text.extracts.filter(certain=True, state="open", soft=False).exists():
        accept_certain(seat, text.pk)


def hand_over_all(seat: Seat, text: Intake) -> None:
    """Every task of a speech whose unit is known, by the mayor's word."""
    units = units_of(seat.committee_id)
    rows = Extract.objects.filter(
        committee_id=seat.committee_id, intake=text, kind="task", soft=False, state="open"
    )
    for n, row in enumerate(rows):
        lead, _ = units.several(list(row.data.get("lead") or []))
        if lead:
            hand_over(
                seat, row.pk, owner=lead[0], basis_by="市长", basis_kind="assigned",
                due_on=today() + timedelta(days=12 * n + 5),
            )  # fmt: skip


def report_of(place: Actor, n: int, five: str) -> str:
    """A county's report with figures of its own."""
    return speeches.REPORT.format(
        place=place.name, gdp=f"{4.1 + 0.4 * n:.1f}", fai=f"{2.0 + 0.9 * n:.1f}",
        ind=f"{5.6 - 0.5 * n:.1f}", ret=f"{5.0 + 0.3 * n:.1f}", n=20 + n, m=15 + n,
        share=70 + 2 * n, k=3 + n, five=five,
    )  # fmt: skip


def this_meeting(city: Body, seat: Seat, places: list[Actor]) -> None:
    """Sent; six reports in, one sent back, the others still owed; suggestions being answered."""
    day = today()
    call = draft_call(
        seat, kind="meeting", title="县（市、区）长三季度座谈会", series=SERIES,
        due_on=day + timedelta(days=3), meeting_on=day + timedelta(days=8), place="市政府第一会议室",
        contents=CONTENTS, units=[p.pk for p in places],
        text="请各县（市、区）对照必报内容准备书面汇报，发言不超过八分钟，多讲问题和办法。",
    )  # fmt: skip
    send(seat, call.pk)
    for n, place in enumerate(places[:6]):
        five = "" if n in (1, 4) else speeches.FIVE.format(b=40 + 13 * n, c=6 + n)
        words = report_of(place, n, five)
        row = Handin.objects.get(committee_id=seat.committee_id, call=call, unit=place)
        hand_in(seat, row.pk, text=words)
        if n == 1:
            send_back(seat, row.pk, note="请补充：5G项目。")
        if n in (0, 2):
            remark(
                seat, row.pk, text="数据清楚，问题说到了点上；举措再实一些，写清谁办、几时办。",
                clear=4, accurate=4, focus=3, concrete=2, targeted=3,
            )  # fmt: skip
    asks = [
        raise_suggestion(seat, unit=place.pk, call=call.pk, title=title, text=text)
        for place, title, text in (
            (places[0], "请为各县区增派规划编制人员", "规划编制任务重，本级只有两名专业人员。"),
            (places[3], "请市里统一支援规划编制力量", "外请团队费用高，周期长。"),
            (places[7], "请解决规划人手不足", "空间规划和专项规划同时推进，人手不够。"),
            (places[2], "请明确老旧小区改造资金的拨付时点", "资金到位后多久拨付，口径不一。"),
        )
    ]
    merge(seat, asks[1].pk, lead=asks[0].pk)
    merge(seat, asks[2].pk, lead=asks[0].pk)
    give(seat, asks[0].pk, addressee=city.units["fagai"].pk, due_on=day + timedelta(days=10))
    mark(seat, asks[0].pk, targeted=4)
    answer(
        seat_of(city.staff[city.units["fagai"].pk]), asks[0].pk,
        text="同意。年底前从市规划院抽调十名规划师，每个县（市、区）派驻一名，驻点一年，费用由市级承担。",
    )  # fmt: skip
    give(seat, asks[3].pk, addressee=city.units["caizheng"].pk, due_on=day + timedelta(days=7))
    text = take_in(seat, text=speeches.SPEECH, given_on=day, title="座谈会讲话（会前讨论稿）")
    for row in text.extracts.filter(kind="task", soft=False)[:2]:
        accept(seat, row.pk)


def registers(city: Body, seat: Seat) -> None:
    """Two instructions, one a task already; five briefings, two of them held."""
    day, units = today(), city.units
    housing = register_instruction(
        seat, leader="分管副市长", on=day - timedelta(days=9), matter="加装电梯后续管养的协商报告",
        text="议得实。请住建局牵头拿出管养办法，财政局算清账，一个月内报我。",
        units=[units["zhujian"].pk, units["caizheng"].pk], due_on=day + timedelta(days=21),
    )  # fmt: skip
    make_task(seat, housing.pk, title="拿出加装电梯管养办法", owner=units["zhujian"].pk)
    report_back(
        seat_of(city.staff[units["caizheng"].pk]), housing.pk,
        text="已测算：按每部每年六千元补助，三年共需一千二百万元，拟列入明年预算。",
    )  # fmt: skip
    basis = register_instruction(
        seat, leader="市长", on=day - timedelta(days=40), matter="重大工作向政协通报协商",
        text="请各位副市长就分管的重大工作，每年向政协通报并协商一次。",
        units=[units["zhengfuban"].pk], due_on=day - timedelta(days=2),
    )  # fmt: skip
    rows = [
        add_briefing(
            seat, matter=matter, leader=leader, due_on=day + timedelta(days=days), instruction=basis.pk
        )
        for matter, leader, days in (
            ("对外开放工作", "分管开放的副市长", -20),
            ("经济运行情况", "常务副市长", -6),
            ("教育资源布局", "分管教育的副市长", 12),
            ("城市更新计划", "分管城建的副市长", 26),
            ("乡村振兴进展", "分管农业的副市长", -1),
        )
    ]  # fmt: skip
    hold_briefing(
        seat, rows[0].pk, held_on=day - timedelta(days=22),
        opinions="建议把口岸通关时间公开，请企业打分。", answer="已采纳，通关时间按月公布。",
    )  # fmt: skip
    hold_briefing(
        seat,
        rows[1].pk,
        held_on=day - timedelta(days=7),
        opinions="建议把中小企业回款作为一项指标。",
    )


def study(city: Body) -> None:
    """A sheet of five gaps and four measures, one made from a speech, one empty."""
    seat, day = organiser(city), today()
    units = [city.units[k].pk for k in ("zhengxieban", "zhujian", "minzheng")]
    row = open_campaign(
        seat, title="“强使命、找差距、明举措、勇担当”集中研讨", preset="four", units=units,
        due_on=day + timedelta(days=5), review_on=day + timedelta(days=90),
    )  # fmt: skip
    sheet = StudySheet.objects.get(committee_id=seat.committee_id, campaign=row, unit_id=units[1])
    add_entry(seat, sheet.pk, step=0, text="把群众的房子管好、用好")
    gaps = [
        add_entry(seat, sheet.pk, step=1, text=words)
        for words in (
            "调查研究不够深入",
            "改造资金支出慢，个别小区停工",
            "电梯装了没人管",
            "答复里写“研究推进”的多，写日期的少",
            "群众评价没有用起来",
        )
    ]
    for gap, words, days in zip(
        gaps,
        ("每人每月到小区一天", "逐个小区排出支付计划", "印发管养办法", "答复逐条写时限"),
        (30, 20, 60, 10),
        strict=False,
    ):
        made = add_entry(
            seat, sheet.pk, step=2, text=words, answers=gap.pk, due_on=day + timedelta(days=days)
        )
        if days == 10:
            record_result(seat, made.pk, result="新送的答复都写了时限")
    speech = take_in(seat, text=speeches.STUDY, kind=Intake.Kind.SHEET, title="办公室研讨发言")
    accept_certain_quietly(seat, speech)
    sheet_from_speech(seat, campaign=row.pk, unit=units[0], intake=speech.pk, part=1)


def sittings(city: Body, seat: Seat) -> None:
    """The party group heard with two decisions given out; a centre-group session still being prepared."""
    day = today()
    heard: Sitting = plan_sitting(
        seat, kind="hearing", title="市委听取市政协党组上半年工作汇报", on=day - timedelta(days=18),
        place="市委会议室", host="市委主要负责同志",
        readings="市政协党组上半年工作汇报\n年度协商计划执行情况",
    )  # fmt: skip
    for words in ("协商成果办理列入督查事项", "县（市、区）政协办公经费按标准保障"):
        add_point(seat, heard.pk, kind="ask", text=words, speaker="市政协党组")
    hold_sitting(seat, heard.pk)
    add_point(
        seat, heard.pk, kind="said", speaker="市委主要负责同志",
        text="协商议政要盯住年初定的事，一件一件看见效。",
    )  # fmt: skip
    given = (
        ("协商成果办理情况每季度通报一次", "zhengfuban", 40),
        ("核定县级政协办公经费标准并列入下年预算", "caizheng", 60),
    )
    for words, unit, days in given:
        point = add_point(seat, heard.pk, kind="decision", text=words, speaker="市委主要负责同志")
        point_task(
            seat, heard.pk, point=point.pk, owner=city.units[unit].pk,
            due_on=day + timedelta(days=days),
        )  # fmt: skip
    plan_sitting(
        seat, kind="study", title="理论学习中心组专题学习：基层协商", on=day + timedelta(days=9),
        place="市政协二楼会议室", host="市政协主要负责同志",
        readings="关于推进协商议事向基层延伸的意见\n本市协商议事室一年情况",
    )  # fmt: skip


def relays(city: Body, seat: Seat) -> None:
    """One meeting conveyed: two units in full, one with people left, one silent."""
    keys = ("zhujian", "minzheng", "caizheng", "zhengxieban")
    units = [city.units[k] for k in keys if k in city.units]
    row: Relay = start_relay(
        seat, title="传达市委听取政协党组汇报会议精神", due_on=today() + timedelta(days=3),
        units=[u.pk for u in units], text="传达到全体干部，联系本单位承办的协商成果说清下一步。",
    )  # fmt: skip
    told = (
        (0, "党组（扩大）会", 46, 46, "", "三项协商成果逐项定了时限"),
        (1, "机关干部会", 38, 35, "外出培训 3 人，下周补课", "议事室建设列入周调度"),
        (3, "机关支部会", 52, 52, "", "按季度通报办理情况"),
    )
    for n, how, wanted, reached, missing, linked in told:
        if n < len(units):
            report_relay(
                seat, row.pk, unit=units[n].pk, on=today() - timedelta(days=2), how=how,
                wanted=wanted, reached=reached, missing=missing, linked=linked,
            )  # fmt: skip
