"""A whole cycle: notice, reports checked, meeting, speech, tasks, and the next meeting's first page."""

import html
import re

import pytest

from shangliang.cycles.actions.draft_call import draft_call
from shangliang.cycles.actions.edit_call import edit_call
from shangliang.cycles.actions.hand_in import hand_in
from shangliang.cycles.actions.hold import hold
from shangliang.cycles.actions.judge_measure import judge_measure
from shangliang.cycles.actions.overrule import overrule
from shangliang.cycles.actions.remark import remark
from shangliang.cycles.actions.send import send
from shangliang.cycles.actions.send_back import send_back
from shangliang.cycles.actions.take import take
from shangliang.notices.models import Notice
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .reports import REPORT, handed, handin


def test_a_report_that_leaves_out_a_content_is_marked_before_the_meeting(city, call):
    row = handed(call, city)
    said = {c.content.name: c for c in row.covered.select_related("content")}
    assert said["5G项目"].state == "missing"
    assert said["主要经济指标"].state == "answered"
    assert "生产总值增长2.1%" in said["主要经济指标"].passage
    assert said["主要经济指标"].first == 2
    assert (row.missing, row.version, row.state) == (1, 1, "handed")


def test_a_person_overrules_the_check_and_the_same_passage_keeps_that(city, call):
    row = handed(call, city)
    content = row.covered.get(content__name="5G项目").content_id
    overrule(city.seat("clerk"), row.pk, content=content, state="answered", why="附件里有")
    assert handin(call, city).missing == 0
    hand_in(city.seat("staff_housing"), row.pk, text=REPORT + "附：表一。")
    again = handin(call, city)
    assert again.covered.get(content_id=content).state == "answered"
    assert again.version == 2
    hand_in(city.seat("staff_housing"), row.pk, text=REPORT + "三、5G项目\n已建成5G基站。")
    fresh = handin(call, city).covered.get(content_id=content)
    assert (fresh.said, fresh.state) == ("", "thin")


def test_a_measure_that_lacks_who_when_how_much_is_shown_and_a_person_marks_it(city, call):
    row = handed(call, city)
    vague = row.vague_measures.get(text__contains="进一步加强企业服务")
    assert vague.lacks == ["who", "when", "much"]
    assert not row.vague_measures.filter(text__contains="新引进项目3个").exists()
    before = row.vague
    judge_measure(city.seat("clerk"), row.pk, measure=vague.pk, verdict="fine")
    assert handin(call, city).vague == before - 1


def test_a_report_goes_back_with_what_it_lacks_and_is_then_taken(city, call):
    row = handed(call, city)
    send_back(city.seat("supervisor"), row.pk, note="请补充：5G项目。")
    assert Notice.objects.filter(
        to=city.people["staff_housing"], text__contains="退回补充"
    ).exists()
    handed(call, city)
    take(city.seat("supervisor"), row.pk)
    with pytest.raises(Refused, match="已收"):
        hand_in(city.seat("staff_housing"), row.pk, text=REPORT)


def test_remarks_stay_one_beside_the_other(city, call):
    row = handed(call, city)
    remark(city.seat("organiser"), row.pk, text="举措太虚。", concrete=2)
    remark(city.seat("organiser"), row.pk, text="补过以后实了。", concrete=4)
    assert [r.marks for r in row.remarks.all()] == [{"concrete": 4}, {"concrete": 2}]
    with pytest.raises(Refused, match="1 到 5"):
        remark(city.seat("organiser"), row.pk, text="", clear=9)


def test_a_unit_hands_in_its_own_report_only(city, call):
    with pytest.raises(Refused, match="只有汇报单位"):
        hand_in(city.seat("staff_finance"), handin(call, city).pk, text=REPORT)


def test_after_the_notice_is_closed_nothing_is_handed_in(city, call):
    hold(city.seat("supervisor"), call.pk, held_on=today())
    with pytest.raises(Refused, match="不收汇报"):
        hand_in(city.seat("staff_housing"), handin(call, city).pk, text=REPORT)


def test_a_notice_without_contents_is_not_sent(city):
    row = draft_call(
        city.seat("clerk"), kind="meeting", title="会", due_on=today(), meeting_on=today(),
        units=[city.units["housing"].pk],
    )  # fmt: skip
    with pytest.raises(Refused, match="必报内容"):
        send(city.seat("clerk"), row.pk)


def test_a_unit_that_handed_in_is_not_dropped_from_the_notice(city, call):
    handed(call, city)
    with pytest.raises(Refused, match="已经交了"):
        edit_call(
            city.seat("clerk"), call.pk, title="会", due_on=call.due_on, meeting_on=call.meeting_on,
            units=[city.units["finance"].pk],
        )  # fmt: skip


def test_a_speech_taken_in_from_a_meeting_carries_its_day(city, call, client):
    hold(city.seat("supervisor"), call.pk, held_on=today())
    client.force_login(city.account("supervisor"))
    (way,) = re.findall(
        r'href="(/documents/new/[^"]+)"', client.get(f"/calls/{call.pk}/").content.decode()
    )
    form = client.get(html.unescape(way)).context["form"]
    assert str(form["given_on"].value()) == today().isoformat()
