"""The index itself: lost, old, half built, too long, and built again."""

import pytest
from django.urls import reverse

from shangliang.procedures.seat import Role
from shangliang.search.find import search
from shangliang.search.index import rebuild, refresh
from shangliang.search.models import IndexState, Row
from shangliang.search.sources import SOURCES
from shangliang.submissions.models import Submission

from .finding import SEATS, titles, write_one

pytestmark = pytest.mark.django_db


def test_a_lost_index_is_asked_for_again_once_and_said(city, client):
    from shangliang.jobs.models import Job

    city.replied()
    client.force_login(city.account("clerk"))
    for _ in range(3):
        answer = client.get(reverse("search"), {"q": "电梯"})
        assert "正在重建" in answer.content.decode()
    assert Job.objects.filter(kind="search.rebuild").count() == 1


def test_an_index_of_an_older_version_is_built_again(indexed, client):
    IndexState.objects.update(version=0)
    client.force_login(indexed.account("clerk"))
    assert "正在重建" in client.get(reverse("search"), {"q": "电梯"}).content.decode()
    rebuild(indexed.committee.pk)
    assert "正在重建" not in client.get(reverse("search"), {"q": "电梯"}).content.decode()


def test_without_the_token_table_texts_are_read_and_a_rebuild_mends_it(indexed):
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("FTS5 is SQLite's")
    seat = indexed.seat("clerk")
    word = Submission.objects.get(number__isnull=False).short_title[:4]
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE search_gram")
    found = search(seat, word)
    assert found.degraded
    assert found.total
    rebuild(indexed.committee.pk)
    found = search(seat, word)
    assert not found.degraded
    assert found.total


def test_what_is_deleted_is_not_found(city, django_capture_on_commit_callbacks):
    from shangliang.submissions.actions.discard import discard

    with django_capture_on_commit_callbacks(execute=True):
        case = write_one(city, title="关于镬耳楼的提案")
    with django_capture_on_commit_callbacks(execute=True):
        discard(city.seat("member"), case.pk)
    assert titles(city.seat("member"), "镬耳楼") == []
    assert not Row.objects.filter(object_id=case.pk, kind="proposal").exists()


def test_a_document_of_two_million_characters_is_kept_in_parts(city):
    from datetime import date

    from shangliang.search.sources import Entry
    from shangliang.search.store import put, rows_of

    body = "甲乙丙丁。" * 139_999 + "尽头有骉字。"
    case = city.replied()
    entry = Entry(case.pk, "长文", body, date(2026, 1, 1), committee_id=city.committee.pk)
    put(rows_of("proposal", entry))
    found = search(city.seat("clerk"), "骉字")
    assert [h.object_id for h in found.hits] == [case.pk]


def test_roles_are_all_covered(city):
    assert {r for who in SEATS for r in city.seat(who).roles} >= set(Role) - {Role.SECOND_REVIEWER}


@pytest.mark.parametrize("gone", ["rows", "tokens", "table"])
def test_an_index_that_was_lost_is_noticed_by_who_finds_nothing_and_mended(indexed, client, gone):
    from django.db import connection

    from shangliang.jobs.models import Job

    if gone == "rows":
        Row.objects.all()._raw_delete("default")
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_gram" if gone == "tokens" else "DROP TABLE search_gram")  # fmt: skip
    else:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE search_row SET grams = NULL")
    client.force_login(indexed.account("clerk"))
    assert "正在重建" in client.get(reverse("search"), {"q": "电梯"}).content.decode()
    assert Job.objects.filter(kind="search.rebuild").count() == 1
    rebuild(indexed.committee.pk)
    page = client.get(reverse("search"), {"q": "电梯"}).content.decode()
    assert "正在重建" not in page
    assert "<mark>电梯</mark>" in page


def test_a_half_built_index_is_built_whole_by_the_nightly_turn(indexed):
    from django.db import connection

    from shangliang.search.index import rebuild_all

    assert rebuild_all() == ""
    first = Row.objects.order_by("pk").values_list("pk", flat=True)[0]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM search_gram WHERE rowid = %s", [first])
        else:
            cursor.execute("UPDATE search_row SET grams = NULL WHERE id = %s", [first])
    assert rebuild_all() == "1"
    assert rebuild_all() == ""


def test_everything_deleted_while_the_index_is_built_leaves_nothing_behind(city, monkeypatch):
    """Between reading the keys and reading the rows all of them go."""
    from shangliang.search import index

    city.replied()
    rebuild(city.committee.pk)
    real = index.refresh

    def after_all_went(committee_id, source, ids):
        if source.kind in ("proposal", "reply"):
            empty = type(source)(**{**source.__dict__, "rows": lambda c: source.rows(c).none()})
            return real(committee_id, empty, ids)
        return real(committee_id, source, ids)

    monkeypatch.setattr(index, "refresh", after_all_went)
    rebuild(city.committee.pk)
    assert not Row.objects.filter(kind__in=("proposal", "reply")).exists()
    assert search(city.seat("clerk"), "电梯").total == 0


@pytest.mark.parametrize("who", SEATS)
def test_permission_filled_in_is_what_the_room_itself_says(indexed, who):
    """The condition is written once a shape of seat: word for word what each room would write."""
    from dataclasses import replace

    from shangliang.search import permission

    seat = indexed.seat(who)
    for other in (seat, replace(seat, person_id=seat.person_id + 71, units=frozenset(n + 5 for n in seat.units))):  # fmt: skip
        for source in SOURCES.values():
            said = permission.of_kind(other, source)
            assert permission.same(said, permission.asked(other, source)), (who, source.kind)


def test_a_room_that_asks_the_database_for_its_condition_is_asked_each_time(indexed):
    from shangliang.search import permission
    from shangliang.search.sources import Source

    source = SOURCES["proposal"]

    def eager(seat):
        return source.visible(seat).filter(pk__in=list(source.visible(seat).values_list("pk", flat=True)))  # fmt: skip

    odd = Source(**{**source.__dict__, "kind": "odd", "visible": eager})
    seat = indexed.seat("clerk")
    said = permission.of_kind(seat, odd)
    assert not permission._templates[permission.connection.vendor, "odd", permission.shape_of(seat)].usable  # fmt: skip
    assert permission.same(said, permission.asked(seat, odd))


def test_what_was_told_of_another_committees_thing_takes_no_row_away(city):
    """A key named by an act that was taken back may be this committee's by now."""
    case = city.draft(title="关于古井保护的提案")
    rebuild(city.committee.pk)
    refresh(city.committee.pk + 1000, SOURCES["proposal"], {case.pk})
    assert Row.objects.filter(kind="proposal", object_id=case.pk).exists()


def test_no_box_lets_more_be_typed_than_an_address_carries(city, client):
    client.force_login(city.account("member"))
    page = client.get(reverse("search")).content.decode()
    assert page.count('maxlength="1000"') == 2  # in the head and on the page
