"""Firms: difficulties with clock and the firm's own word (S-074), the survey (S-073), charges (S-075–077)."""

import itertools
from datetime import date, timedelta

import pytest
from django.test import Client

from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.voices import charging
from shangliang.voices.actions.add_charge import add_charge
from shangliang.voices.actions.advise_systemic import advise_systemic
from shangliang.voices.actions.answer_survey import answer_survey
from shangliang.voices.actions.end_charge import end_charge
from shangliang.voices.actions.firm_not_solved import firm_not_solved
from shangliang.voices.actions.firm_solved import firm_solved
from shangliang.voices.actions.keep_health import keep_health
from shangliang.voices.actions.note_visit import note_visit
from shangliang.voices.actions.record_consent import record_consent
from shangliang.voices.actions.set_line import set_line
from shangliang.voices.actions.set_milestone import set_milestone
from shangliang.voices.actions.start_lead import start_lead
from shangliang.voices.actions.start_survey import start_survey
from shangliang.voices.actions.withdraw_sheet import withdraw_sheet
from shangliang.voices.models import Health, LeadContact, SurveyAnswer, SurveyLink, Voice
from shangliang.voices.people import nobody
from shangliang.voices.results import clusters
from shangliang.voices.similar import systemic
from shangliang.voices.suppress import hide_small, hide_totals

from . import life
from .life import do

pytestmark = pytest.mark.django_db

PROBLEMS = (
    "贷款到期，银行要先还后贷", "流动资金不够", "抵押物不够，融资难", "回款慢，资金周转不过来", "担保费太高",
    "银行抽贷", "续贷手续多", "招不到技工", "订单少了一半", "消防验收排队", "补贴没兑现", "运费太贵",
    "工人返岗不齐", "客户压货款，市场没起色", "用电容量不够", "厂房租金涨了", "技改补贴申报难", "出口订单取消",
    "社保负担重", "合同纠纷打官司",
)  # fmt: skip


def test_the_firm_says_not_solved_and_the_case_reopens_with_a_new_limit(city):
    voice = life.answered(city)
    firm = nobody(city.committee.pk, voice.public_code)
    voice = firm_not_solved(firm, voice.pk, note="额度只有一半。")
    assert (voice.state, voice.round) == ("handling", 2)
    assert Clock.objects.filter(
        about_type="voice", about_id=voice.pk, kind="again", met_on=None
    ).exists()
    unit = city.seat("staff_finance")
    voice = do("difficulty", "answer", unit, voice, result="solved", text="补足额度。")
    voice = firm_solved(firm, voice.pk)
    assert voice.state == "closed"
    voice = firm_not_solved(firm, voice.pk, note="又抽贷了。")  # also after it was closed
    assert (voice.state, voice.round) == ("handling", 3)


def test_the_unit_cannot_say_it_is_solved_and_a_stranger_without_the_receipt_neither(city):
    voice = life.answered(city)
    for seat in (
        city.seat("staff_finance"),
        nobody(city.committee.pk),
        nobody(city.committee.pk, "SQ-0"),
    ):
        with pytest.raises(Refused) as refused:
            firm_solved(seat, voice.pk)
        assert refused.value.kind == "who"


def test_what_staff_heard_by_phone_is_marked_so(city):
    voice = life.answered(city)
    firm_solved(city.seat("organiser"), voice.pk, note="办好了")
    row = Voice.objects.get(pk=voice.pk).answers.get()
    assert row.told_by_phone
    assert row.heard_by == city.people["organiser"]


def test_no_answer_before_its_cause(city):
    voice = life.handling(city)
    with pytest.raises(Refused, match="先写原因分析"):
        do("difficulty", "answer", city.seat("staff_finance"), voice, result="solved", text="办了")


def test_three_similar_cases_raise_a_suggestion_that_names_no_firm(city):
    for who in ("member", "member2"):
        life.handling(city, who)
    assert systemic(city.seat("editor"), today().year) == []
    life.handling(city, "member3")
    found = systemic(city.seat("editor"), today().year)
    assert [(s.code, s.count) for s in found] == [("finance", 3)]
    voice = advise_systemic(city.seat("organiser"), class_code="finance")
    assert (voice.kind, voice.state) == ("report", "received")
    assert "3 件" in voice.text
    assert advise_systemic(city.seat("organiser"), class_code="finance").pk == voice.pk  # once


@pytest.fixture
def survey(city):
    made = start_survey(city.seat("organiser"), title="摸底", purpose="汇总", ends_on=today())
    names = "\n".join(f"示例{n}号企业" for n in range(20))
    return do("survey", "invite_firms", city.seat("organiser"), made, names=names)


