"""A sheet of paper and a telephone are two doors to one voice."""

import pytest
from django.test import Client

from shangliang.consensus.actions import answer as acts
from shangliang.consensus.actions.add_statement import add_statement
from shangliang.consensus.actions.close_round import close_round
from shangliang.consensus.actions.enter_paper import enter_paper
from shangliang.consensus.actions.make_tickets import make_tickets
from shangliang.consensus.actions.open_round import open_round
from shangliang.consensus.actions.publish_round import publish_round
from shangliang.consensus.actions.reopen_round import reopen_round
from shangliang.consensus.actions.start_round import start_round
from shangliang.consensus.models import Round, Vote
from shangliang.journal.models import Event
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

from .talks import TEXTS, fill

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["members", "tickets"])
def door(request, city):
    """A round of one voice: (the round, whose sheet it is, the same person's way in online)."""
    seat = city.seat("convenor")
    made = start_round(seat, title="楼下的信箱，换不换？", entry=request.param)
    add_statement(seat, made.pk, text=TEXTS)
    open_round(seat, made.pk)
    talk = Round.objects.get(pk=made.pk)
    if request.param == "members":
        member = city.people["member"].pk
        return talk, {"person": member}, lambda: acts.join(talk, member)
    (code,) = make_tickets(seat, talk.pk, count=1)
    return talk, {"ticket": code.lower()}, lambda: acts.join(talk, ticket=code)


def said(talk: Round) -> dict[int, int]:
    """{statement's number: the answer that counts}."""
    rows = Vote.objects.filter(round=talk).order_by("id")
    return dict(rows.values_list("statement__number", "value"))


def pk_of(talk: Round, number: int) -> int:
    return talk.statements.get(number=number).pk


def test_what_was_said_online_stands_and_the_sheet_adds_the_rest(city, door):
    talk, whose, come = door
    acts.answer(talk, acts.known(talk, come()), pk_of(talk, 1), -1)
    enter_paper(city.seat("convenor"), talk.pk, answers={1: 1, 2: 1}, **whose)
    assert talk.people.count() == 1
    assert said(talk) == {1: -1, 2: 1}
    assert Vote.objects.count() == 2
    event = Event.objects.filter(verb="round.enter_paper").latest("seq")
    assert (event.detail["count"], event.detail["left"]) == (1, 1)
    with pytest.raises(Refused, match="以本人的为准"):
        enter_paper(city.seat("convenor"), talk.pk, answers={1: 1}, correct=True, **whose)


def test_after_a_sheet_its_writer_goes_on_online_and_what_is_said_later_counts(city, door):
    talk, whose, come = door
    enter_paper(city.seat("convenor"), talk.pk, answers={1: 1, 2: 1}, **whose)
    who = acts.known(talk, come())
    acts.answer(talk, who, pk_of(talk, 2), -1)
    assert talk.people.count() == 1
    assert said(talk) == {1: 1, 2: -1}
    with pytest.raises(Refused, match="以本人的为准"):
        enter_paper(city.seat("convenor"), talk.pk, answers={2: 1}, correct=True, **whose)


def test_a_sheet_typed_twice_is_one_and_a_slip_of_the_typist_can_be_mended(city, door):
    talk, whose, _ = door
    seat = city.seat("convenor")
    enter_paper(seat, talk.pk, answers={1: 1, 2: 1}, **whose)
    with pytest.raises(Refused, match="录过了"):
        enter_paper(seat, talk.pk, answers={1: 1, 2: 1}, **whose)
    enter_paper(seat, talk.pk, answers={1: 1, 2: 0}, correct=True, **whose)
    assert said(talk) == {1: 1, 2: 0}
    assert Vote.objects.count() == 3, "only what differs is added"


def test_a_sheet_without_its_voice_is_refused(city, door):
    talk, _, _ = door
    with pytest.raises(Refused, match="参加码不对|是谁填的"):
        enter_paper(city.seat("convenor"), talk.pk, answers={1: 1})
    assert not talk.people.exists()


def test_at_closing_a_sheet_can_no_longer_be_led_back(city, door):
    talk, whose, _ = door
    enter_paper(city.seat("convenor"), talk.pk, answers={1: 1}, **whose)
    close_round(city.seat("convenor"), talk.pk)
    talk.refresh_from_db()
    assert talk.key is None
    assert talk.people.get().person_digest == ""


def test_where_nobody_is_known_the_number_on_the_sheet_keeps_it_one(city, talk):
    seat = city.seat("convenor")
    enter_paper(seat, talk.pk, sheet="a 7", answers={1: 1})
    with pytest.raises(Refused, match="录过了"):
        enter_paper(seat, talk.pk, sheet="A7", answers={1: -1})
    with pytest.raises(Refused, match="编个号"):
        enter_paper(seat, talk.pk, answers={1: 1})
    enter_paper(seat, talk.pk, sheet="8", answers={1: 1})
    close_round(seat, talk.pk)
    reopen_round(seat, talk.pk, closes_on=today(), reason="有两张纸没送到")
    with pytest.raises(Refused, match="录过了"):
        enter_paper(seat, talk.pk, sheet="8", answers={1: 1})
    fill(talk, 6)
    close_round(seat, talk.pk)
    publish_round(seat, talk.pk)
    talk.refresh_from_db()
    assert talk.key is None
    assert not talk.people.exclude(person_digest="").exists()


def test_the_typist_names_the_writer_and_keeps_what_was_typed(city, client, door):
    talk, whose, _ = door
    client.force_login(city.account("convenor"))
    field = "person" if talk.entry == "members" else "ticket"
    page = client.post(f"/do/round/enter_paper/{talk.pk}/", {field: "没有这个", "s1": "1"})
    assert page.status_code in (409, 422)
    assert "没有这个人" in page.content.decode() or "参加码不对" in page.content.decode()
    assert page.content.decode().count("checked") == 1 + 2, "the answer, and two left open"
    right = city.people["member"].name if field == "person" else whose["ticket"]
    page = client.post(f"/do/round/enter_paper/{talk.pk}/", {field: right, "s1": "1", "s2": ""})
    assert page.status_code == 302
    assert said(talk) == {1: 1}


def test_a_guest_cannot_type_sheets(talk):
    assert Client().post(f"/do/round/enter_paper/{talk.pk}/", {"sheet": "1"}).status_code == 302
    assert not talk.people.exists()
