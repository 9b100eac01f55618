"""专项: a refusal says why, who writes what, and nobody sees a single amount."""

from datetime import timedelta

import pytest
from django.urls import reverse

from shangliang.actors.models import Tie
from shangliang.groups.tests.helpers import words
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused
from shangliang.programmes.actions.add_item import add_item
from shangliang.programmes.actions.void_item import void_item
from shangliang.programmes.totals import shown_of

from .helpers import do, enter, gift, partner, start

K = Tie.Kind
DAY = timedelta(days=1)


def test_a_member_sees_no_single_amount_and_the_public_only_kinds_with_enough_givers(city, client):
    case = start(city, "help", title="同心帮扶", public=True)
    givers = [partner(city, case, f"第{n}支部", "branch" if n > 9 else "party") for n in range(5)]
    for giver in givers:
        gift(city, case, giver, "7777", "物资")
    alone = gift(city, case, givers[0], "98765", "资金")
    client.force_login(city.account("member"))
    for url in (case.get_absolute_url(), alone.get_absolute_url()):
        page = words(client.get(url))
        assert "98765" not in page
        assert "7777" not in page
    client.logout()
    page = words(client.get(reverse("programme-public", args=[case.pk])))
    assert "38,885" in page  # five gifts of five givers
    assert "98765" not in page.replace(",", "")
    assert "137650" not in page.replace(",", "")  # nor the sum that would tell it
    assert str(givers[0]) not in page
    assert shown_of(case)[0].hidden == 1


def test_a_programme_that_is_not_public_has_no_public_page(city, client):
    case = start(city, "help")
    assert client.get(reverse("programme-public", args=[case.pk])).status_code == 404


def test_the_head_of_a_partner_writes_its_rows_and_nobody_elses(city, client):
    case = start(city, "help")
    mine, other = partner(city, case), partner(city, case, "民盟澄州市委会")
    city.tie("member", K.HEADS, mine.who)
    row = enter(city, case, "gift", who="member", partner=mine.pk, data={"what": "岗位", "people": "3", "money": "500"})  # fmt: skip
    with pytest.raises(Refused, match="各记各的"):
        enter(city, case, "gift", who="member", partner=other.pk, data={"what": "岗位", "people": "3"})  # fmt: skip
    with pytest.raises(Refused, match="各记各的"):
        enter(city, case, "gift", who="member2", partner=mine.pk, data={"what": "岗位", "people": "3"})  # fmt: skip
    client.force_login(city.account("member"))
    assert "500" in words(client.get(row.get_absolute_url()))
    assert client.get(reverse("programme-item-new", args=[case.pk, "gift"])).status_code == 200


def test_a_void_row_stays_to_be_read_and_counts_no_more(city, client):
    case = start(city, "help")
    who = partner(city, case)
    row = gift(city, case, who, "4321")
    void_item(city.seat("organiser"), row.pk, why="记重了")
    with pytest.raises(Refused, match="已经作废"):
        void_item(city.seat("organiser"), row.pk, why="再来")
    client.force_login(city.account("organiser"))
    page = client.get(case.get_absolute_url())
    assert "记重了" in words(page)
    assert page.context["sheets"][0]["digest"].tables[0].rows[0][2] == "0"


def test_a_closed_programme_takes_nothing_more(city):
    case = start(city, "culture")
    do("close_programme", city.seat("organiser"), case, why="到期，办了四场")
    with pytest.raises(Refused, match="已经结束"):
        enter(city, case, "project", data={"what": "演出", "place": "馆"})


def test_bad_input_keeps_what_was_typed(city, client):
    case = start(city, "culture")
    client.force_login(city.account("organiser"))
    url = reverse("programme-item-new", args=[case.pk, "project"])
    answer = client.post(url, {"title": "年画展", "on": today(), "f_what": "展览", "f_place": "馆", "f_people": "很多"})  # fmt: skip
    assert answer.status_code == 422
    assert "不是数" in words(answer)
    assert "年画展" in words(answer)
    answer = client.post(url, {"title": "明天的", "on": today() + DAY, "f_what": "展览", "f_place": "馆"})  # fmt: skip
    assert "日期还没有到" in words(answer)
    answer = client.post(reverse("programme-new", args=["mechanism"]), {"title": "机制", "aim": "x", "starts_on": today()})  # fmt: skip
    assert answer.status_code == 422


def test_a_new_programme_is_started_on_its_page_and_its_forms_open(city, client):
    client.force_login(city.account("organiser"))
    assert client.get(reverse("programme-new", args=["help"])).status_code == 200
    client.post(reverse("programme-new", args=["help"]), {"title": "同心", "aim": "帮扶", "starts_on": "2026-01-01", "public": "on"})  # fmt: skip
    case = start(city, "help")
    partner(city, case)
    for verb in ("edit_programme", "add_partner", "drop_partner", "plan_line", "finish_line", "forgo_line", "close_programme"):  # fmt: skip
        assert client.get(reverse("do", args=["programme", verb, case.pk])).status_code == 200, verb
    assert client.get(reverse("programme-sheet", args=[case.pk, "gift"])).status_code == 200


@pytest.mark.parametrize("rows", [1, 30])
def test_pages_ask_a_fixed_number_of_questions(city, client, django_assert_max_num_queries, rows):
    case = start(city, "help")
    who = partner(city, case)
    for _ in range(rows):
        gift(city, case, who)
    client.force_login(city.account("member"))
    client.get(reverse("programmes"))
    with django_assert_max_num_queries(12):
        assert client.get(reverse("programmes")).status_code == 200
    with django_assert_max_num_queries(15):
        assert client.get(case.get_absolute_url()).status_code == 200


def test_another_committees_programme_is_not_there(city, client):
    from shangliang.demo.small import build_small_city

    case = start(city, "culture")
    county = build_small_city("四泉县", prefix="sq_")
    client.force_login(county.account("clerk"))
    assert client.get(case.get_absolute_url()).status_code == 404
    with pytest.raises(Refused, match="没有找到"):
        add_item(county.seat("clerk"), case.pk, sheet="project", title="x", on=today(), data={})
