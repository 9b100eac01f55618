"""Beside a report or a firm's difficulty stands what was said before on its matter, and what came of it."""

import pytest
from django.urls import reverse

from shangliang.procedures.verdicts import Refused
from shangliang.search.find import search
from shangliang.search.index import rebuild
from shangliang.search.related import firms_alike, related
from shangliang.voices.actions.advise_alike import advise_alike
from shangliang.voices.models import Voice
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


LOAN = "续贷要先还后贷，过桥资金太贵，厂里拿不出钱周转。"


@pytest.fixture
def firms(city):
    """Five firms with one trouble in other words, and one with another."""
    says = (LOAN, f"银行{LOAN}", f"今年{LOAN}", f"{LOAN}工资也发不出。", f"我们厂{LOAN}")
    rows = [
        life.received(city, kind="difficulty", area="一江区", title=f"续贷难{n}", text=text)
        for n, text in enumerate(says)
    ]
    other = life.received(
        city, kind="difficulty", area="一江区", title="招工难", text="技工招不到，住处离厂十公里。"
    )
    rebuild(city.committee.pk)
    return city, rows, other


def test_five_difficulties_alike_become_one_recommendation_and_the_sixth_stays_out(firms, client):
    city, rows, other = firms
    found = {v.pk for v, _, _ in firms_alike(city.seat("organiser"), rows[0])}
    assert found == {v.pk for v in rows[1:]}
    client.force_login(city.account("organiser"))
    part = client.get(reverse("related-voice", args=[rows[0].pk])).content.decode()
    assert "相近的企业难题有 5 件" in part
    address = reverse("alike-firms", args=[rows[0].pk])
    page = client.get(address).content.decode()
    assert other.title not in page
    few = client.post(address, {"case": [rows[0].pk, rows[1].pk, other.pk, "x", "9" * 30]})
    assert few.status_code == 422
    assert "至少勾 3 件" in few.content.decode()
    sent = {"case": [v.pk for v in rows]}
    for _ in range(2):  # pressed twice it is one
        client.post(address, sent)
    report = Voice.objects.get(kind="report")
    assert report.state == "received"
    assert "5 件" in report.text


@pytest.mark.parametrize("who", ["member", "clerk", "staff_finance", "admin"])
def test_others_make_no_recommendation_of_firms(firms, who):
    city, rows, _ = firms
    with pytest.raises(Refused):
        advise_alike(city.seat(who), cases=[v.pk for v in rows])


def test_beside_a_long_report_stand_its_words_quoted_with_their_place(city, client):
    long = "城北路灯坏了三盏。" + "".join(
        f"第{n}条巷子晚上很黑，老人出门要打手电。" for n in range(6)
    )
    voice = life.received(city, title="城北路灯坏了", text=long)
    rebuild(city.committee.pk)
    client.force_login(city.account("editor"))
    part = client.get(reverse("related-voice", args=[voice.pk])).content.decode()
    assert "原文照录" in part
    assert "#:~:text=" in part
    assert "关键词" in part
