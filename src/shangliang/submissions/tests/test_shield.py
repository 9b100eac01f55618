"""Ratings are shielded from the unit rated: its pages and rows never hold a proposer's score."""

import re

import pytest
from django.urls import reverse

from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.draft_reply import draft_reply
from shangliang.submissions.actions.enter_rating import enter_rating
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.actions.rehandle import rehandle
from shangliang.submissions.models import Rating
from shangliang.submissions.queries import (
    asks_to_redo,
    may_see_satisfaction,
    rating_counts,
    ratings,
    said_without_names,
)

WORDS = "独门原话：办得很不认真"


@pytest.fixture
def rated(city):
    case = city.replied()
    rate(city.seat("member"), case.pk, attitude="not", result="not", text=WORDS, redo=[2])
    return case


def test_only_the_author_and_the_proposal_committee_read_a_rating(city, rated):
    seen = {key: ratings(city.seat(key)).count() for key in city.people}
    assert {key for key, n in seen.items() if n} == {"member", "clerk", "second"}


def test_a_clerk_who_also_works_in_the_unit_reads_nothing(city, rated):
    city.tie("clerk", "unit_staff", city.units["housing"])
    seat = city.seat("clerk")
    assert ratings(seat).count() == 0
    assert said_without_names(seat, [rated.pk]) == {}
    assert not may_see_satisfaction(seat, [city.units["housing"].pk])


def test_the_headline_is_not_for_the_unit(city, rated):
    units = [city.units["housing"].pk]
    assert not may_see_satisfaction(city.seat("staff_housing"), units)
    assert may_see_satisfaction(city.seat("clerk"), units)
    assert may_see_satisfaction(city.seat("member2"), units)


def test_counts_and_asks_are_what_may_be_told(city, rated):
    assert rating_counts(rated) == {"satisfied": 0, "basically": 0, "not": 1}
    assert asks_to_redo(rated) == [2]


@pytest.mark.parametrize("stage", ["replied", "again"])
@pytest.mark.parametrize("who", ["staff_housing", "head_housing"])
def test_no_page_of_the_unit_holds_a_score(city, client, rated, who, stage):
    reply = rated.replies.get()
    pages = ["/unit/?show=all", "/unit/", "/commitments/", f"/replies/{reply.pk}/"]
    if stage == "again":
        rehandle(city.seat("supervisor"), rated.pk, asks=[2])
        new = draft_reply(city.seat("staff_housing"), city.assignment(rated, "housing").pk)
        pages.append(f"/replies/{new.pk}/")
    client.force_login(city.account(who))
    for url in [*pages, f"/proposals/{rated.pk}/", "/messages/"]:
        answer = client.get(url)
        assert answer.status_code == 200, url
        page = answer.content.decode()
        assert WORDS not in page, url
        assert ">不满意<" not in page, url


@pytest.mark.parametrize("url", ["/supervise/", "/supervise/?list=dissatisfied"])
def test_pages_with_opinions_are_shut_to_the_unit(city, client, rated, url):
    client.force_login(city.account("staff_housing"))
    assert client.get(url).status_code == 403


def test_paper_ratings_are_entered_for_a_named_proposer_and_marked(city):
    case = city.replied()
    clerk = city.seat("clerk")
    with pytest.raises(Refused, match="署名的提案人"):
        enter_rating(
            clerk,
            case.pk,
            person=city.people["member3"].pk,
            attitude="satisfied",
            result="satisfied",
        )
    enter_rating(
        clerk, case.pk, person=city.people["member"].pk, attitude="satisfied", result="basically"
    )
    row = Rating.objects.get()
    assert (row.on_paper, row.entered_by_id) == (True, city.people["clerk"].pk)
    with pytest.raises(Refused, match="这位提案人已经评过了"):
        enter_rating(
            clerk,
            case.pk,
            person=city.people["member"].pk,
            attitude="not",
            result="not",
            text="改",
        )
    with pytest.raises(Refused, match="只有提案委"):
        enter_rating(
            city.seat("staff_housing"),
            case.pk,
            person=city.people["member"].pk,
            attitude="satisfied",
            result="satisfied",
        )


def test_the_paper_form_offers_only_who_has_not_rated(city, client):
    case = city.replied()
    client.force_login(city.account("clerk"))
    url = reverse("do", args=["proposal", "enter_rating", case.pk])
    assert city.people["member"].name in client.get(url).content.decode()
    answer = client.post(
        url,
        {
            "person": city.people["member"].pk,
            "attitude": "satisfied",
            "result": "satisfied",
        },
    )
    assert answer.status_code == 302
    assert Rating.objects.filter(on_paper=True).count() == 1


@pytest.mark.parametrize("who", ["staff_housing", "head_housing"])
def test_no_answer_of_the_api_gives_the_unit_a_score(city, client, rated, who):
    from shangliang.api.root import api

    client.force_login(city.account(who))
    reply = rated.replies.get()
    for path, methods in api.get_openapi_schema()["paths"].items():
        if "get" not in methods:
            continue
        for pk in (rated.pk, reply.pk):
            url = re.sub(r"{[^}]+}", str(pk), path)
            body = client.get(url).content.decode()
            assert WORDS not in body, url
            assert not re.search(r'"satisfaction": *"(?!")', body), url
