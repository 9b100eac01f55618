"""Beside a report or a firm's difficulty stands what was said before on its matter, and what came of it."""

import pytest
from django.urls import reverse

from shangliang.search.find import search
from shangliang.search.index import rebuild
from shangliang.search.related import related
from shangliang.voices.tests import life

pytestmark = pytest.mark.django_db
LIGHTS = "老城三条背街小巷路灯多半不亮，晚上接孩子的家长只好打手电。灯坏了两边都不报修。"
AGAIN = "北门背街小巷的路灯又不亮了，晚上接孩子的家长摔了一跤。路灯坏了没人报修。"


@pytest.fixture
def two(city):
    first = life.received(city, "member", title="背街小巷路灯不亮", text=LIGHTS)
    second = life.received(city, "member2", title="北门小巷路灯不亮", text=AGAIN)
    rebuild(city.committee.pk)
    return city, first, second


def test_an_earlier_report_stands_beside_with_its_state_and_the_sentences_of_both(two):
    city, first, second = two
    (found,) = related(city.seat("editor"), second)
    assert found.url == reverse("voice", args=[first.pk])
    assert found.state
    assert any("路灯" in m.mine.text and "路灯" in m.theirs.text for m in found.matches)


def test_a_report_is_never_like_itself(two):
    city, first, second = two
    urls = {r.url for r in related(city.seat("editor"), first)}
    assert reverse("voice", args=[first.pk]) not in urls
    assert urls == {reverse("voice", args=[second.pk])}


def test_an_author_sees_nobody_elses_report_beside_the_own(two):
    city, first, _ = two
    assert related(city.seat("member"), first) == []


def test_a_proposal_on_the_matter_stands_beside_a_difficulty(city):
    case = city.submitted(title="关于健全加装电梯后续管养机制的提案")
    voice = life.received(
        city, title="加装电梯后续管养没人管", text="全市已装电梯三百余台，有十二台停用。"
    )
    rebuild(city.committee.pk)
    found = related(city.seat("clerk"), voice)
    assert [r.url for r in found] == [reverse("proposal", args=[case.pk])]


def test_what_names_a_person_without_a_name_under_it_is_neither_shown_nor_found(two):
    city, first, second = two
    first.anonymous = first.names_person = True
    first.save()
    rebuild(city.committee.pk)
    editor = city.seat("editor")
    assert related(editor, second) == []
    assert related(editor, first) == []
    urls = [hit.url for hit in search(editor, "背街小巷").hits]
    assert reverse("voice", args=[first.pk]) not in urls


def test_the_part_and_its_page_open_for_who_may_read_it(two, client, django_assert_max_num_queries):
    city, first, second = two
    address = reverse("related-voice", args=[second.pk])
    client.force_login(city.account("editor"))
    client.get(address)  # what a process learns once
    with django_assert_max_num_queries(15):
        part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert first.title in part
    assert "<html" not in part
    assert "<html" in client.get(address).content.decode()
    assert address in client.get(reverse("voice", args=[second.pk])).content.decode()
    client.force_login(city.account("member"))
    assert client.get(address).status_code == 404
