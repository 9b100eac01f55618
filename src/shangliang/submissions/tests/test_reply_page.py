"""答复页: written ask by ask, nothing typed is lost, and each role finds its own page."""

from datetime import timedelta

import pytest
from django.urls import reverse

from shangliang.procedures.office_calendar import today
from shangliang.submissions.actions.circulate import circulate
from shangliang.submissions.actions.countersign import countersign
from shangliang.submissions.actions.draft_reply import draft_reply
from shangliang.submissions.actions.edit_reply import edit_reply
from shangliang.submissions.actions.pass_check import pass_check
from shangliang.submissions.actions.submit_reply import submit_reply
from shangliang.submissions.models import Contact, Reply

from .replies import address, words


@pytest.fixture
def writer(city, client):
    client.force_login(city.account("staff_housing"))
    return client


def filled(reply, **more):
    """A whole form, as the page would send it."""
    data = {
        "revision": Reply.objects.get(pk=reply.pk).revision,
        "doc_number": "澄建函〔2026〕41号",
        "publicity": "full",
        "grade": "B",
        "secrecy_checked": "on",
    }
    for answer in reply.answers.all():
        name = f"a{answer.recommendation_id}-"
        data |= {name + "text": "已经办了。", name + "grade": "A"}
    return data | more


def test_begin_opens_one_reply_however_often_it_is_pressed(city, writer):
    case = city.accepted(units=(("housing", "lead"),))
    url = reverse("assignment-reply", args=[city.assignment(case, "housing").pk])
    first = writer.post(url)
    assert writer.post(url).url == first.url
    assert Reply.objects.count() == 1


def test_everything_missing_is_listed_and_the_button_waits(writer, reply):
    page = words(writer.get(address(reply)))
    for sentence in (
        "答复前须与提案人沟通 1 次",
        "还没有答：第 1、2 条",
        "还没有定办理类别",
        "送出前须作保密审查",
    ):
        assert sentence in page
    assert 'value="submit_reply" disabled' in page


def test_autosave_saves_and_says_when(writer, reply):
    answer = writer.post(address(reply, "reply-save"), filled(reply))
    assert answer.status_code == 200
    assert answer.json()["revision"] == 1
    reply.refresh_from_db()
    assert reply.doc_number == "澄建函〔2026〕41号"
    assert all(a.text == "已经办了。" for a in reply.answers.all())


def test_two_windows_do_not_overwrite_each_other(writer, reply):
    data = filled(reply)
    ask = reply.answers.first().recommendation_id
    writer.post(address(reply, "reply-save"), data | {f"a{ask}-text": "第一个窗口"})
    answer = writer.post(address(reply, "reply-save"), data | {f"a{ask}-text": "第二个窗口"})
    assert answer.status_code == 409
    assert answer.json()["fields"][f"a{ask}-text"] == "第一个窗口"
    page = writer.post(address(reply), data | {f"a{ask}-text": "第二个窗口"})
    assert page.status_code == 409
    assert "第二个窗口" in words(page)


def test_an_expired_session_is_told_in_words(client, reply):
    answer = client.post(address(reply, "reply-save"), filled(reply))
    assert answer.status_code == 401
    assert "登录已过期" in answer.json()["error"]


def test_a_date_that_cannot_be_read_loses_nothing(writer, reply):
    first, second = reply.answers.all()
    name = f"a{first.recommendation_id}-"
    data = filled(reply) | {name + "grade": "B", name + "promise_due": "六月底"}
    page = writer.post(address(reply), data)
    assert page.status_code == 422
    assert "“六月底”不是日期" in words(page)
    first.refresh_from_db()
    assert first.text == "已经办了。"
    assert first.grade == "B"


def test_sending_saves_first_and_lists_what_is_missing(writer, reply):
    page = writer.post(address(reply), filled(reply) | {"act": "submit_reply"})
    assert page.status_code == 409
    assert "已存，还没有送出" in words(page)
    assert "须与提案人沟通" in words(page)
    reply.refresh_from_db()
    assert reply.state == "draft"
    assert reply.doc_number


def test_a_contact_is_logged_in_place_and_the_reply_s_words_are_kept(writer, reply):
    data = filled(reply) | {
        "act": "contact",
        "contact-phase": "before",
        "contact-means": "面商",
        "contact-on": f"{today():%Y-%m-%d}",
        "contact-note": "当面听取意见。",
    }
    answer = writer.post(address(reply), data)
    assert answer.status_code == 302
    assert Contact.objects.get().note == "当面听取意见。"
    reply.refresh_from_db()
    assert reply.grade == "B"


