"""What a full hall does at once is cheap: counted in questions to the database, not in seconds."""

import threading

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from shangliang.activities.actions.sign_in import sign_in
from shangliang.activities.signing import code_at
from shangliang.journal import after
from shangliang.procedures import again

from .helpers import held

pytestmark = pytest.mark.django_db


def test_a_sign_in_asks_thirteen_questions_and_leaves_the_activity_s_row_alone(city):
    row = held(city, "member", "member2")
    code, seat = code_at(row, timezone.now()), city.seat("member")
    sign_in(city.seat("member2"), row.pk, code=code)
    with CaptureQueriesContext(connection) as asked:
        sign_in(seat, row.pk, code=code)
    said = [q["sql"] for q in asked if "SAVEPOINT" not in q["sql"]]
    assert len(said) <= 13
    assert not [sql for sql in said if sql.startswith('UPDATE "activities_activity"')]


def test_a_sign_in_makes_no_index_anew(city, monkeypatch, django_capture_on_commit_callbacks):
    row = held(city, "member")
    told: list[object] = []
    monkeypatch.setattr(after, "LISTENERS", [told.append])
    with django_capture_on_commit_callbacks(execute=True):
        sign_in(city.seat("member"), row.pk, code=code_at(row, timezone.now()))
    assert told == []


def test_the_phone_s_page_asks_nine_questions_and_stays_small(city, client):
    row = held(city, "member")
    client.force_login(city.account("member"))
    path = f"/activities/{row.pk}/in/"
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    assert len(asked) <= 9
    assert len(answer.content) < 20_000


def test_writers_of_one_process_queue_where_the_database_takes_one_at_a_time():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL takes many writers")
    inside: list[int] = []

    def write() -> None:
        with again.turn():
            inside.append(1)

    with again.turn(), again.turn():  # what follows a commit may write, too
        other = threading.Thread(target=write)
        other.start()
        other.join(0.05)
        assert inside == []
    other.join(5)
    assert inside == [1]
