"""Shared fixtures: a small synthetic city with one seat of every role, and the wall's watch."""

from collections.abc import Iterator

import pytest
from django.db import connection

from shangliang.demo.small import SmallCity, build_small_city
from tests.wall import watch


@pytest.fixture
def city(db: None) -> SmallCity:
    """A committee with members, units, a session whose window is open, and a seat for each role."""
    return build_small_city()


@pytest.fixture
def walled() -> Iterator[None]:
    """From here on a statement that names no committee fails the test."""
    with connection.execute_wrapper(watch):
        yield


@pytest.fixture(autouse=True)
def fresh_cache() -> None:
    """Caches must not carry rulebooks or calendars of one test into the next."""
    from django.core.cache import cache

    from shangliang.rulebooks import queries

    cache.clear()
    queries._parsed.clear()
