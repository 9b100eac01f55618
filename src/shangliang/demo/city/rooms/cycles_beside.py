"""Beside the meetings: instructions and briefings, a study campaign, sittings, what is conveyed."""

from datetime import timedelta

from ....accounts.seats import seat_of
from ....cycles.actions.add_briefing import add_briefing
from ....cycles.actions.add_entry import add_entry
from ....cycles.actions.add_point import add_point
from ....cycles.actions.hold_briefing import hold_briefing
from ....cycles.actions.hold_sitting import hold_sitting
from ....cycles.actions.make_task import make_task
from ....cycles.actions.open_campaign import open_campaign
from ....cycles.actions.plan_sitting import plan_sitting
from ....cycles.actions.point_task import point_task
from ....cycles.actions.record_result import record_result
from ....cycles.actions.register_instruction import register_instruction
from ....cycles.actions.report_back import report_back
from ....cycles.actions.report_relay import report_relay
from ....cycles.actions.sheet_from_speech import sheet_from_speech
from ....cycles.actions.start_relay import start_relay
from ....cycles.models import Relay, Sitting, StudySheet
from ....documents.actions.take_in import take_in
from ....documents.models import Intake
from ....procedures.office_calendar import today
from ....procedures.seat import Seat
from ..bodies import Body
from . import speeches
from .documents import accept_certain_quietly, organiser


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