def fill(city, survey, answers=20):
    for n, link in enumerate(SurveyLink.objects.filter(survey=survey).order_by("id")[:answers]):
        answer_survey(
            city.committee.pk, link.public_code, device=f"d{n}", is_firm=True,
            fields={"work": "full", "problem": PROBLEMS[n], "trade": "机械"},
        )  # fmt: skip


def test_twenty_firms_answer_and_finance_is_the_top_cluster_with_seven(city, survey):
    fill(city, survey)
    found = clusters(survey, list(survey.answers.select_related("link__firm")))
    assert (found[0].name, found[0].count) == ("融资", 7)
    do("survey", "make_cases", city.seat("organiser"), survey, matter="finance")
    assert Voice.objects.filter(kind="difficulty", class_code="finance").count() == 7
    with pytest.raises(Refused, match="没有还没立案"):
        do("survey", "make_cases", city.seat("organiser"), survey, matter="finance")


def test_a_forwarded_link_is_marked_and_never_lies_over_the_firms_own_answer(city, survey):
    link = survey.links.first()
    code, at = link.public_code, city.committee.pk
    own = answer_survey(at, code, device="own", is_firm=True, fields={"work": "full"})
    stranger = answer_survey(at, code, device="x", is_firm=True, fields={"work": "stopped"})
    other = answer_survey(at, code, device="y", is_firm=False, fields={"work": "stopped"})
    assert (own.forwarded, stranger.forwarded, other.forwarded) == (False, True, True)
    answer_survey(at, code, device="own", is_firm=True, fields={"work": "part"})
    assert SurveyAnswer.objects.get(link=link, forwarded=False).work == "part"
    assert survey.answers.count() == 3


def test_the_survey_page_does_not_name_the_firm_and_shows_typed_words_again(city, survey):
    link = survey.links.select_related("firm").first()
    client = Client()
    page = client.get(f"/s/{link.public_code}/").content.decode()
    assert link.firm.name not in page
    answer = client.post(
        f"/s/{link.public_code}/", {"me": "firm", "problem": "电费太高了", "work": ""}
    )
    assert answer.status_code == 409
    assert "电费太高了" in answer.content.decode()
    answer = client.post(
        f"/s/{link.public_code}/", {"me": "firm", "problem": "电费太高了", "work": "full"}
    )
    assert answer.status_code == 302
    assert "改好，再交" in client.get(f"/s/{link.public_code}/").content.decode()
    assert Client().get("/s/not-a-code/").status_code == 404


def test_reminders_reach_only_the_silent_and_once_a_day(city, survey):
    fill(city, survey, 5)
    do("survey", "remind_firms", city.seat("organiser"), survey)
    assert survey.links.filter(reminded=1).count() == 15
    with pytest.raises(Refused, match="今天已经催过"):
        do("survey", "remind_firms", city.seat("organiser"), survey)


def told(cells, limit):
    """Every hidden cell an outsider can work out from rows, columns and printed totals."""
    shown = hide_small(cells, limit)
    columns = hide_totals([sum(c) for c in zip(*cells, strict=True)], limit)
    known = {(r, c): n for r, row in enumerate(shown) for c, n in enumerate(row) if n is not None}
    while True:
        before = len(known)
        for c, total in enumerate(columns):
            gaps = [r for r in range(len(cells)) if (r, c) not in known]
            if total is not None and len(gaps) == 1:
                rest = sum(known[(r, c)] for r in range(len(cells)) if (r, c) in known)
                known[(gaps[0], c)] = total - rest
        if len(known) == before:
            return [n for n in known.values() if 0 < n < limit]


@pytest.mark.parametrize(
    "cells", [*itertools.islice(itertools.product((0, 2, 5, 9), repeat=6), 0, 4096, 37)]
)
def test_no_sum_gives_a_small_cell_away(cells):
    table = [list(cells[:3]), list(cells[3:])]
    assert told(table, 5) == []


