"""Every address of the product × every role: who comes in, who is turned away, and how."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from shangliang.journal.models import Event

from .door import THREE
from .doors import DOORS
from .people import ROLES
from .street import addresses, behind, path_of

SLOW = pytest.mark.slow


class Undo(Exception):
    """Takes back what a knock changed, so that the next one finds the same house."""


def knock(city, who: str, path: str, method: str):
    """The answer to one request; whatever it changed is undone."""
    client = Client(raise_request_exception=False)
    answer = None
    try:
        with transaction.atomic():
            if who:
                client.force_login(city.account(who))
            answer = getattr(client, method)(path)
            raise Undo
    except Undo:
        return answer


def at_the_door(answer) -> bool:
    """Sent to sign in, or told to."""
    return answer.status_code == 401 or (
        answer.status_code == 302 and answer.url.startswith(reverse("sign-in"))
    )


def test_every_address_stands_in_the_table():
    # The interface for programs (a namespace of its own) has tokens and its own matrix.
    named = {name for name in addresses() if ":" not in name}
    assert named - DOORS.keys() == set(), "add a line to accounts/tests/doors.py"
    assert DOORS.keys() - named == set(), "these addresses are gone: take their lines out"


@SLOW
@pytest.mark.parametrize("who", ROLES)
def test_a_role_opens_what_it_may_and_nothing_else(city, who):
    rows, wrong = behind(city), []
    for name, door in DOORS.items():
        status = knock(city, who, path_of(name, rows), door.method).status_code
        if who not in door.inside:
            right = status in door.no
        elif door.missing:
            right = status in (200, 404, 405)
        else:
            right = status in (200, 302, 405, 409, 422)
        if not right:
            wrong.append((name, status))
    assert wrong == []


@SLOW
def test_without_an_account_only_public_pages_open(city):
    rows, wrong = behind(city), []
    for name, door in DOORS.items():
        answer = knock(city, "", path_of(name, rows), door.method)
        if door.public:
            right = not at_the_door(answer) and answer.status_code < 500
        else:
            right = at_the_door(answer)
        if not right:
            wrong.append((name, answer.status_code))
    assert wrong == []


@SLOW
def test_the_three_administrators_meet_no_proposal_on_any_page(city):
    rows, found = behind(city), []
    title = "加装电梯后续管养"
    for who in sorted(THREE):
        for name, door in DOORS.items():
            if who in door.inside and not door.public and door.method == "get":
                answer = knock(city, who, path_of(name, rows), "get")
                if not answer.streaming and title in answer.content.decode("utf-8", "ignore"):
                    found.append((who, name))
    assert found == []


@SLOW
def test_looking_changes_nothing(city):
    """GET is safe: no verb is done, whoever opens whatever (ASVS 3.5.3)."""
    rows, before = behind(city), Event.objects.count()
    done = []
    for who in ("member", "clerk", "supervisor", "staff_housing", "admin", "auditor"):
        client = Client(raise_request_exception=False)
        client.force_login(city.account(who))
        for name in DOORS:
            client.get(path_of(name, rows))
            if Event.objects.count() != before:
                done.append((who, name))
                before = Event.objects.count()
    assert done == []
