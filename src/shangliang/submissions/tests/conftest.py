"""Who sits at the screen in the tests of pages."""

import pytest


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
