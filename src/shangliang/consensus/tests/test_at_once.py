"""Many phones at the same moment: no answer lost, none counted twice, none after the end."""

import pytest
from django.utils import timezone

from shangliang.consensus.actions import answer as acts
from shangliang.consensus.actions.add_statement import add_statement
from shangliang.consensus.actions.close_round import close_round
from shangliang.consensus.actions.enter_paper import enter_paper
from shangliang.consensus.actions.make_tickets import make_tickets
from shangliang.consensus.actions.open_round import open_round
from shangliang.consensus.actions.start_round import start_round
from shangliang.consensus.ledger import digest_of
from shangliang.consensus.models import Participant, Round, Statement, Vote
from shangliang.demo.small import build_small_city
from shangliang.journal.models import Event
from tests.at_once import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(transactional_db):
    return build_small_city()


def opened(town, entry: str = "open") -> Round:
    seat = town.seat("organiser")
    made = start_round(seat, title="河边的步道修多宽？", entry=entry)
    add_statement(seat, made.pk, text="修三米宽。\n修五米宽。\n今年先不修。")
    open_round(seat, made.pk)
    return Round.objects.get(pk=made.pk)


def someone(talk: Round) -> Participant:
    who = acts.known(talk, acts.join(talk))
    assert who
    return who


def test_the_same_answer_sent_six_times_at_once_is_one_row(town):
    talk = opened(town)
    who, statement = someone(talk), talk.statements.first().pk
    said = at_once([lambda: acts.answer(talk, who, statement, 1) for _ in range(6)])
    assert said == []
    assert Vote.objects.count() == 1


def test_forty_people_at_once_are_forty_answers(town):
    talk = opened(town)
    statement = talk.statements.first().pk
    people = [someone(talk) for _ in range(40)]
    assert at_once([lambda w=w: acts.answer(talk, w, statement, 1) for w in people]) == []
    assert Vote.objects.values("participant").distinct().count() == Vote.objects.count() == 40


def test_one_member_joining_from_two_devices_at_once_is_one_voice(town):
    talk = opened(town, "members")
    member = town.people["member"].pk
    at_once([lambda: acts.join(talk, member) for _ in range(6)])
    assert Participant.objects.count() == 1


def test_a_sheet_typed_while_its_writer_comes_by_telephone_is_one_voice(town):
    talk, seat = opened(town, "tickets"), town.seat("organiser")
    (code,) = make_tickets(seat, talk.pk, count=1)
    first = talk.statements.order_by("number").first().pk

    def by_telephone() -> None:
        acts.answer(talk, acts.known(talk, acts.join(talk, ticket=code)), first, -1)

    sheet = {1: 1, 2: 1}
    at_once([by_telephone, *(lambda: enter_paper(seat, talk.pk, ticket=code, answers=sheet),) * 3])
    assert Participant.objects.count() == 1
    last = dict(Vote.objects.order_by("id").values_list("statement__number", "value"))
    assert last == {1: -1, 2: 1}, "what was said in one's own hand stands, the sheet adds the rest"


def test_what_comes_while_it_closes_is_counted_or_refused_and_the_digest_holds_all(town):
    talk = opened(town)
    statement = talk.statements.first().pk
    people = [someone(talk) for _ in range(12)]
    seat = town.seat("organiser")
    said = at_once(
        [
            *(lambda w=w: acts.answer(talk, w, statement, 1) for w in people),
            lambda: close_round(seat, talk.pk),
        ]
    )
    assert all("没有记上" in words for words in said)
    assert Vote.objects.count() == len(people) - len(said)
    talk.refresh_from_db()
    closed = Event.objects.get(verb="round.close_round")
    assert (closed.detail["votes"], closed.detail["digest"]) == digest_of(talk)


def test_an_answer_that_waited_for_the_end_is_not_taken(town):
    talk = opened(town)
    who, statement = someone(talk), talk.statements.first().pk
    close_round(town.seat("organiser"), talk.pk)
    # The row this phone holds in memory still says open.
    assert at_once([lambda: acts.answer(talk, who, statement, 1)] * 2)
    assert not Vote.objects.exists()
    assert timezone.now() >= Round.objects.get().closed_at


def test_statements_written_at_once_have_numbers_without_gap_or_double(town):
    talk = opened(town)
    people = [someone(talk) for _ in range(10)]
    at_once(
        [lambda n=n, w=w: acts.say(talk, w, f"步道第 {n} 种修法") for n, w in enumerate(people)]
    )
    assert sorted(Statement.objects.values_list("number", flat=True)) == list(range(1, 14))
