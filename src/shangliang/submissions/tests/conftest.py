"""Who sits at the screen in the tests of pages."""

import pytest

from shangliang.submissions.actions.draft_reply import draft_reply


@pytest.fixture
def writer(city, client):
    client.force_login(city.account("member"))
    return client


@pytest.fixture
def clerk(client, city):
    client.force_login(city.account("clerk"))
    return client


@pytest.fixture
def second(client, city):
    client.force_login(city.account("second"))
    return client


@pytest.fixture
def reply(city):
    case = city.accepted(units=(("housing", "lead"),))
    return draft_reply(city.seat("staff_housing"), city.assignment(case, "housing").pk)
