"""Residents come by a slip of paper, one voice each; a round keeps to its dates."""

from datetime import timedelta

import pytest
from django.test import Client

from shangliang.consensus.actions import answer as acts
from shangliang.consensus.actions.add_statement import add_statement
from shangliang.consensus.actions.close_round import close_round
from shangliang.consensus.actions.make_tickets import make_tickets
from shangliang.consensus.actions.open_round import open_round
from shangliang.consensus.actions.start_round import start_round
from shangliang.consensus.models import Participant, Round, Ticket
from shangliang.procedures.office_calendar import today
from shangliang.procedures.verdicts import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def slips(city) -> Round:
    seat = city.seat("convenor")
    made = start_round(seat, title="楼下的信箱，换不换？", entry="tickets")
    add_statement(seat, made.pk, text="换成智能信箱。\n修一修还能用。")
    open_round(seat, made.pk)
    return Round.objects.get(pk=made.pk)


def test_a_slip_is_one_voice_on_whatever_phone(city, slips):
    (code,) = make_tickets(city.seat("convenor"), slips.pk, count=1)
    for phone in (Client(), Client()):
        page = phone.post(
            f"/talk/{slips.code}/join/", {"ticket": f" {code[:4].lower()} {code[4:]}"}, follow=True
        )
        assert "还有 2 条" in page.content.decode()
    assert Participant.objects.count() == 1
    wrong = Client().post(f"/talk/{slips.code}/join/", {"ticket": "AAAA2222"}, follow=True)
    assert "参加码不对" in wrong.content.decode()
    with pytest.raises(Refused, match="参加码不对"):
        acts.join(slips)


def test_codes_are_shown_once_and_nothing_tells_who_used_which(city, slips, client):
    client.force_login(city.account("convenor"))
    page = client.post(f"/rounds/{slips.pk}/tickets/", {"count": "3"})
    (first, *_) = page.context["codes"]
    assert first in page.content.decode()
    assert first not in client.get(f"/rounds/{slips.pk}/tickets/").content.decode()
    assert {f.name for f in Ticket._meta.fields} == {"id", "committee", "round", "digest"}
    acts.join(slips, ticket=first)
    close_round(city.seat("convenor"), slips.pk)
    slips.refresh_from_db()
    assert slips.key is None
    assert slips.people.get().person_digest == ""


@pytest.mark.parametrize("count", ["0", "501", "几张", "99999999999"])
def test_an_odd_number_of_slips_is_refused_with_words(city, slips, client, count):
    client.force_login(city.account("convenor"))
    page = client.post(f"/rounds/{slips.pk}/tickets/", {"count": count})
    assert page.status_code == 422
    assert "1 到 500 张" in page.content.decode()


def test_after_the_last_day_nothing_is_taken_even_if_nobody_pressed_close(slips, city):
    (code,) = make_tickets(city.seat("convenor"), slips.pk, count=1)
    who = acts.known(slips, acts.join(slips, ticket=code))
    slips.closes_on = today() - timedelta(days=1)
    slips.save()
    with pytest.raises(Refused, match="为止"):
        acts.answer(slips, who, slips.statements.first().pk, 1)
    assert "为止" in Client().get(f"/talk/{slips.code}/").content.decode()


def test_after_the_phase_of_statements_people_only_answer(slips, city):
    (code,) = make_tickets(city.seat("convenor"), slips.pk, count=1)
    who = acts.known(slips, acts.join(slips, ticket=code))
    slips.says_until = today() - timedelta(days=1)
    slips.save()
    with pytest.raises(Refused, match="只表态"):
        acts.say(slips, who, "信箱旁边加一盏灯")
    acts.answer(slips, who, slips.statements.first().pk, 1)


def test_the_open_list_names_rounds_for_everybody_only(slips, city):
    seat = city.seat("convenor")
    made = start_round(seat, title="树下的空地，做什么用？")
    add_statement(seat, made.pk, text="做儿童乐园好。\n划成停车位好。")
    open_round(seat, made.pk)
    page = Client().get("/talk/").content.decode()
    assert made.title in page
    assert slips.title not in page
