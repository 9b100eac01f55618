"""Early signals: a theme that rises is raised, noise is not, and a person decides."""

import random
from datetime import date, timedelta

import pytest
from django.urls import reverse

from shangliang.engines.search.hot import Letter
from shangliang.engines.search.rising import (
    Count,
    at_least,
    mass,
    raised,
    rises,
    said_by_most,
)
from shangliang.procedures.verdicts import Refused
from shangliang.search.actions.judge_signal import judge_signal
from shangliang.search.early import look
from shangliang.search.index import rebuild
from shangliang.search.models import Signal

DAY = date(2026, 6, 30)
MATTERS = [
    ("校门口卖三无零食", "学校门口的小摊卖没有日期的辣条，孩子吃了肚子疼"),
    ("公交末班车太早", "夜里九点以后没有公交，下夜班的工人回不了家"),
    ("路灯不亮", "巷子里的路灯坏了两个月，老人晚上不敢出门"),
    ("菜市场污水横流", "菜市场排水沟堵塞，污水流到街面，气味难闻"),
    ("充电桩被占", "小区充电桩车位长期停着燃油车，电动车没处充电"),
]
PLACES = ["柳岸街道", "青石镇", "南浦区", "枣林乡"]


def notes(matter, days, start=0):
    title, body = MATTERS[matter]
    return [
        Letter(
            f"{matter}-{start + n}", f"{PLACES[n % 4]}{title}", f"{PLACES[n % 4]}，{body}。", day
        )
        for n, day in enumerate(days)
    ]


def quiet():
    """A year in which each of the other matters comes every six weeks."""
    out = []
    for matter in (1, 2, 3, 4):
        out += notes(matter, [DAY - timedelta(days=40 * n + 7 * matter) for n in range(9)])
    return out


def test_a_theme_growing_from_one_to_six_in_three_weeks_is_raised_with_its_six_texts():
    past = notes(0, [DAY - timedelta(days=60)], start=50)
    now = notes(0, [DAY - timedelta(days=3 * n) for n in range(6)])
    found = rises([*quiet(), *past, *now], DAY)
    assert len(found) == 1
    assert set(found[0].members) == {x.id for x in now}
    assert found[0].count.now == 6
    assert found[0].count.chance < 0.001
    assert len(found[0].places) >= 3


def test_a_rise_says_how_many_came_in_the_three_weeks_before():
    past = notes(0, [DAY - timedelta(days=30), DAY - timedelta(days=90)], start=50)
    now = notes(0, [DAY - timedelta(days=3 * n) for n in range(6)])
    (found,) = rises([*quiet(), *past, *now], DAY)
    assert (found.before, found.count.now, found.count.past) == (1, 6, 2)


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (["游泳馆预付卡退不了钱", "洗车预付卡退不了钱", "预付卡退不了钱"], "预付卡退不了钱"),
        (["学校周边设置家长接送临时停车区", "划出家长接送临时停车区", "接送临时停车区怎么建"], "家长接送临时停车区"),
        (["关于加强路灯维护的提案", "关于加强公交座椅维护的提案"], ""),  # only stock is shared
        (["路灯不亮"], ""),
        (["", "", ""], ""),
    ],
)  # fmt: skip
def test_a_theme_is_named_by_what_most_titles_say(titles, name):
    assert said_by_most(titles) == name


def test_noise_of_two_is_not_raised():
    now = notes(0, [DAY - timedelta(days=3), DAY - timedelta(days=9)])
    assert rises([*quiet(), *now], DAY) == []


def test_a_theme_that_always_comes_is_not_raised():
    always = notes(0, [DAY - timedelta(days=4 * n) for n in range(90)])
    assert rises([*quiet(), *always], DAY) == []


def test_an_office_without_a_past_gets_silence():
    assert rises(notes(0, [DAY - timedelta(days=n) for n in range(9)]), DAY) == []
    assert rises([], DAY) == []


def test_the_negative_binomial_adds_up():
    assert sum(mass(k, 3.5, 0.2) for k in range(400)) == pytest.approx(1)
    assert at_least(0, 3.5, 365, 21) == 1
    assert at_least(40, 0.5, 365, 21) < 1e-20


def test_bounds_hold_nine_windows_of_ten():
    low, high = Count(4, 52, 365).between
    assert low <= 3 <= high


def test_of_what_is_raised_when_nothing_changed_few_are_raised():
    """The stated rate: with 40 unchanged themes tested each time, runs with any alarm stay below it."""
    rng = random.Random(7)
    alarms = 0
    runs = 400
    for _ in range(runs):
        chances = []
        for _theme in range(40):
            rate = rng.choice([0.2, 0.5, 1, 3]) / 30
            past = sum(rng.random() < rate for _ in range(365))
            now = sum(rng.random() < rate for _ in range(21))
            chances.append(Count(now, past, 365).chance)
        alarms += any(raised(chances))
    assert alarms / runs <= 0.12  # 0.10, with the error of 400 runs


@pytest.fixture
def signal(db, city):
    city.replied()
    rebuild(city.committee.pk)
    case = city.filed()
    return city, Signal.objects.create(
        committee=city.committee, theme="电梯、维保", key="k", since=DAY, until=DAY, count=5,
        expected=0.4, p=0.0003, places=["柳岸街道"], examples=[["proposal", getattr(case, "pk", case)]],
    )  # fmt: skip


def test_a_person_confirms_and_it_is_an_event(signal):
    city, row = signal
    judge_signal(city.seat("editor"), row.pk, verdict="confirmed")
    row.refresh_from_db()
    assert row.verdict == "confirmed"
    assert row.judged_by_id == city.seat("editor").person_id


def test_a_dismissal_needs_a_reason(signal):
    city, row = signal
    with pytest.raises(Refused, match="为什么"):
        judge_signal(city.seat("editor"), row.pk, verdict="dismissed")


@pytest.mark.parametrize("who", ["member", "clerk", "staff_housing", "admin"])
def test_others_do_not_judge(signal, who):
    city, row = signal
    with pytest.raises(Refused):
        judge_signal(city.seat(who), row.pk, verdict="confirmed")


def test_another_committees_signal_is_not_there(signal):
    from shangliang.demo.small import build_small_city

    other = build_small_city("四泉县", prefix="sq_")
    _, row = signal
    with pytest.raises(Refused, match="没有找到"):
        judge_signal(other.seat("editor"), row.pk, verdict="confirmed")


def test_texts_one_may_not_see_are_only_counted(signal, client):
    city, row = signal
    client.force_login(city.account("editor"))
    page = client.get(reverse("early-signals")).content.decode()
    assert "电梯、维保" in page
    assert "只计数" in page


def test_the_page_keeps_its_budget_and_judges(signal, client, django_assert_max_num_queries):
    city, row = signal
    client.force_login(city.account("leader"))
    client.get(reverse("early-signals"))
    with django_assert_max_num_queries(12):
        assert client.get(reverse("early-signals")).status_code == 200
    client.post(reverse("judge-signal", args=[row.pk]), {"verdict": "nothing"})
    row.refresh_from_db()
    assert row.verdict == ""
    client.post(
        reverse("judge-signal", args=[row.pk]), {"verdict": "dismissed", "reason": "同一人重复来信"}
    )
    row.refresh_from_db()
    assert row.verdict == "dismissed"


def test_nightly_looking_raises_a_theme_once(city):
    city.replied()
    rebuild(city.committee.pk)
    assert look(city.committee.pk) == 0
