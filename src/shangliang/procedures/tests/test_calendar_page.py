"""The office's calendar: days edited by few, one event each, and running limits counted again."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from shangliang.jobs.models import Job
from shangliang.journal.models import Event
from shangliang.procedures import clocks
from shangliang.procedures.actions.clear_day import clear_day
from shangliang.procedures.actions.declare_year import declare_year
from shangliang.procedures.actions.set_days import set_days
from shangliang.procedures.models import Clock, Holiday, KnownYear
from shangliang.procedures.office_calendar import calendar_of, today
from shangliang.procedures.verdicts import Refused

pytestmark = pytest.mark.django_db
NEXT = 2  # years ahead that no package can know yet


def year() -> int:
    return today().year + NEXT


def coming_workday(after: int = 1) -> date:
    """A workday soon, so that limits of some days pass over it."""
    day = today() + timedelta(days=after)
    return day if day.weekday() < 5 else day + timedelta(days=7 - day.weekday())


@pytest.fixture
def office(city, client: Client) -> Client:
    client.force_login(city.account("clerk"))
    return client


@pytest.fixture
def at_once(django_capture_on_commit_callbacks):
    """Do something and let its jobs run; returns the recounts."""

    def run(do) -> list[Job]:
        with django_capture_on_commit_callbacks(execute=True):
            do()
        return list(Job.objects.filter(kind="calendar.recount").order_by("pk"))

    return run


@pytest.mark.parametrize("who, may", [
    ("clerk", True), ("admin", True), ("member", False), ("leader", False), ("supervisor", False),
    ("staff_housing", False), ("auditor", False),
])  # fmt: skip
def test_clerks_and_administrators_keep_the_calendar(city, client, who, may):
    client.force_login(city.account(who))
    assert client.get(reverse("calendar")).status_code == 200
    act = lambda: set_days(city.seat(who), first=coming_workday(), workday=False)  # noqa: E731
    if may:
        act()
        assert Event.objects.filter(verb="calendar.set").count() == 1
    else:
        with pytest.raises(Refused):
            act()
        assert not Holiday.objects.exists()


def test_a_range_is_entered_at_once_and_taken_back_day_by_day(city):
    first = date(year(), 2, 5)
    set_days(
        city.seat("clerk"), first=first, last=first + timedelta(days=6), workday=False, name="春节"
    )
    calendar = calendar_of(city.committee.pk)
    assert not calendar.is_workday(date(year(), 2, 7))
    assert calendar.name(date(year(), 2, 7)) == "春节"
    clear_day(city.seat("clerk"), day=first)
    assert Holiday.objects.count() == 6
    with pytest.raises(Refused, match="没有改过"):
        clear_day(city.seat("clerk"), day=first)


@pytest.mark.parametrize("first, last, said", [
    (lambda: date(year(), 3, 5), lambda: date(year(), 3, 1), "早于起日"),
    (lambda: date(year(), 3, 1), lambda: date(year(), 5, 1), "一次最多"),
    (lambda: date(2001, 1, 1), lambda: None, "后三年"),
])  # fmt: skip
def test_a_range_that_makes_no_sense_is_refused_and_stays_typed(city, office, first, last, said):
    data = {"first": f"{first()}", "last": f"{last() or ''}", "workday": "off", "name": "试试"}
    answer = office.post(reverse("calendar"), data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "试试" in page
    assert not Holiday.objects.exists()


def test_next_years_days_are_provisional_until_somebody_says_they_are_all_there(city, office):
    page = office.get(reverse("calendar"), {"year": year()}).content.decode()
    assert "暂定" in page
    with pytest.raises(Refused, match="不像全年"):
        declare_year(city.seat("clerk"), year=year())
    first = date(year(), 10, 1)
    set_days(city.seat("clerk"), first=first, last=first + timedelta(days=6), workday=False)
    declare_year(city.seat("clerk"), year=year())
    assert KnownYear.objects.get().year == year()
    assert calendar_of(city.committee.pk).year_known(year())
    with pytest.raises(Refused, match="已经确认过"):
        declare_year(city.seat("clerk"), year=year())
    declare_year(city.seat("clerk"), year=year(), known=False)
    assert not calendar_of(city.committee.pk).year_known(year())


def test_a_year_that_comes_with_the_package_needs_no_word(city):
    with pytest.raises(Refused, match="随系统带着"):
        declare_year(city.seat("clerk"), year=2026)


def test_running_limits_are_counted_again_in_sight_and_in_one_event(city, at_once):
    case = city.assigned()
    sign = Clock.objects.get(case_id=case.pk, kind="sign", unit=city.units["housing"])
    before = sign.due_on
    assert sign.span == "5wd"
    (job,) = at_once(lambda: set_days(city.seat("clerk"), first=coming_workday(), workday=False))
    sign.refresh_from_db()
    assert sign.due_on == calendar_of(city.committee.pk).add_workdays(before, 1)
    assert sign.first_due_on == sign.due_on
    assert job.state == "done"
    line = [f"提案 {case.pk}", "签收", f"{before:%Y-%m-%d}", f"{sign.due_on:%Y-%m-%d}"]
    assert line in job.findings["rows"]
    said = Event.objects.get(verb="calendar.recount")
    assert said.detail["moved"] == len(job.findings["rows"])
    # Taken back, everything stands where it stood.
    at_once(lambda: clear_day(city.seat("clerk"), day=coming_workday()))
    sign.refresh_from_db()
    assert sign.due_on == before


def test_a_granted_extension_keeps_its_day(city, at_once):
    case = city.accepted()
    clock = Clock.objects.get(case_id=case.pk, kind="reply", met_on=None, dropped_on=None)
    granted = clock.due_on + timedelta(days=30)
    clocks.extend(clock, granted)
    first = clock.first_due_on
    at_once(lambda: set_days(city.seat("clerk"), first=granted, workday=False))
    clock.refresh_from_db()
    assert (clock.due_on, clock.first_due_on) == (granted, first)


def test_days_a_pause_gave_back_are_kept(city, at_once, monkeypatch):
    case = city.assigned()
    clock = Clock.objects.get(case_id=case.pk, kind="sign", unit=city.units["housing"])
    before = clock.due_on
    clocks.pause(clock, "等审批")
    later = coming_workday(2)
    monkeypatch.setattr(clocks, "today", lambda: later)
    clocks.resume(clock)
    shifted = clock.due_on
    assert shifted > before
    at_once(lambda: set_days(city.seat("clerk"), first=date(year(), 3, 1), workday=False))
    clock.refresh_from_db()
    assert clock.due_on == shifted, "a change far away moves nothing"
    at_once(lambda: set_days(city.seat("clerk"), first=shifted, workday=False))
    clock.refresh_from_db()
    assert clock.due_on == calendar_of(city.committee.pk).add_workdays(shifted, 1)


def test_what_is_done_is_not_counted_again(city, at_once):
    case = city.accepted()
    met = Clock.objects.get(case_id=case.pk, kind="sign", unit=city.units["housing"])
    before = met.due_on
    at_once(lambda: set_days(city.seat("clerk"), first=coming_workday(), workday=False))
    met.refresh_from_db()
    assert met.due_on == before


def test_many_edits_wait_for_one_recount(city, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks():
        for n in range(4):
            set_days(city.seat("clerk"), first=date(year(), 4, 1 + n), workday=False)
    assert Job.objects.filter(kind="calendar.recount").count() == 1


def test_another_committees_limits_do_not_move(city, at_once):
    from shangliang.demo.small import build_small_city

    other = build_small_city("四泉县", prefix="x-")
    theirs = other.assigned()
    before = list(Clock.objects.filter(case_id=theirs.pk).values_list("pk", "due_on"))
    city.assigned()
    at_once(lambda: set_days(city.seat("clerk"), first=coming_workday(), workday=False))
    assert list(Clock.objects.filter(case_id=theirs.pk).values_list("pk", "due_on")) == before


def test_recounting_asks_a_fixed_number_of_questions(city, at_once, django_assert_max_num_queries):
    for n in range(5):
        city.assigned(title=f"关于第{n}件的提案")
    set_days(city.seat("clerk"), first=coming_workday(), workday=False)
    from shangliang.jobs.run import perform

    with django_assert_max_num_queries(30):
        perform(Job.objects.get(kind="calendar.recount").pk)


@pytest.mark.parametrize("asked", ["", "1", "99999", "abc", "-1", "0000"])
def test_an_odd_year_shows_a_year(office, asked):
    assert office.get(reverse("calendar"), {"year": asked}).status_code == 200


@pytest.mark.parametrize("name", ["calendar", "procedures"])
def test_a_page_asks_few_questions(office, name, django_assert_max_num_queries):
    office.get(reverse(name))
    with django_assert_max_num_queries(12):
        office.get(reverse(name))
