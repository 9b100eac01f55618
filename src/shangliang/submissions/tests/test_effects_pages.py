"""Effects: recorded with a baseline, judged by somebody else, counted so that numbers open."""

import re
from datetime import timedelta

import pytest

from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.rulebooks import queries
from shangliang.submissions.chain.asks import ask_rows
from shangliang.submissions.chain.facts import gather
from shangliang.tasks.actions.judge_effect import judge_effect
from shangliang.tasks.actions.record_effect import record_effect
from shangliang.tasks.models import Effect


def sign_in(client, city, who):
    client.force_login(city.account(who))
    client.get("/session/")


def record(city, case, who="staff_housing", ask=0, **data):
    given = {
        "measure": "停用电梯台数",
        "baseline": "12 台",
        "value": "2 台",
        "measured_on": today(),
    }
    return record_effect(
        city.seat(who),
        about=case.recommendations.all()[ask],
        case=case,
        doer_id=city.units["housing"].pk,
        order=ask + 1,
        **given | data,
    )


def test_what_the_doer_says_is_called_self_reported_until_somebody_else_judges(city):
    case = city.replied()
    row = record(city, case)
    assert row.self_reported
    assert ask_rows(gather(city.seat("member"), case.pk))[0]["effect"] == "单位自报"
    judge_effect(city.seat("supervisor"), row.pk, case=case, verdict="partly", how="看了三处")
    row.refresh_from_db()
    assert not row.self_reported
    assert ask_rows(gather(city.seat("member"), case.pk))[0]["effect"] == "部分见效"


def test_what_the_office_records_still_waits_for_a_judgement(city):
    case = city.replied()
    row = record(city, case, who="supervisor")
    assert not row.self_reported
    assert ask_rows(gather(city.seat("clerk"), case.pk))[0]["effect"] == "待核实"


@pytest.mark.parametrize(
    "data,said",
    [
        ({"measure": " "}, "用什么衡量"),
        ({"baseline": ""}, "原来是多少"),
        ({"measured_on": None}, "哪天量的"),
        ({"measured_on": today() + timedelta(days=2)}, "不能晚于今天"),
    ],
)
def test_an_effect_needs_measure_baseline_and_day(city, data, said):
    with pytest.raises(Refused, match=said):
        record(city, city.replied(), **data)
    assert not Effect.objects.exists()


def test_neither_a_member_nor_another_unit_records_effects(city):
    case = city.replied()
    for who in ("member", "staff_finance", "leader"):
        with pytest.raises(Refused, match="只有承办单位"):
            record(city, case, who=who)


def test_the_doer_never_judges_itself(city):
    case = city.replied()
    row = record(city, case)
    for who, said in (
        ("staff_housing", "不能给自己"),
        ("head_housing", "不能给自己"),
        ("member", "只有督办"),
    ):
        with pytest.raises(Refused, match=said):
            judge_effect(city.seat(who), row.pk, case=case, verdict="solved", how="好")
    city.tie("supervisor", "unit_staff", city.units["housing"])
    with pytest.raises(Refused, match="不能给自己"):
        judge_effect(city.seat("supervisor"), row.pk, case=case, verdict="solved", how="好")


@pytest.mark.parametrize(
    "data,said",
    [
        ({"verdict": "great"}, "请选"),
        ({"how": ""}, "怎么核实"),
        ({"asked": 2, "content": 3}, "不能多于"),
    ],
)
def test_a_judgement_rests_on_something(city, data, said):
    case = city.replied()
    row = record(city, case)
    with pytest.raises(Refused, match=said):
        judge_effect(
            city.seat("clerk"), row.pk, case=case, **{"verdict": "solved", "how": "看了"} | data
        )


def test_solved_waits_for_the_people_affected_where_the_rulebook_asks_them(city, client):
    city.rulebook.body["effect_voices"] = 5
    city.rulebook.save()
    queries._parsed.clear()
    case = city.replied()
    row = record(city, case)
    sign_in(client, city, "supervisor")
    address = f"/proposals/{case.pk}/effects/"
    given = {"effect": row.pk, "verdict": "solved", "how": "入户问", "asked": "3", "content": "3"}
    answer = client.post(address, given)
    assert answer.status_code == 422
    assert "待群众评价" in answer.content.decode()
    assert "入户问" in answer.content.decode()
    assert client.post(address, given | {"asked": "5", "content": "4"}).status_code == 302
    row.refresh_from_db()
    assert (row.verdict, row.asked, row.content) == ("solved", 5, 4)


def test_solved_three_of_many_opens_the_three(city, client):
    cases = [city.replied(who=f"member{n}" if n > 1 else "member") for n in (1, 2, 3)]
    for case in cases:
        row = record(city, case)
        judge_effect(city.seat("supervisor"), row.pk, case=case, verdict="solved", how="看了")
    record(city, cases[0], ask=1)
    sign_in(client, city, "leader")
    page = client.get("/effects/").content.decode()
    numbers = dict(re.findall(r"verdict=(\w+)\"[^>]*>(\d+)</a>", page))
    assert numbers == {"solved": "3", "partly": "0", "not": "0", "reported": "1", "unknown": "2"}
    opened = client.get("/effects/?verdict=solved").content.decode()
    assert all(f"/proposals/{case.pk}/" in opened for case in cases)
    assert opened.count("看了") == 3
    reported = client.get("/effects/?verdict=reported").content.decode()
    assert "单位自报" in reported


def test_the_list_and_the_case_page_keep_their_budgets(city, client, django_assert_max_num_queries):
    for n in range(1, 6):
        case = city.replied(who=f"member{n}" if n > 1 else "member")
        record(city, case)
    sign_in(client, city, "supervisor")
    with django_assert_max_num_queries(12):
        client.get("/effects/?verdict=reported")
    with django_assert_max_num_queries(15):
        client.get(f"/proposals/{case.pk}/effects/")


def test_a_bad_record_keeps_what_was_typed(city, client):
    case = city.replied()
    sign_in(client, city, "staff_housing")
    ask = case.recommendations.first()
    answer = client.post(
        f"/proposals/{case.pk}/effects/",
        {
            "ask": ask.pk,
            "doer": city.units["housing"].pk,
            "measure": "台数一二三",
            "baseline": "十二",
            "value": "二",
        },
    )
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "哪天量的" in text
    assert "台数一二三" in text
    assert not Effect.objects.exists()


def test_before_the_answer_there_is_nothing_to_record(city, client):
    case = city.accepted()
    sign_in(client, city, "supervisor")
    assert ">记下</button>" not in client.get(f"/proposals/{case.pk}/effects/").content.decode()
    client.post(f"/proposals/{case.pk}/effects/", {"measure": "x", "baseline": "y"})
    assert not Effect.objects.exists()
