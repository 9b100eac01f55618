"""委员年度履职表: from facts; what the product does not hold is said so."""

import pytest
from django.test import Client

from shangliang.demo.small import SmallCity, build_small_city


def as_(city: SmallCity, who: str) -> Client:
    client = Client()
    client.force_login(city.account(who))
    return client


def url(city: SmallCity, who: str = "member", ext: str = "/") -> str:
    return f"/people/{city.people[who].pk}/year/{city.session.year}{ext}"


def test_a_members_year_lists_what_was_done_and_the_forms_other_lines(city: SmallCity) -> None:
    case = city.filed()
    client = as_(city, "member")
    page = client.get(client.get("/people/me/year/").url).content.decode()
    assert case.title in page
    assert "提案：第一提案人" in page
    for label in ("社情民意信息", "大会发言", "会议", "活动", "其他履职"):
        assert label in page


@pytest.mark.parametrize(
    ("who", "status"),
    [("member", 200), ("clerk", 200), ("leader", 200), ("member2", 403), ("staff_housing", 403)],
)
def test_the_form_is_read_by_its_member_the_office_and_leaders(
    city: SmallCity, who: str, status: int
) -> None:
    assert as_(city, who).get(url(city)).status_code == status
    assert as_(city, who).get(url(city, ext=".docx")).status_code == status


def test_the_form_comes_as_word_and_pdf(city: SmallCity) -> None:
    client = as_(city, "clerk")
    assert client.get(url(city, ext=".docx")).content[:2] == b"PK"
    assert client.get(url(city, ext=".pdf")).content[:4] == b"%PDF"


def test_a_draft_is_no_duty_done(city: SmallCity) -> None:
    case = city.draft()
    assert case.title not in as_(city, "clerk").get(url(city)).content.decode()


def test_members_of_another_committee_are_not_there(city: SmallCity) -> None:
    other = build_small_city("邻州市", "o_")
    assert as_(city, "clerk").get(url(other)).status_code == 404


def test_the_page_asks_few_questions(city: SmallCity, django_assert_max_num_queries) -> None:
    for _ in range(3):
        city.filed()
    client = as_(city, "clerk")
    client.get(url(city))
    with django_assert_max_num_queries(15):
        client.get(url(city))
