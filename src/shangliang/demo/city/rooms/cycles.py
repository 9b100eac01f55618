"""One whole cycle of meetings (县长会): the last meeting's tasks, this one's notice and reports.

Demonstration 2 of the catalogue as far as it is this room's, and the instruction of demonstration 1.
"""

from datetime import date, timedelta

from ....accounts.seats import seat_of
from ....actors.models import Actor
from ....cycles.actions.answer import answer
from ....cycles.actions.draft_call import draft_call
from ....cycles.actions.finish import finish
from ....cycles.actions.give import give
from ....cycles.actions.hand_in import hand_in
from ....cycles.actions.hold import hold
from ....cycles.actions.mark import mark
from ....cycles.actions.merge import merge
from ....cycles.actions.raise_suggestion import raise_suggestion
from ....cycles.actions.remark import remark
from ....cycles.actions.send import send
from ....cycles.actions.send_back import send_back
from ....cycles.models import Call, Handin
from ....documents.actions.accept import accept
from ....documents.actions.close import close
from ....documents.actions.hand_over import hand_over
from ....documents.actions.park import park
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
from .cycles_agenda import agenda
from .cycles_beside import registers, relays, sittings, study
from .documents import accept_certain_quietly

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
    agenda(city, seat)


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
    spoken = day - timedelta(days=96)
    text = take_in(
        seat, text=speeches.SPEECH_BEFORE.format(*days_named(spoken)), given_on=spoken,
        about_type="call", about_id=call.pk,
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


# In how many days the tasks of the last meeting are due, as its speech says them.
DUE_IN = (5, 17, 29, 41, 53)


def days_named(spoken: date) -> list[str]:
    """Those days as one says them in the year of the speech: 12月4日, 明年1月15日."""
    days = (today() + timedelta(days=n) for n in DUE_IN)
    return [("明年" if d.year > spoken.year else "") + f"{d.month}月{d.day}日" for d in days]


def hand_over_all(seat: Seat, text: Intake) -> None:
    """Every task of a speech whose unit is known, by the mayor's word, due as the speech says."""
    units = units_of(seat.committee_id)
    rows = Extract.objects.filter(
        committee_id=seat.committee_id, intake=text, kind="task", soft=False, state="open"
    )
    for row in rows:
        lead, _ = units.several(list(row.data.get("lead") or []))
        if lead:
            due = date.fromisoformat(str(row.data["due"]).split("/")[-1])
            hand_over(
                seat, row.pk, owner=lead[0], basis_by="市长", basis_kind="assigned", due_on=due
            )


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
