"""What figures and gaps put on one's day."""

from datetime import timedelta
from decimal import Decimal

from shangliang.procedures.office_calendar import today
from shangliang.web.day import cycles
from shangliang.web.day import yardsticks as day
from shangliang.web.day.yardsticks import last_quarter
from shangliang.yardsticks.actions.ask_remark import ask_remark
from shangliang.yardsticks.actions.enter_item import enter_item
from shangliang.yardsticks.actions.enter_row import enter_row
from shangliang.yardsticks.actions.note_gap import note_gap
from shangliang.yardsticks.actions.plan_measure import plan_measure
from shangliang.yardsticks.actions.set_target import set_target


def said(ruler, who):
    seat = ruler.seat(who)
    return {c.kind: c for c in cycles.cards(seat)}


def test_a_county_finds_its_notes_gaps_re_tests_and_projects(ruler, django_assert_max_num_queries):
    office, county = ruler.seat("organiser"), ruler.seat("staff_housing")
    unit = ruler.units["housing"].pk
    row = ruler.record("gdp_rate", "一江区", "2026Q2", "3.1")
    ask_remark(office, reading=row.pk, question="为什么比全市低")
    gap = note_gap(office, subject="投资落后", text="", owner=unit)
    enter_item(
        county, book="wrong", owner=unit, title="口径混报", cause="没看口径", way="双人核", retest_on=today()
    )  # fmt: skip
    data = {"amount": "3", "why": "有地", "share": "50"}
    enter_row(office, ledger="handover", title="冷链", region="二桥区", other="一江区", data=data)
    found = said(ruler, "staff_housing")
    assert found["读数"].title == "为什么比全市低"
    assert found["差距"].title == "投资落后"
    assert found["错题本"].title == "口径混报"
    assert found["招商转介"].title == "冷链"
    plan_measure(
        county, gap.pk, text="三个项目开工", person_name="甲", due_on=today() + timedelta(days=3)
    )
    found = said(ruler, "staff_housing")
    assert "差距" not in found
    assert found["举措"].title == "三个项目开工"
    with django_assert_max_num_queries(3):
        said(ruler, "staff_housing")
    assert said(ruler, "staff_finance") == {}


def test_an_office_finds_figures_due_and_targets_missed(ruler, monkeypatch):
    last = last_quarter()
    office = ruler.seat("organiser")
    monkeypatch.setattr(day, "AFTER", 0)
    assert "的数还没有到" in said(ruler, "organiser")["读数"].title
    ruler.record("gdp_rate", "一江区", last.code, "3.1")
    assert "读数" not in said(ruler, "organiser")
    set_target(
        office,
        indicator="gdp_rate",
        region="一江区",
        period=last.code,
        value=Decimal(5),
        basis="会",
    )
    assert said(ruler, "supervisor")["目标"].count == 1
    note_gap(office, subject="投资落后", text="", owner=ruler.units["housing"].pk)
    assert said(ruler, "organiser")["差距"].count == 1
    assert said(ruler, "leader") == {}
