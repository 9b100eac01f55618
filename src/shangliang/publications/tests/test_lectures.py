"""Questions come by the code without an account; answers name their source and who answers; another checks."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from shangliang.groups.tests.helpers import words
from shangliang.procedures.perform import REGISTRY
from shangliang.procedures.seat import Seat
from shangliang.procedures.verdicts import Refused
from shangliang.publications.actions.ask_doubt import ask_doubt
from shangliang.publications.actions.plan_lecture import plan_lecture
from shangliang.publications.models import Doubt, Lecture

ANSWER = {"answer": "按办法，装梯以后五年由安装单位维保。", "source": "《示例办法》第三条"}


def do(verb, seat, row, **data):
    table = "doubt" if isinstance(row, Doubt) else "lecture"
    return REGISTRY[table, verb](seat, row.pk, **data)


def talk(city, open_=True) -> Lecture:
    row = plan_lecture(
        city.seat("organiser"), title="加装电梯的新办法", basis="示例办法", speaker=city.people["member"].pk,
        starts_at=timezone.now() + timedelta(days=1), place="柳岸社区", audience="居民",
    )  # fmt: skip
    return do("open_lecture", city.seat("member"), row) if open_ else row


def asked(city, row, text="加装电梯以后坏了谁出钱修？") -> Doubt:
    return ask_doubt(Seat(committee_id=city.committee.pk), code=row.code, text=text)


def told(city, row, **more) -> Doubt:
    doubt = asked(city, row, **more)
    do("answer_doubt", city.seat("organiser"), doubt, **ANSWER)
    return do("pass_doubt", city.seat("editor"), doubt)


def test_ten_questions_of_a_talk_are_answered_with_sources_and_published(city, client):
    row = talk(city)
    for n in range(10):
        answer = client.post(f"/lecture/{row.code}/", {"text": f"第{n}栋楼的电梯坏了谁出钱修？"})
        assert answer.status_code == 302
    for doubt in Doubt.objects.filter(committee=city.committee):
        do("answer_doubt", city.seat("organiser"), doubt, **ANSWER)
        do("pass_doubt", city.seat("editor"), doubt)
    page = words(client.get("/press/answers/"))
    assert page.count("《示例办法》第三条") == 10
    assert page.count(city.people["organiser"].name) == 10


def test_the_receipt_alone_shows_how_far_it_is(city, client):
    row = talk(city)
    answer = client.post(f"/lecture/{row.code}/", {"text": "坏了谁修？"})
    page = words(client.get(answer.url))
    doubt = Doubt.objects.get()
    assert doubt.public_code in page
    do("answer_doubt", city.seat("organiser"), doubt, **ANSWER)
    assert "另一个人正在审" in words(client.get(f"/asked/{doubt.public_code}/"))
    assert "五年" not in words(client.get(f"/asked/{doubt.public_code}/"))
    assert "五年" not in words(client.get("/press/answers/"))
    do("pass_doubt", city.seat("editor"), doubt)
    assert "五年" in words(client.get(f"/asked/{doubt.public_code.lower()}/"))
    assert client.get("/asked/XW-0000-0000/").status_code == 404


def test_who_answered_does_not_check_and_a_bare_answer_is_refused(city):
    doubt = asked(city, talk(city))
    with pytest.raises(Refused, match="依据哪里"):
        do("answer_doubt", city.seat("organiser"), doubt, answer=ANSWER["answer"], source="")
    do("answer_doubt", city.seat("organiser"), doubt, **ANSWER)
    with pytest.raises(Refused, match="不审自己的解答"):
        do("pass_doubt", city.seat("organiser"), doubt)


def test_a_unit_that_was_asked_answers_in_its_name_and_sees_its_own_question_alone(city, client):
    row = talk(city)
    mine, other = asked(city, row), asked(city, row, "物业费会不会涨？")
    do("hand_doubt", city.seat("organiser"), mine, unit=city.units["housing"].pk)
    with pytest.raises(Refused, match="这一条请市住建局答"):
        do("answer_doubt", city.seat("organiser"), mine, **ANSWER)
    client.force_login(city.account("staff_housing"))
    page = words(client.get(row.get_absolute_url()))
    assert mine.text in page
    assert other.text not in page
    client.post(reverse("do", args=["doubt", "answer_doubt", mine.pk]), ANSWER)
    mine.refresh_from_db()
    assert mine.answered_as == "市住建局"
    client.force_login(city.account("staff_finance"))
    assert client.get(row.get_absolute_url()).status_code == 404


def test_alike_questions_are_shown_when_answering_and_their_answer_used_again(city, client):
    row = talk(city)
    first = told(city, row)
    again = asked(city, row, "请问加装电梯坏了由谁出钱来修？")
    client.force_login(city.account("organiser"))
    page = words(client.get(reverse("do", args=["doubt", "answer_doubt", again.pk])))
    assert "答过的相近问题" in page
    assert again.text in page
    client.post(reverse("do", args=["doubt", "reuse_answer", again.pk]), {"earlier": first.pk})
    again.refresh_from_db()
    assert (again.state, again.same_as, again.source) == ("answered", first, first.source)
    new = asked(city, row, "图书馆几点关门？")
    with pytest.raises(Refused, match="没有找到答过的"):
        do("reuse_answer", city.seat("organiser"), new, earlier=first.pk)


def test_a_talk_takes_questions_only_while_it_is_open_and_loses_no_words(city, client):
    row = talk(city, open_=False)
    answer = client.post(f"/lecture/{row.code}/", {"text": "来得及问吗？"})
    assert answer.status_code == 422
    assert "现在不收问题" in words(answer)
    do("open_lecture", city.seat("organiser"), row)
    answer = client.post(f"/lecture/{row.code}/", {"text": "绝密★ 这一份"})
    assert "密级标志" in words(answer)
    assert "这一份" in words(answer)
    do("close_lecture", city.seat("organiser"), row, heard=45)
    assert "已经收完问题" in words(client.get(f"/lecture/{row.code}/"))
    assert client.get("/lecture/XJ-0000-0000/").status_code == 404


def test_a_question_set_aside_says_why_under_its_receipt(city, client):
    doubt = asked(city, talk(city))
    do("set_aside", city.seat("organiser"), doubt, why="是个案，请到区信访窗口")
    assert "区信访窗口" in words(client.get(f"/asked/{doubt.public_code}/"))


def test_a_talk_is_planned_on_its_page_and_its_forms_open(city, client):
    client.force_login(city.account("organiser"))
    data = {
        "title": "新办法",
        "basis": "示例办法",
        "who": "没有这个人",
        "starts_at": "2026-12-01T09:00",
        "place": "社区",
        "audience": "居民",
    }
    answer = client.post(reverse("lecture-new"), data)
    assert answer.status_code == 422
    assert "名册里没有" in words(answer)
    client.post(reverse("lecture-new"), data | {"who": city.people["member"].name})
    row = Lecture.objects.get()
    url = reverse("do", args=["lecture", "edit_lecture", row.pk])
    client.post(url, data | {"who": city.people["member"].name, "place": "改在礼堂"})
    row.refresh_from_db()
    assert row.place == "改在礼堂"
    assert client.get(reverse("lecture-poster", args=[row.pk])).status_code == 200


@pytest.mark.parametrize("many", [1, 20])
def test_pages_ask_a_fixed_number_of_questions(city, client, django_assert_max_num_queries, many):
    row = talk(city)
    for n in range(many):
        told(city, row, text=f"第{n}个问题怎么办？")
        asked(city, row, text=f"第{n}个问题应该怎么办？")
    client.force_login(city.account("organiser"))
    client.get(reverse("lectures"))
    with django_assert_max_num_queries(12):
        client.get(reverse("lectures"))
    with django_assert_max_num_queries(15):
        client.get(row.get_absolute_url())
    client.logout()
    with django_assert_max_num_queries(12):
        client.get("/press/answers/")
