"""Without account: only what was consented to, marked open and checked; the rest is not there."""

import pytest
from django.utils import timezone

from shangliang.demo.small import build_small_city
from shangliang.submissions.actions.close import close
from shangliang.submissions.actions.publish import publish
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.actions.unpublish import unpublish
from shangliang.submissions.models import Reply, Submission


@pytest.fixture
def open_case(city):
    """A published proposal with its reply."""
    case = city.replied()
    publish(city.seat("clerk"), case.pk, checked=True)
    return Submission.objects.get(pk=case.pk)


def read(client, case):
    return client.get(f"/public/{case.public_code}/")


def test_everybody_follows_an_open_proposal_in_plain_words(client, open_case):
    answer = read(client, open_case)
    text = answer.content.decode()
    assert answer.status_code == 200
    for words in (
        "政协审查后立案",
        "交给市住建局办",
        "市住建局答",
        "第1条已办",
        "林一舟",
        "成效尚不知道",
    ):
        assert words in text


def test_no_telephone_no_workplace_no_rating_no_staff_name_reaches_the_public(
    client, city, open_case
):
    rate(city.seat("member"), open_case.pk, attitude="satisfied", result="not", text="太慢太慢")
    text = read(client, open_case).content.decode()
    for secret in (
        "0000-1234567",
        "澄州示例单位",
        "太慢太慢",
        "不满意",
        "程录之",
        "督明远",
        "承办1",
    ):
        assert secret not in text


def test_an_unpublished_proposal_is_not_there_and_says_why_in_words(client, city):
    case = city.replied()
    answer = read(client, case)
    assert answer.status_code == 404
    assert "没有查到" in answer.content.decode()
    assert case.title not in answer.content.decode()


def test_a_page_taken_down_says_so_without_the_reason(client, city, open_case):
    unpublish(city.seat("clerk"), open_case.pk, because="单位要求复核")
    answer = read(client, open_case)
    assert answer.status_code == 404
    assert "已经撤下" in answer.content.decode()
    assert "复核" not in answer.content.decode()
    assert open_case.title not in client.get("/public/").content.decode()


@pytest.mark.parametrize(
    "change", [{"consent_public": False}, {"confidential": True}, {"state": "withdrawn"}]
)
def test_the_page_closes_at_once_when_its_ground_is_gone(client, open_case, change):
    Submission.objects.filter(pk=open_case.pk).update(**change)
    assert read(client, open_case).status_code == 404
    assert open_case.title not in client.get("/public/").content.decode()
    assert open_case.title not in client.get("/").content.decode()


@pytest.mark.parametrize(
    "change", [{"publicity": "none"}, {"publicity": "summary"}, {"secrecy_checked": False}]
)
def test_a_reply_its_unit_did_not_open_stays_closed(client, open_case, change):
    Reply.objects.filter(submission=open_case).update(**change)
    text = read(client, open_case).content.decode()
    assert "第1条已办" not in text
    assert "不予公开" in text or "全文不公开" in text


def test_a_summary_shows_neither_the_text_nor_the_asks(client, city):
    case = city.replied()
    publish(city.seat("clerk"), case.pk, text="summary", summary="说电梯没人管。", checked=True)
    text = read(client, Submission.objects.get(pk=case.pk)).content.decode()
    assert "说电梯没人管" in text
    assert "十二台停用" not in text
    assert "请制定第1项办法" not in text
    assert "第1条已办" not in text


def test_a_draft_reply_is_never_public(client, city):
    case = city.accepted(units=(("housing", "lead"),))
    city.reply(case)
    publish(city.seat("clerk"), case.pk, checked=True)
    text = read(client, Submission.objects.get(pk=case.pk)).content.decode()
    assert "第1条已办" not in text
    assert "正在办" in text


def test_a_code_is_looked_up_from_the_front_page(client, open_case):
    answer = client.get("/public/", {"code": open_case.public_code.lower()}, follow=True)
    assert open_case.title in answer.content.decode()
    assert client.get("/public/", {"code": "TA-0000-0000"}, follow=True).status_code == 404


@pytest.mark.parametrize("code", ["x", "TA-", "../../etc", "%00", "TA-" + "A" * 300, "'; drop"])
def test_a_strange_code_is_only_not_found(client, db, code):
    from urllib.parse import quote

    assert client.get(f"/public/{quote(code, safe='')}/").status_code in (404, 400)
    assert client.get("/public/", {"code": code}).status_code in (200, 302)


def test_each_committee_shows_its_own(client, city, open_case):
    far = build_small_city("远山县", prefix="far_")
    here = client.get(f"/public/?at={city.committee.pk}").content.decode()
    there = client.get(f"/public/?at={far.committee.pk}").content.decode()
    assert open_case.short_title in here
    assert open_case.short_title not in there


def test_public_pages_keep_their_budgets(client, city, django_assert_max_num_queries):
    for who in ("member", "member2", "member3", "member4"):
        case = city.replied(who=who)
        publish(city.seat("clerk"), case.pk, checked=True)
    Submission.objects.all().update(filed_at=timezone.now())
    with django_assert_max_num_queries(12):
        client.get("/public/?q=电梯")
    with django_assert_max_num_queries(15):
        read(client, Submission.objects.get(pk=case.pk))
    with django_assert_max_num_queries(12):
        client.get("/")


def test_the_front_page_works_before_there_is_anything(client, db):
    assert client.get("/").status_code == 200
    assert "还没有公开的提案" in client.get("/public/").content.decode()


def test_a_closed_proposal_stands_on_the_front_page(client, city, open_case):
    rate(city.seat("member"), open_case.pk, attitude="satisfied", result="satisfied")
    close(city.seat("clerk"), open_case.pk)
    assert open_case.short_title in client.get("/").content.decode()
