"""The sample city is true: every simulated life is a legal path of the tables, every chain whole."""

import random
from types import SimpleNamespace

import pytest
from django.db import transaction

from shangliang.actors.models import Actor
from shangliang.demo.city import build
from shangliang.demo.city.plan import voices
from shangliang.journal.models import Event
from shangliang.journal.telling import OUTSIDE
from shangliang.journal.verify import verify
from shangliang.procedures.telling import all_tables
from shangliang.submissions.models import Submission

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
TABLES = all_tables()


@pytest.fixture(scope="module")
def small_build(django_db_setup, django_db_blocker):
    """One county beside the city, built once for these tests and taken back after them."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()
        build(counties=1, say=lambda line: None)
        yield
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)


def test_every_event_of_the_city_is_a_move_its_table_allows(small_build):
    for event in Event.objects.exclude(detail__to=None).iterator():
        name, verb = event.verb.split(".")
        if event.verb in OUTSIDE:
            continue  # a step another case's verb takes for this one, told by its room
        move = TABLES[name][verb]
        assert event.detail["from"] in move.source, event.verb
        allowed = (event.detail["from"],) if move.target is None else move.lands()
        assert event.detail["to"] in allowed, event.verb


def test_each_proposal_ends_in_the_state_its_events_lead_to(small_build):
    last: dict[int, str] = {}
    moves = Event.objects.filter(case_type="submission", verb__startswith="proposal.")
    for event in moves.exclude(detail__to=None).order_by("committee", "seq").iterator():
        last[event.case_id] = event.detail["to"]
    delivered = set(
        Event.objects.filter(verb__in=["reply.pass_check"]).values_list("case_id", flat=True)
    )
    for pk, state in Submission.objects.values_list("pk", "state"):
        if state == "replied" and pk in delivered:
            continue  # the delivery of a reply moves the proposal, not a verb of its own
        assert last.get(pk, "draft") == state


def test_the_chains_of_the_city_are_whole_and_numbers_have_no_gap(small_build):
    for committee in Actor.objects.filter(kind="committee"):
        assert list(verify(committee.pk)) == []
    for session in Submission.objects.values_list("session", flat=True).distinct():
        given = sorted(
            Submission.objects.filter(session=session, number__isnull=False).values_list(
                "number", flat=True
            )
        )
        assert given == list(range(1, len(given) + 1))


def test_every_role_has_something_that_waits_today(small_build):
    city = Actor.objects.get(kind="committee", name__contains="澄州市")
    states = dict.fromkeys(
        Submission.objects.filter(committee=city).values_list("state", flat=True)
    )
    for state in (
        "draft",
        "submitted",
        "reviewing",
        "returned",
        "filed",
        "handling",
        "replied",
        "closed",
        "merged",
        "to_report",
        "not_filed",
    ):
        assert state in states, state


def test_any_number_of_proposals_finds_its_words() -> None:
    body = SimpleNamespace(place="澄州市")
    made = voices(body, 3000, random.Random(1))  # type: ignore[arg-type]
    assert len(made) == 3000
    assert len({v.title for v in made}) > 2500