def test_a_contact_without_means_is_said_beside_it_and_stays_typed(writer, reply):
    data = filled(reply) | {"act": "contact", "contact-phase": "before", "contact-note": "打过电话"}
    page = writer.post(address(reply), data)
    assert page.status_code == 422
    assert "请选沟通方式" in words(page)
    assert "打过电话" in words(page)
    assert not Contact.objects.exists()


def test_the_whole_way_by_the_page_to_the_check(city, writer, reply):
    writer.post(
        address(reply),
        filled(reply)
        | {"act": "contact", "contact-phase": "before", "contact-none_because": "提案人说不必"},
    )
    answer = writer.post(address(reply), filled(reply) | {"act": "submit_reply"})
    assert answer.status_code == 302
    reply.refresh_from_db()
    assert reply.state == "checking"
    assert "等督办机构审核" in words(writer.get(address(reply)))


def test_a_promise_of_the_past_is_refused(city, writer, reply):
    name = f"a{reply.answers.first().recommendation_id}-"
    past = today() - timedelta(days=1)
    writer.post(
        address(reply), filled(reply) | {name + "grade": "B", name + "promise_due": f"{past}"}
    )
    assert "承诺时限已经过了：第 1 条" in words(writer.get(address(reply)))


def test_a_grade_outside_the_scale_is_refused_and_the_words_stay(writer, reply):
    page = writer.post(address(reply), filled(reply) | {"grade": "Q"})
    assert page.status_code == 409
    assert "没有“Q”类" in words(page)
    assert "已经办了。" in words(page)


def test_script_in_an_answer_is_text(city, writer, reply):
    ask = reply.answers.first()
    edit_reply(
        city.seat("staff_housing"),
        reply.pk,
        fields={},
        answers=[{"ask": ask.recommendation_id, "text": "<script>alert(1)</script>"}],
    )
    assert "<script>alert(1)</script>" not in words(writer.get(address(reply)))


def test_another_unit_and_another_committee_find_nothing(city, client, reply):
    from shangliang.demo.small import build_small_city

    client.force_login(city.account("staff_civil"))
    assert client.get(address(reply)).status_code == 404
    other = build_small_city("邻州市", prefix="b-")
    client.force_login(other.account("supervisor"))
    assert client.get(address(reply)).status_code == 404


def test_the_fit_part_alone_answers_the_script(writer, reply):
    part = words(writer.get(address(reply) + "?part=fit"))
    assert part.startswith('<div class="card fit"')
    assert "还没有答" in part


@pytest.mark.parametrize("who", ["staff_housing", "staff_finance", "supervisor", "clerk", "member"])
@pytest.mark.parametrize("state", ["draft", "countersigning", "checking", "sent"])
def test_the_page_asks_at_most_fifteen_questions(
    city, client, who, state, django_assert_max_num_queries
):
    case = city.accepted()
    seat = city.seat("staff_finance")
    opinion = draft_reply(seat, city.assignment(case, "finance").pk)
    opinion.answers.update(text="同意。")
    submit_reply(seat, opinion.pk)
    reply = city.reply(case)
    if state != "draft":
        circulate(city.seat("staff_housing"), reply.pk)
    if state in ("checking", "sent"):
        countersign(seat, reply.pk, agree=True)
        submit_reply(city.seat("staff_housing"), reply.pk)
    if state == "sent":
        pass_check(city.seat("supervisor"), reply.pk)
    client.force_login(city.account(who))
    client.get(address(reply))
    with django_assert_max_num_queries(15):
        client.get(address(reply))


def test_a_second_round_asks_at_most_fifteen_questions(city, writer, django_assert_max_num_queries):
    from shangliang.submissions.actions.rate import rate
    from shangliang.submissions.actions.rehandle import rehandle

    case = city.replied()
    rate(city.seat("member"), case.pk, attitude="not", result="not", text="没办", redo=[2])
    rehandle(city.seat("supervisor"), case.pk, asks=[2], note="请写明期限。")
    reply = draft_reply(city.seat("staff_housing"), city.assignment(case, "housing").pk)
    page = words(writer.get(address(reply)))
    assert "请写明期限。" in page
    assert "上一轮怎么答" in page
    with django_assert_max_num_queries(15):
        writer.get(address(reply))
