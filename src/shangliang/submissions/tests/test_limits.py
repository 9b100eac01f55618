"""延期、暂停、催办: clocks are records, and a moved one keeps where it was."""

from datetime import timedelta

import pytest

from shangliang.engines.calendar import Span, due
from shangliang.journal.models import Event
from shangliang.notices.models import Notice
from shangliang.procedures.clocks import running
from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import calendar_of, today
from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.ask_extension import ask_extension
from shangliang.submissions.actions.grant_extension import grant_extension
from shangliang.submissions.actions.pass_check import pass_check
from shangliang.submissions.actions.pause import pause
from shangliang.submissions.actions.refuse_extension import refuse_extension
from shangliang.submissions.actions.resume import resume
from shangliang.submissions.actions.submit_reply import submit_reply
from shangliang.submissions.actions.urge import urge
from shangliang.submissions.models import Extension, Urge


@pytest.fixture
def row(city):
    return city.assignment(city.accepted(units=(("housing", "lead"),)), "housing")


def test_an_extension_moves_the_clock_only_when_granted(city, row):
    clock = running(row, "reply").get()
    ask_extension(city.seat("staff_housing"), row.pk, reason="需征求区县意见", by="1m")
    assert running(row, "reply").get().due_on == clock.due_on
    asked = Extension.objects.get(assignment=row)
    grant_extension(city.seat("supervisor"), row.pk)
    moved = running(row, "reply").get()
    assert moved.due_on == asked.until
    assert moved.first_due_on == clock.due_on
    event = Event.objects.get(verb="assignment.grant_extension")
    assert event.detail["due"] == clock.due_on.isoformat()
    asked.refresh_from_db()
    assert (asked.state, asked.granted_until) == ("granted", asked.until)


def test_the_whole_limit_is_counted_from_assignment(city, row):
    clock = running(row, "reply").get()
    last = due(clock.started_on, Span.parse("6m"), calendar_of(city.committee.pk)).on
    with pytest.raises(Refused, match="自交办起总期限不得超过6个月"):
        ask_extension(
            city.seat("staff_housing"), row.pk, reason="难", until=last + timedelta(days=1)
        )
    ask_extension(city.seat("staff_housing"), row.pk, reason="难", until=last)
    with pytest.raises(Refused, match="最晚可延到"):
        grant_extension(city.seat("supervisor"), row.pk, until=last + timedelta(days=30))


def test_only_one_extension_and_never_after_expiry(city, row):
    seat = city.seat("staff_housing")
    ask_extension(seat, row.pk, reason="难", by="10wd")
    with pytest.raises(Refused, match="等候答复"):
        ask_extension(seat, row.pk, reason="难", by="20wd")
    grant_extension(city.seat("supervisor"), row.pk)
    with pytest.raises(Refused, match="只许延期 1 次"):
        ask_extension(seat, row.pk, reason="难", by="20wd")
    Extension.objects.all().delete()
    running(row, "reply").update(due_on=today() - timedelta(days=1))
    with pytest.raises(Refused, match="须在到期前申请"):
        ask_extension(seat, row.pk, reason="难", by="20wd")


def test_a_refused_extension_leaves_the_clock_and_says_why(city, row):
    before = running(row, "reply").get().due_on
    ask_extension(city.seat("staff_housing"), row.pk, reason="难", by="10wd")
    with pytest.raises(Refused, match="请写明为什么"):
        refuse_extension(city.seat("supervisor"), row.pk, answer=" ")
    refuse_extension(city.seat("supervisor"), row.pk, answer="事项简单，请按期答复。")
    assert running(row, "reply").get().due_on == before
    assert Extension.objects.get().answer == "事项简单，请按期答复。"


@pytest.mark.parametrize("by", ["", "abc", "0wd"])
def test_a_span_that_cannot_be_read_is_refused_in_words(city, row, by):
    with pytest.raises(Refused, match="请选延到哪一天"):
        ask_extension(city.seat("staff_housing"), row.pk, reason="难", by=by)


def test_a_date_before_the_present_limit_gives_nothing(city, row):
    with pytest.raises(Refused, match="请选它以后的日子"):
        ask_extension(city.seat("staff_housing"), row.pk, reason="难", until=today())


def test_a_pause_gives_its_days_back(city, row):
    seat = city.seat("supervisor")
    pause(seat, row.pk, reason="等省里的办法出台")
    clock = running(row, "reply").get()
    assert clock.paused_on == today()
    with pytest.raises(Refused, match="没有在计"):
        pause(seat, row.pk, reason="再停")
    Clock.objects.filter(pk=clock.pk).update(paused_on=today() - timedelta(days=21))
    resume(seat, row.pk)
    moved = running(row, "reply").get()
    assert moved.paused_on is None
    assert moved.due_on >= clock.due_on + timedelta(days=21)


def test_a_reply_sent_in_a_pause_is_on_time(city):
    case = city.accepted(units=(("housing", "lead"),))
    row = city.assignment(case, "housing")
    reply = city.reply(case)
    pause(city.seat("supervisor"), row.pk, reason="等上级批复")
    Clock.objects.filter(about_type="assignment", about_id=row.pk, kind="reply").update(
        paused_on=today() - timedelta(days=40),
        due_on=today() - timedelta(days=10),
    )
    submit_reply(city.seat("staff_housing"), reply.pk)
    pass_check(city.seat("supervisor"), reply.pk)
    clock = Clock.objects.get(about_type="assignment", about_id=row.pk, kind="reply")
    assert clock.met_on is not None
    assert clock.met_on <= clock.due_on


def test_urging_tells_the_units_that_have_not_answered_and_counts(city):
    case = city.assigned()
    urge(city.seat("supervisor"), case.pk, note="领导批示请本周签收")
    urge(city.seat("clerk"), case.pk, units=[city.units["finance"].pk])
    assert Urge.objects.filter(submission=case).count() == 3
    first = Notice.objects.filter(to=city.people["staff_housing"], kind="proposal.urge").get()
    assert "领导批示请本周签收" in first.text
    event = Event.objects.filter(verb="proposal.urge").first()
    assert "领导" not in str(event.detail)


def test_there_is_nobody_to_urge_once_all_have_answered(city):
    case = city.accepted(units=(("housing", "each"), ("finance", "each")))
    reply = city.reply(case, "housing")
    submit_reply(city.seat("staff_housing"), reply.pk)
    pass_check(city.seat("supervisor"), reply.pk)
    with pytest.raises(Refused, match="没有需要催办的单位"):
        urge(city.seat("supervisor"), case.pk, units=[city.units["housing"].pk])
