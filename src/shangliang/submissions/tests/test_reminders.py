"""提醒: computed from "not yet sent"; told once; paused clocks are passed."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from shangliang.notices.models import Notice
from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.procedures.reminders import remind_all
from shangliang.submissions.actions.circulate import circulate
from shangliang.submissions.actions.submit_reply import submit_reply


def due(days, **which):
    Clock.objects.filter(**which).update(due_on=today() + timedelta(days=days))


def told(city, kind="clock."):
    rows = Notice.objects.filter(kind__startswith=kind).values_list("to__name", "kind")
    names = {actor.name: key for key, actor in city.people.items()}
    return sorted((names[name], kind) for name, kind in rows)


@pytest.fixture
def case(city):
    found = city.accepted(units=(("housing", "lead"),))
    Notice.objects.all().delete()
    Clock.objects.filter(dropped_on__isnull=True).update(due_on=today() + timedelta(days=365))
    return found


def test_nothing_is_said_before_the_rulebook_s_days(city, case):
    assert remind_all() == 0


def test_near_tells_the_unit_once_and_late_tells_the_office_too(city, case):
    due(5, kind="reply")
    assert remind_all() == 1
    assert remind_all() == 0
    assert told(city) == [("head_housing", "clock.near"), ("staff_housing", "clock.near")]
    due(-1, kind="reply")
    assert remind_all() == 1
    assert remind_all() == 0
    assert told(city, "clock.late") == [
        ("head_housing", "clock.late"),
        ("staff_housing", "clock.late"),
        ("supervisor", "clock.late"),
    ]


def test_a_paused_or_met_or_dropped_clock_is_passed(city, case):
    due(-5, kind="reply")
    Clock.objects.filter(kind="reply").update(paused_on=today())
    assert remind_all() == 0
    Clock.objects.filter(kind="reply").update(paused_on=None, met_on=today())
    assert remind_all() == 0
    Clock.objects.filter(kind="reply").update(met_on=None, dropped_on=today())
    assert remind_all() == 0


def test_the_end_of_the_return_window_is_nobody_s_duty(city, case):
    due(1, kind="return")
    due(-1, kind="return")
    assert remind_all() == 0


def test_a_clock_told_of_by_another_run_meanwhile_is_not_told_twice(city, case):
    from shangliang.procedures.reminders import described, remind, untold

    due(2, kind="reply")
    pairs = list(described(list(untold())))
    assert sum(remind(clock, reminder) for clock, reminder in pairs) == 1
    assert sum(remind(clock, reminder) for clock, reminder in pairs) == 0


def test_rating_reminds_those_who_have_not_rated_and_countersigning_the_co_unit(city):
    case = city.accepted()
    circulate(city.seat("staff_housing"), city.reply(case).pk)
    Clock.objects.update(due_on=today() + timedelta(days=365))
    due(1, kind="countersign")
    remind_all()
    assert told(city) == [("staff_finance", "clock.near")]


def test_a_check_and_a_rating_tell_those_they_wait_for(city):
    case = city.replied()
    reply = city.reply(city.accepted(units=(("civil", "lead"),)), "civil", grades="A")
    submit_reply(city.seat("staff_civil"), reply.pk)
    Clock.objects.update(due_on=today() + timedelta(days=365))
    due(1, kind="rating", about_id=case.pk)
    due(1, kind="check")
    assert remind_all() == 2
    assert told(city) == [("member", "clock.near"), ("supervisor", "clock.near")]


def test_a_promise_long_after_closing_is_still_reminded_of(city):
    city.replied()
    Clock.objects.update(due_on=today() + timedelta(days=365))
    due(-1, kind="promise")
    remind_all()
    assert ("staff_housing", "clock.late") in told(city)
    assert ("clerk", "clock.late") in told(city)


def test_the_command_says_how_many(city, case):
    due(-1, kind="reply")
    out = StringIO()
    call_command("remind", stdout=out)
    assert out.getvalue().strip() == "1 项时限已提醒"


def test_many_clocks_cost_a_fixed_number_of_questions_a_batch(city, django_assert_max_num_queries):
    for _ in range(6):
        city.assigned(units=(("housing", "lead"),))
    Clock.objects.update(due_on=today() + timedelta(days=365))
    with django_assert_max_num_queries(12):
        remind_all()
