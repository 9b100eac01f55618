"""Shared fixtures: a small synthetic city with one seat of every role, and the wall's watch."""

import time
from collections.abc import Iterator

import pytest
from django.core.signals import request_finished, request_started
from django.db import connection
from hypothesis import HealthCheck, settings

from shangliang.demo.small import SmallCity, build_small_city
from tests.wall import watch

# How fast a machine makes its inputs is no health of a test.
settings.register_profile("any machine", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Many hands at once are tried where rows are locked: embedded SQLite takes one at a time."""
    if connection.vendor != "postgresql":
        for item in items:
            if item.get_closest_marker("postgres"):
                item.add_marker(pytest.mark.skip(reason="needs PostgreSQL: rows are locked there"))


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
    from shangliang.search import permission, tokens_asked
    from shangliang.search.pairs_seen import forget

    cache.clear()
    forget()
    queries._parsed.clear()
    permission._templates.clear()
    tokens_asked._sizes.clear()
    connection.__dict__.pop("touched_rows", None)  # of a test before, which was rolled back


@pytest.fixture
def quiet() -> Iterator[None]:
    """After the page is closed, wait for what the server still answers: a save under way would
    hold the table that the next test empties."""
    under_way: list[int] = []

    def begins(**_: object) -> None:
        under_way.append(1)

    def ends(**_: object) -> None:
        if under_way:
            under_way.pop()

    request_started.connect(begins)
    request_finished.connect(ends)
    yield
    patience = time.monotonic() + 5
    while under_way and time.monotonic() < patience:
        time.sleep(0.02)
    request_started.disconnect(begins)
    request_finished.disconnect(ends)
