"""督办: overdue is computed by clocks, every number opens its list, what waits is answered here."""

from datetime import timedelta

import pytest
from django.urls import reverse

from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.submissions.actions.ask_extension import ask_extension
from shangliang.submissions.actions.ask_return import ask_return
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.actions.submit_reply import submit_reply
from shangliang.submissions.handling import supervision as sup
from shangliang.submissions.models import Urge


@pytest.fixture
def busy(city):
    """Duties in every state that the board counts."""
    late = city.accepted(units=(("housing", "lead"),))
    paused = city.accepted(units=(("housing", "lead"),))
    near = city.accepted(units=(("civil", "lead"),))
    far = city.accepted(units=(("civil", "lead"),))
    issued = city.assigned(units=(("market", "lead"), ("finance", "co")))
    for case, days, more in (
        (late, -3, {}),
        (paused, -3, {"paused_on": today()}),
        (near, 2, {}),
        (far, 300, {}),
    ):
        Clock.objects.filter(case_id=case.pk, dropped_on=None).update(
            due_on=today() + timedelta(days=300)
        )
        Clock.objects.filter(case_id=case.pk, kind="reply").update(
            due_on=today() + timedelta(days=days), **more
        )
    row = city.assignment(issued, "market")
    ask_return(city.seat("staff_market"), row.pk, reason_code="not_ours", reason="不属本局职责。")
    ask_extension(
        city.seat("staff_civil"), city.assignment(near, "civil").pk, reason="难办", by="1m"
    )
    checking = city.accepted(units=(("education", "lead"),))
    submit_reply(city.seat("staff_education"), city.reply(checking, "education").pk)
    unhappy = city.replied()
    rate(
        city.seat("member"),
        unhappy.pk,
        attitude="satisfied",
        result="not",
        text="没有写期限",
        redo=[2],
    )
    return {"late": late, "near": near, "unhappy": unhappy, "paused": paused}


@pytest.fixture
def office(city, client):
    client.force_login(city.account("supervisor"))
    return client


def words(answer):
    return answer.content.decode()


@pytest.mark.parametrize("which", ["late", "near", "sign", "paused", "open", "done", "all"])
def test_each_number_by_unit_is_the_length_of_its_list(city, busy, which):
    seat = city.seat("supervisor")
    shown = sup.board(seat, None)
    for line in shown.units:
        rows = sup.duties(seat).filter(sup.wanted(which, seat.committee_id), unit=line.unit)
        assert line.counts[which] == rows.count(), (str(line.unit), which)
    assert shown.total.counts[which] == sum(r.counts[which] for r in shown.units)


def test_paused_and_extended_cases_are_not_overdue(city, busy, office):
    page = words(office.get(reverse("supervise"), {"list": "late"}))
    assert busy["late"].number_label in page
    assert busy["paused"].number_label not in page
    Clock.objects.filter(case_id=busy["late"].pk, kind="reply").update(
        due_on=today() + timedelta(days=90)
    )
    assert "这张清单现在是空的" in words(office.get(reverse("supervise"), {"list": "late"}))


def test_what_waits_for_the_office_is_on_one_page(city, busy, office):
    page = words(office.get(reverse("supervise")))
    for part in (
        "申退待答",
        "不属本局职责",
        "延期待答",
        "难办",
        "答复待审",
        "不满意待定",
        "没有写期限",
    ):
        assert part in page
    assert city.people["member"].name + "等" not in page


def test_the_dissatisfied_are_not_named_to_the_supervisor(city, busy):
    row = sup.unhappy_lines(city.seat("supervisor"), sup.dissatisfied(city.seat("supervisor")))[0]
    assert row.redo == "2"
    assert "person_id" not in row.said[0].__dict__


def test_urging_in_bulk_goes_proposal_by_proposal(city, busy, office):
    rows = [
        city.assignment(busy["late"], "housing").pk,
        city.assignment(busy["near"], "civil").pk,
    ]
    answer = office.post(
        reverse("supervise-urge"),
        {"selected": rows, "note": "请本周答复", "next": "/supervise/?list=late"},
        follow=True,
    )
    assert "已催办 2 个单位次" in words(answer)
    assert Urge.objects.filter(note="请本周答复").count() == 2


def test_a_leader_reads_and_does_not_urge(city, busy, client):
    client.force_login(city.account("leader"))
    page = words(client.get(reverse("supervise")))
    assert "按单位" in page
    assert "同意申退" not in page
    assert client.post(reverse("supervise-urge"), {"selected": ["1"]}).status_code == 403


@pytest.mark.parametrize("who", ["member", "staff_housing", "admin"])
def test_the_board_is_not_for_others(city, client, who):
    client.force_login(city.account(who))
    assert client.get(reverse("supervise")).status_code == 403


@pytest.mark.parametrize("which", sup.LISTS)
def test_every_list_answers_with_any_filter(city, busy, office, which):
    unit = city.units["housing"].pk
    for query in ({}, {"unit": unit}, {"q": "电梯"}, {"unit": "x", "session": "9", "page": "7"}):
        assert office.get(reverse("supervise"), {"list": which} | query).status_code == 200


def test_another_committee_s_cases_are_not_counted(city, busy):
    from shangliang.demo.small import build_small_city

    other = build_small_city("邻州市", prefix="b-")
    assert sup.board(other.seat("supervisor"), None).units == []


def test_the_board_and_its_lists_ask_a_fixed_number_of_questions(
    city, busy, office, django_assert_max_num_queries
):
    office.get(reverse("supervise"))
    with django_assert_max_num_queries(15):
        office.get(reverse("supervise"))
    for which in sup.LISTS:
        with django_assert_max_num_queries(12):
            office.get(reverse("supervise"), {"list": which})
