"""Every form of consultation, from its plan to its closing by its own rules."""

import pytest

from shangliang.actors.models import Actor
from shangliang.procedures.verdicts import Refused
from shangliang.topics.actions.add_parties import add_parties
from shangliang.topics.actions.answer_advice import answer_advice
from shangliang.topics.actions.answer_consultation import answer_consultation
from shangliang.topics.actions.cast_vote import cast_vote
from shangliang.topics.actions.close_consultation import close_consultation
from shangliang.topics.actions.close_vote import close_vote
from shangliang.topics.actions.edit_result import edit_result
from shangliang.topics.actions.issue_result import issue_result
from shangliang.topics.actions.open_vote import open_vote
from shangliang.topics.actions.sector_proposal import begin_proposal
from shangliang.topics.actions.start_result import start_result
from shangliang.topics.presets import forms

from . import stages

pytestmark = pytest.mark.django_db


def with_result(city, case) -> None:
    """The written result its form asks for: voted where it must be, issued, each advice answered."""
    organiser = city.seat("organiser")
    made = start_result(
        organiser, kind=case.kind.result, title="关于共享停车的意见", consultation=case.pk
    )
    edit_result(
        organiser, made.pk, title=made.title, body="停车难，要共享。", addressees="市政府办公室"
    )
    if "adopted" in case.kind.closing:
        people = ("member", "member2", "member3")
        open_vote(organiser, made.pk, kind="secret", people=[city.people[k].pk for k in people])
        with pytest.raises(Refused, match="表决"):
            issue_result(city.seat("leader"), made.pk)
        for key in people:
            cast_vote(city.seat(key), made.pk, choice="yes")
        close_vote(organiser, made.pk)
    issue_result(city.seat("leader"), made.pk)
    for advice in made.advices.all():
        answer_advice(
            city.seat("staff_housing"), made.pk, advice=advice.pk, outcome="taken",
            text="采纳，年底前办到。",
        )  # fmt: skip


@pytest.mark.parametrize("form", list(forms()))
def test_each_form_is_held_recorded_answered_and_closed_by_its_rules(city, form):
    case = stages.recorded(city, form)
    seat = city.seat("convenor" if form == "council" else "organiser")
    with pytest.raises(Refused, match="对方已答复"):
        close_consultation(seat, case.pk, outcome="谈成一条")
    row = case.parties.get(side="answers")
    case = answer_consultation(
        city.seat("staff_housing"), case.pk, party=row.pk, text="三处停车场年底前夜间开放。"
    )
    if {"result", "adopted"} & set(case.kind.closing):
        with pytest.raises(Refused, match="成果"):
            close_consultation(seat, case.pk, outcome="谈成一条")
        with_result(city, case)
    assert close_consultation(seat, case.pk, outcome="谈成一条").state == "closed"


def test_a_sector_begins_its_proposal_from_its_consultation_by_one_press(city, client):
    case = stages.held(city, "sector")
    with pytest.raises(Refused, match="没有界别"):
        begin_proposal(city.seat("clerk"), case.pk)
    add_parties(city.seat("organiser"), case.pk, side="asks", actors=[city.bodies["sector"].pk])
    client.force_login(city.account("clerk"))
    path = f"/consultations/{case.pk}/"
    assert "起草界别提案" in client.get(path).content.decode()
    client.post(f"/do/consultation/begin_proposal/{case.pk}/?next={path}")
    case.refresh_from_db()
    page = client.get(path).content.decode()
    assert f"/proposals/{case.about_id}/" in page
    back = client.get(f"/proposals/{case.about_id}/").content.decode()
    assert path in back
    assert "夜间开放机关停车场" in back
    assert "不同意收费（一位委员）" in back
    assert Actor.objects.get(pk=city.bodies["sector"].pk).name in back
    with pytest.raises(Refused, match="已经起草过"):
        begin_proposal(city.seat("clerk"), case.pk)


def test_only_a_sectors_consultation_becomes_its_proposal(city):
    case = stages.held(city)
    with pytest.raises(Refused, match="只有界别协商"):
        begin_proposal(city.seat("clerk"), case.pk)
