"""本单位一页: what a unit fills in itself stands on one page; places that stand idle; contacts in numbers."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from shangliang.procedures.office_calendar import today
from shangliang.yardsticks.actions.amend_row import amend_row
from shangliang.yardsticks.actions.enter_item import enter_item
from shangliang.yardsticks.actions.enter_row import enter_row
from shangliang.yardsticks.actions.learn import learn
from shangliang.yardsticks.actions.model import model
from shangliang.yardsticks.actions.note_gap import note_gap
from shangliang.yardsticks.actions.plan_measure import plan_measure
from shangliang.yardsticks.models import Entry


def page(ruler, who, pk):
    client = Client()
    client.force_login(ruler.account(who))
    return client.get(reverse("unit-page", args=[pk]))


def venue(seat, unit, title, last, **more) -> Entry:
    data = {"where": "县城", "last": last.isoformat() if last else ""} | more
    row: Entry = enter_row(seat, ledger="venues", title=title, owner=unit, data=data)
    return row


@pytest.fixture
def filled(ruler):
    """A unit's gap with a learn row and a model row, a measure that is late, a mistake to be tried again."""
    seat, unit = ruler.seat("staff_housing"), ruler.units["housing"].pk
    day = today()
    gap = note_gap(ruler.seat("organiser"), subject="底数没有摸到村", text="", owner=unit)
    learned = learn(
        seat, gap=gap.pk, whom="邻县团委", text="一村一员", due_on=day, person_name="甲"
    )
    model(
        seat, learned=learned.pk, text="台账更新率", goal="全市第一", due_on=day, person_name="甲"
    )
    plan_measure(
        seat,
        gap.pk,
        text="补齐台账",
        person_name="甲",
        due_on=day + timedelta(days=3),
        expected="全",
        baseline="缺31",
    )
    enter_item(
        seat, book="wrong", owner=unit, title="口径混报", cause="没看", way="双人核", retest_on=day
    )
    return seat, unit


def test_a_unit_reads_and_prints_what_it_filled_in(ruler, filled, django_assert_max_num_queries):
    seat, unit = filled
    venue(seat, unit, "青年之家", today())
    enter_row(
        seat,
        ledger="contacts",
        title="副书记",
        owner=unit,
        data={"agreed": 80, "met": 60, "until": date(2026, 11, 1)},
    )
    client = Client()
    client.force_login(ruler.account("staff_housing"))
    assert reverse("unit-page", args=[unit]) in client.get(reverse("sheets")).content.decode()
    with django_assert_max_num_queries(15):
        text = client.get(reverse("unit-page", args=[unit])).content.decode()
    for words in (
        "底数没有摸到村",
        "一村一员",
        "争全市第一",
        "补齐台账",
        "口径混报",
        "青年之家",
        "副书记",
        "见过 60",
    ):
        assert words in text


def test_another_units_page_is_not_there_and_the_office_sees_it(ruler, filled):
    _, unit = filled
    assert page(ruler, "staff_finance", unit).status_code == 404
    assert page(ruler, "organiser", unit).status_code == 200
    assert page(ruler, "member", unit).status_code == 403


def test_a_place_where_nothing_happens_is_idle_until_something_is_booked(ruler):
    seat, unit = ruler.seat("staff_housing"), ruler.units["housing"].pk
    venue(seat, unit, "用着的", today() - timedelta(days=59))
    quiet = venue(seat, unit, "没动静的", today() - timedelta(days=61))
    client = Client()
    client.force_login(ruler.account("staff_housing"))

    def warnings():
        return client.get(reverse("ledger", args=["venues"])).context["digest"].warnings

    assert warnings() == ["闲着 1 处：没动静的。"]
    amend_row(
        seat,
        quiet.pk,
        data={"next": (today() + timedelta(days=4)).isoformat()},
        note="读书会约在四天后",
    )
    assert warnings() == []


def test_needs_of_fewer_than_five_are_named_without_a_number(ruler):
    seat, unit = ruler.seat("staff_housing"), ruler.units["housing"].pk
    said = {
        "goal": 100,
        "agreed": 90,
        "met": 84,
        "until": "2026-11-01",
        "need_work": 12,
        "need_home": 3,
    }
    enter_row(seat, ledger="contacts", title="副书记", owner=unit, data=said)
    client = Client()
    client.force_login(ruler.account("organiser"))
    digest = client.get(reverse("ledger", args=["contacts"])).context["digest"]
    reached, needs = digest.tables
    assert reached.rows[0][2:5] == ["100", "90", "84"]
    assert digest.warnings == ["副书记还有 6 人这一季没有见。"]
    assert needs.rows == [["就业创业", "12"]]
    assert needs.note == "住房租房不足 5 人，不列数。"
