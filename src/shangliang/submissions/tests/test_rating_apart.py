"""分办: units that answered separately are rated each with its own words."""

import pytest

from shangliang.procedures.verdicts import Refused
from shangliang.submissions.actions.draft_reply import draft_reply
from shangliang.submissions.actions.edit_reply import edit_reply
from shangliang.submissions.actions.log_contact import log_contact
from shangliang.submissions.actions.pass_check import pass_check
from shangliang.submissions.actions.rate import rate
from shangliang.submissions.actions.submit_reply import submit_reply
from shangliang.submissions.models import Rating

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(city):
    """Two units have answered, each its own ask."""
    case = city.accepted(units=(("housing", "each"), ("finance", "each")))
    for unit, ask in (("housing", 1), ("finance", 2)):
        seat, row = city.seat(f"staff_{unit}"), city.assignment(case, unit)
        log_contact(seat, row.pk, means="电话", note="听取意见。")
        reply = draft_reply(seat, row.pk)
        mine = reply.answers.get(recommendation__order=ask)
        edit_reply(
            seat,
            reply.pk,
            fields={"grade": "A", "secrecy_checked": True},
            answers=[{"ask": mine.recommendation_id, "text": "已办。", "grade": "A"}],
        )
        submit_reply(seat, reply.pk)
        pass_check(city.seat("supervisor"), reply.pk)
    case.refresh_from_db()
    return case


def words(case):
    rows = Rating.objects.filter(submission=case).select_related("reply__assignment__unit")
    return {r.reply.assignment.unit_id: (r.attitude, r.result) for r in rows}


def test_each_unit_gets_its_own_word_and_the_list_shows_the_worst(city, answered):
    housing, finance = city.units["housing"], city.units["finance"]
    rate(
        city.seat("member"), answered.pk, attitude="satisfied", result="satisfied",
        text="财政的答复没有数。", apart=[(finance.pk, "basically", "not")],
    )  # fmt: skip
    assert words(answered) == {
        housing.pk: ("satisfied", "satisfied"),
        finance.pk: ("basically", "not"),
    }
    answered.refresh_from_db()
    assert answered.satisfaction == "not"


@pytest.mark.parametrize(
    "apart, text, said",
    [
        ([("finance", "satisfied", "not")], "", "不满意的，请写一句"),
        ([("finance", "satisfied", "so so")], "", "请分别评"),
        ([("water", "satisfied", "satisfied")], "", "只能评这一轮答复了的单位"),
    ],
)
def test_what_is_refused_leaves_no_rating(city, answered, apart, text, said):
    ids = {"finance": city.units["finance"].pk, "water": 0}
    with pytest.raises(Refused, match=said):
        rate(
            city.seat("member"), answered.pk, attitude="satisfied", result="satisfied", text=text,
            apart=[(ids[u], how, what) for u, how, what in apart],
        )  # fmt: skip
    assert not Rating.objects.exists()


def test_the_page_asks_of_each_unit_and_shows_what_was_said_of_each(client, city, answered):
    client.force_login(city.account("member"))
    page = f"/proposals/{answered.pk}/rate/"
    assert "几个单位分别答复" in client.get(page).content.decode()
    finance = city.units["finance"]
    sent = {"attitude": "satisfied", "result": "satisfied", f"result_{finance.pk}": "not"}
    refused = client.post(page, sent)
    assert refused.status_code == 422
    assert "哪里不满意" in refused.content.decode()
    client.post(page, sent | {"text": "没有数。"})
    assert words(answered)[finance.pk] == ("satisfied", "not")
    shown = client.get(page).content.decode()
    assert f"{finance}：办理态度" in shown


def test_one_answering_unit_is_asked_of_once(client, city):
    case = city.replied()
    client.force_login(city.account("member"))
    assert "分别评" not in client.get(f"/proposals/{case.pk}/rate/").content.decode()
