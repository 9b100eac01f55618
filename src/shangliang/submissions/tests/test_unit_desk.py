"""承办台: three answers, one next step a row, signing in bulk, a fixed number of questions."""

from datetime import timedelta

import pytest
from django.urls import reverse

from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.submissions.actions.circulate import circulate
from shangliang.submissions.actions.draft_reply import draft_reply
from shangliang.submissions.actions.pass_check import pass_check
from shangliang.submissions.actions.submit_reply import submit_reply
from shangliang.submissions.handling.desk import SHOWS, counts, duties, wanted
from shangliang.submissions.models import Assignment


@pytest.fixture
def desk(city, client):
    client.force_login(city.account("staff_housing"))
    return lambda **query: client.get(reverse("unit-desk"), query)


def words(answer):
    return answer.content.decode()


def test_the_desk_says_the_next_step_in_words_from_signing_to_sending(city, desk):
    case = city.assigned()
    row = city.assignment(case, "housing")
    assert "先签收" in words(desk())
    city_seat = city.seat("staff_housing")
    from shangliang.submissions.actions.accept import accept

    accept(city_seat, row.pk)
    assert "先与提案人沟通，再写答复" in words(desk())
    reply = draft_reply(city_seat, row.pk)
    assert "还没答第 1、2 条" in words(desk())
    reply.answers.filter(recommendation__order=1).update(text="已办。")
    assert "还没答第 2 条" in words(desk())
    reply.answers.update(text="已办。")
    assert "还没有沟通记录" in words(desk())
    city.reply(case)
    assert "送会办单位会签" in words(desk())
    circulate(city_seat, reply.pk)
    assert "等 1 个会办单位会签" in words(desk())
    reply.countersigns.update(state="agreed")
    assert "可以送审" in words(desk())
    submit_reply(city_seat, reply.pk)
    assert "等督办机构审核" in words(desk(show="all"))


def test_a_co_unit_is_asked_for_its_countersign_even_after_its_opinion(city, client):
    case = city.accepted()
    row = city.assignment(case, "finance")
    Assignment.objects.filter(pk=row.pk).update(state="done")
    circulate(city.seat("staff_housing"), city.reply(case).pk)
    client.force_login(city.account("staff_finance"))
    page = words(client.get(reverse("unit-desk")))
    assert "请会签答复" in page


def test_a_round_again_names_only_the_asks(city, desk):
    from shangliang.submissions.actions.rate import rate
    from shangliang.submissions.actions.rehandle import rehandle

    case = city.replied()
    rate(city.seat("member"), case.pk, attitude="not", result="not", text="独门原话不满", redo=[2])
    rehandle(city.seat("supervisor"), case.pk, asks=[2])
    page = words(desk())
    assert "重办第 2 条，重新答复" in page
    assert "独门原话不满" not in page
    assert "不满意" not in page
    again = city.reply(case, grades="A")
    submit_reply(city.seat("staff_housing"), again.pk)
    pass_check(city.seat("supervisor"), again.pk)
    assert "1／1" in words(desk(show="all"))


def test_signing_in_bulk_signs_each_and_says_what_was_not(city, client):
    rows = [city.assignment(city.assigned(units=(("housing", "lead"),)), "housing") for _ in "ab"]
    foreign = city.assignment(city.assigned(units=(("civil", "lead"),)), "civil")
    client.force_login(city.account("staff_housing"))
    answer = client.post(
        reverse("unit-accept"),
        {"selected": [rows[0].pk, rows[1].pk, foreign.pk], "next": "/unit/?show=sign"},
        follow=True,
    )
    assert "已签收 2 件" in words(answer)
    assert "1 件没有签收" in words(answer)
    assert set(Assignment.objects.filter(state="accepted")) == set(rows)
    assert answer.redirect_chain[-1][0] == "/unit/?show=sign"


def test_nothing_ticked_says_so(city, client):
    client.force_login(city.account("staff_housing"))
    answer = client.post(reverse("unit-accept"), follow=True)
    assert "还没有勾选" in words(answer)


@pytest.mark.parametrize("show", SHOWS)
def test_each_number_is_the_length_of_its_list(city, show):
    city.assigned(units=(("housing", "lead"),))
    city.accepted(units=(("housing", "lead"),))
    city.accepted(units=(("housing", "lead"),))
    city.replied()
    late = Clock.objects.filter(kind="reply", met_on__isnull=True).first()
    Clock.objects.filter(pk=late.pk).update(due_on=today() - timedelta(days=2))
    rows = duties(city.seat("staff_housing"))
    assert counts(rows)[show] == rows.filter(wanted(show)).count()


def test_a_paused_limit_is_neither_late_nor_near(city, desk):
    case = city.accepted(units=(("housing", "lead"),))
    row = city.assignment(case, "housing")
    Clock.objects.filter(about_id=row.pk, kind="reply").update(
        due_on=today() - timedelta(days=2), paused_on=today(), pause_reason="等省里的办法"
    )
    page = words(desk(show="all"))
    assert "暂停计时" in page
    assert "等省里的办法" in page
    assert "没有提案" in words(desk(show="late"))


def test_a_provisional_day_is_called_so(city, desk):
    city.accepted(units=(("housing", "lead"),))
    Clock.objects.update(provisional=True)
    assert "暂定" in words(desk())


def test_other_roles_are_told_whose_page_it_is(city, client):
    client.force_login(city.account("member"))
    answer = client.get(reverse("unit-desk"))
    assert answer.status_code == 403
    assert "承办单位经办人" in words(answer)


@pytest.mark.parametrize("query", [{}, {"show": "nonsense"}, {"q": "0001"}, {"q": "电梯"}, {"page": "99"}, {"role": "x"}])  # fmt: skip
def test_any_address_answers(city, desk, query):
    city.accepted()
    assert desk(**query).status_code == 200


def test_the_desk_asks_a_fixed_number_of_questions(city, desk, django_assert_max_num_queries):
    for _ in range(4):
        case = city.accepted()
        draft_reply(city.seat("staff_housing"), city.assignment(case, "housing").pk)
    desk()
    with django_assert_max_num_queries(12):
        desk()