def test_a_leaders_page_tells_last_visit_next_due_open_problems_and_whose_obstacle(city):
    office, leader = city.seat("organiser"), city.seat("leader")
    since = today() - timedelta(days=100)
    firm = add_charge(office, kind="firm", leader=leader.person_id, name="甲厂", start=since)
    note_visit(leader, charge=firm.pk, on=today() - timedelta(days=10), note="看了车间。")
    voice = life.received(city, kind="difficulty", area="全市", text="缺钱")
    Voice.objects.filter(pk=voice.pk).update(firm=firm.firm)
    project = add_charge(
        office, kind="project", leader=leader.person_id, name="污水厂", start=since
    )
    set_milestone(
        office, charge=project.pk, title="土方", planned_on=today() - timedelta(days=14),
        obstacle="两户未签", owner=city.units["housing"].pk,
    )  # fmt: skip
    rows = {r.charge.name: r for r in charging.rows_of(leader)}
    assert rows["甲厂"].last == today() - timedelta(days=10)
    assert rows["甲厂"].due == today() + timedelta(days=80)
    assert rows["甲厂"].problems == 1
    assert rows["污水厂"].light.late
    assert rows["污水厂"].stuck[0].obstacle_owner == city.units["housing"]
    client = Client()
    client.force_login(city.account("leader"))
    page = client.get("/charges/").content.decode()
    assert "拖 14 天" in page
    assert "两户未签" in page


def test_a_firms_sheet_needs_consent_with_an_end_and_goes_when_it_is_withdrawn(city):
    office = city.seat("organiser")
    firm = add_charge(office, kind="firm", leader=city.people["leader"].pk, name="甲厂")
    with pytest.raises(Refused, match="还没有同意"):
        keep_health(office, charge=firm.pk, month=today(), work="八成")
    record_consent(office, charge=firm.pk, purpose="掌握生产", until=today() + timedelta(days=30))
    keep_health(office, charge=firm.pk, month=today(), work="八成")
    withdraw_sheet(office, charge=firm.pk)
    assert Health.objects.count() == 0


def test_a_townships_number_needs_its_source(city):
    office = city.seat("organiser")
    town = add_charge(office, kind="township", leader=city.people["leader"].pk, name="示例乡")
    given = {
        "kind": "jobs",
        "title": "公益岗位",
        "on": date(2026, 10, 31),
        "plan": "60",
        "done": "57",
    }
    with pytest.raises(Refused, match="数从哪里来"):
        set_line(office, charge=town.pk, source="", **given)
    with pytest.raises(Refused, match="不是数字"):
        set_line(office, charge=town.pk, source="月报", **(given | {"plan": "六十"}))
    set_line(office, charge=town.pk, source="月报", **given)
    assert town.lines.get().done == 57


def test_a_lead_moves_by_stages_with_consent_and_its_contact_goes_when_consent_is_withdrawn(city):
    seat = city.seat("member")
    held = {"consent_on": today(), "consent_until": today() + timedelta(days=90)}
    given = {"side": "offer", "what": "talent", "title": "三位模具工程师", "conflict": "无"}
    with pytest.raises(Refused, match="取得对方同意"):
        start_lead(seat, **given, contact="0000-9")
    with pytest.raises(Refused, match="利益关系"):
        start_lead(seat, **(given | {"conflict": ""}))
    lead = start_lead(seat, **given, **held, contact_name="某某", contact="0000-9")
    for verb in ("to_visit", "to_agreement", "to_landed"):
        lead = do("lead", verb, seat, lead, note="谈成一步")
    assert lead.state == "landed"
    client = Client()
    for who, sees in (("member", True), ("organiser", True), ("member2", False), ("leader", False)):
        client.force_login(city.account(who))
        assert ("0000-9" in client.get(f"/leads/{lead.pk}/").content.decode()) is sees, who
    do("lead", "withdraw_consent", seat, lead)
    assert LeadContact.objects.count() == 0
    client.force_login(city.account("member"))
    page = client.get(f"/leads/{lead.pk}/").content.decode()
    assert "谈成一步" not in page  # what was reached may name them


def test_a_firms_charge_is_a_tie_of_the_register_and_ends_with_it(city):
    """S-075: the division of labour knows who is in charge; a term that ends takes the charge along."""
    from shangliang.actors.models import Tie
    from shangliang.voices.charging import rows_of

    office, leader = city.seat("organiser"), city.people["leader"]
    rows = [
        add_charge(office, kind="firm", leader=leader.pk, name=name) for name in ("甲厂", "乙厂")
    ]
    ties = Tie.objects.filter(kind="in_charge", who=leader, title="包联")
    assert {t.whom.name for t in ties} == {"甲厂", "乙厂"}
    assert len(rows_of(city.seat("leader"))) == 2
    end_charge(office, charge=rows[0].pk)
    assert Tie.objects.get(pk=rows[0].tie_id).end == rows[0].start
    Tie.objects.filter(pk=rows[1].tie_id).update(
        start=rows[1].start - timedelta(days=9), end=rows[1].start - timedelta(days=1)
    )
    assert [r.charge.pk for r in rows_of(city.seat("leader"))] == [rows[0].pk]
    with pytest.raises(Refused, match="已经结束"):
        end_charge(office, charge=rows[1].pk)
