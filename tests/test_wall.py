"""Every page a role may open asks only for rows of its own committee."""

import pytest
from django.db import connection
from django.test import Client

from shangliang.demo.small import SmallCity, build_small_city
from shangliang.submissions.models import Submission

from .wall import WallBreach, watch

# Pages without arguments, by role: what people open every day.
PAGES = {
    "member": ["/day/", "/proposals/", "/proposals/mine/", "/members/", "/units/", "/messages/"],
    "clerk": [
        "/day/",
        "/desk/review/",
        "/desk/assign/",
        "/proposals/",
        "/qualities/",
        "/statistics/",
        "/commitments/",
        "/supervise/",
        "/key/",
        "/honours/",
        "/effects/",
        "/sessions/",
        "/imports/",
    ],
    "supervisor": ["/day/", "/supervise/", "/commitments/", "/proposals/"],
    "staff_housing": ["/day/", "/unit/", "/commitments/", "/proposals/"],
    "leader": ["/day/", "/lead/", "/key/", "/effects/", "/statistics/"],
    "admin": ["/day/", "/rulebooks/", "/calendar/", "/health/"],
    "auditor": ["/day/", "/journal/"],
}
CASES = [(role, page) for role, pages in PAGES.items() for page in pages]


@pytest.mark.parametrize(("role", "page"), CASES)
def test_a_page_never_asks_for_rows_of_every_committee(
    client: Client, city: SmallCity, role: str, page: str
) -> None:
    city.replied()
    city.filed(who="member2")
    client.force_login(city.account(role))
    with connection.execute_wrapper(watch):
        answer = client.get(page)
    assert answer.status_code == 200, page


def test_the_watch_itself_catches_a_list_without_a_committee(city: SmallCity) -> None:
    with connection.execute_wrapper(watch), pytest.raises(WallBreach):
        list(Submission.objects.filter(state="draft"))


@pytest.mark.parametrize("role", ["member", "clerk", "supervisor", "staff_housing", "leader"])
def test_another_committees_proposal_is_not_there(
    client: Client, city: SmallCity, role: str
) -> None:
    other = build_small_city("邻县", prefix="x-")
    case = other.replied()
    client.force_login(city.account(role))
    for page in (
        "/proposals/{}/",
        "/proposals/{}/edit/",
        "/proposals/{}/rate/",
        "/do/proposal/close/{}/",
        "/proposals/{}/print/proposal/",
    ):
        assert client.get(page.format(case.pk)).status_code in (403, 404), page
