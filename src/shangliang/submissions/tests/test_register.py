"""The register: every filter is a URL, the budget is flat, and ratings are shielded from units."""

import pytest

from shangliang.demo.small import build_small_city
from shangliang.procedures.models import Clock
from shangliang.procedures.office_calendar import today
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.models import Submission

LIST = "/proposals/"


def titles(client, query=""):
    return [line.case.title for line in client.get(f"{LIST}?{query}").context["lines"]]


@pytest.fixture
def clerk(client, city):
    client.force_login(city.account("clerk"))
    return client


def test_a_visitor_is_asked_to_sign_in(client, city):
    assert client.get(LIST).status_code == 302


def test_the_list_keeps_its_budget_however_many_rows(clerk, city, django_assert_max_num_queries):
    for n in range(12):
        city.submitted(f"member{n % 5 + 1}" if n % 5 else "member", title=f"关于第{n}件事的提案")
    clerk.get(LIST)
    with django_assert_max_num_queries(12):
        page = clerk.get(LIST)
    assert page.context["totals"].all == 12


@pytest.fixture
def several(city):
    one = city.filed(title="关于甲的提案")
    other = city.submitted("member2", title="关于乙的提案")
    third = city.assigned(who="member3", title="关于丙的提案", units=(("civil", "lead"),))
    Submission.objects.filter(pk=other.pk).update(window="ordinary", key=True, grade="B")
    return one, other, third


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["丙", "乙", "甲"]),
        ("state=filed", ["甲"]),
        ("window=ordinary", ["乙"]),
        ("nature=individual", ["丙", "乙", "甲"]),
        ("nature=party", []),
        ("class_code=society", ["丙", "甲"]),
        ("unit=市民政局", ["丙"]),
        ("unit=smzj", ["丙"]),
        ("proposer=苏晚禾", ["乙"]),
        ("grade=B", ["乙"]),
        ("key=1", ["乙"]),
        ("q=甲", ["甲"]),
        ("q=第0002号", ["丙", "乙"]),  # number 2 and serial 2
        ("q=第9号", []),
        ("sort=received", ["甲", "乙", "丙"]),
        ("state=nonsense", ["丙", "乙", "甲"]),
        ("q=%27%3B+DROP", []),
        ("page=99", ["丙", "乙", "甲"]),
        ("sort=;drop", ["丙", "乙", "甲"]),
    ],
)
def test_each_filter_of_the_address(clerk, city, several, query, expected):
    assert titles(clerk, query) == [f"关于{t}的提案" for t in expected]


def test_overdue_are_those_whose_running_limit_is_past(clerk, city, several):
    Clock.objects.filter(case_id=several[2].pk, kind="reply").update(
        due_on=today().replace(year=today().year - 1)
    )
    assert titles(clerk, "overdue=1") == ["关于丙的提案"]
    assert "已过" in clerk.get(f"{LIST}?overdue=1").content.decode()


def test_an_unknown_unit_is_said_and_nothing_is_found(clerk, city, several):
    page = clerk.get(f"{LIST}?unit=市火星局")
    assert page.context["lines"] == []
    assert "没有“市火星局”这个单位" in page.content.decode()


def test_a_chosen_filter_is_a_link_that_takes_it_away(clerk, city, several):
    page = clerk.get(f"{LIST}?state=filed&key=1").content.decode()
    assert "状态：已立案待交办" in page
    assert 'href="?key=1"' in page


def test_a_unit_sees_its_own_and_never_a_rating(client, city):
    case = city.replied()
    rate(city.seat("member"), case.pk, attitude="satisfied", result="not", text="没有期限")
    city.filed(who="member2", title="关于别的单位的提案")
    client.force_login(city.account("staff_housing"))
    page = client.get(f"{LIST}?satisfaction=not")
    assert [line.case.pk for line in page.context["lines"]] == [case.pk]  # the filter is not there
    assert "不满意" not in page.content.decode()
    client.force_login(city.account("supervisor"))
    assert "不满意" in client.get(LIST).content.decode()


def test_an_unsent_draft_is_seen_by_its_writer_alone_and_only_when_asked_for(client, city):
    city.draft(title="关于没写完的提案")
    client.force_login(city.account("member"))
    assert titles(client) == []
    assert titles(client, "state=draft") == ["关于没写完的提案"]
    client.force_login(city.account("clerk"))
    assert titles(client, "state=draft") == []


def test_a_report_made_of_a_proposal_is_not_in_the_register(clerk, city):
    from shangliang.submissions.actions.turn_to_report import turn_to_report

    turn_to_report(city.seat("clerk"), city.submitted().pk)
    assert len(titles(clerk)) == 1


def test_the_wall_stands_in_the_register(clerk, city):
    build_small_city("邻州市", prefix="n_").submitted(title="关于邻州的提案")
    assert titles(clerk) == []


def test_a_withdrawn_one_keeps_its_number_with_the_mark(clerk, city):
    case = city.filed()
    Submission.objects.filter(pk=case.pk).update(state="withdrawn")
    assert "第0001号（撤）" in clerk.get(LIST).content.decode()


@pytest.mark.parametrize("who", ["member", "clerk", "staff_housing", "drafter"])
def test_what_a_seat_may_see_is_asked_once_and_not_for_each_row(city, who):
    """A condition correlated with each row made a member's list take a second at 2,000 rows."""
    from shangliang.submissions.queries import visible

    sql = str(visible(city.seat(who)).query)
    assert "EXISTS" not in sql


def test_an_office_seat_that_also_works_in_a_unit_sees_no_rating(city):
    from dataclasses import replace

    from shangliang.submissions.desk.register import sees_ratings

    clerk = city.seat("clerk")
    assert sees_ratings(clerk)
    assert not sees_ratings(replace(clerk, units=frozenset({city.units["housing"].pk})))
