"""Where the tests of this room begin."""

import pytest

from shangliang.search.index import rebuild


@pytest.fixture
def indexed(city):
    city.replied()
    rebuild(city.committee.pk)
    return city
