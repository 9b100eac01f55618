"""Browsers signed in by role."""

import pytest
from django.test import Client

from shangliang.actors.models import (
    Tie,
)

K = Tie.Kind


@pytest.fixture
def as_(city):
    def login(who: str) -> Client:
        client = Client()
        client.force_login(city.account(who))
        return client

    return login
