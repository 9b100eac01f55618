"""Search over everything a seat may see."""

import pytest
from django.urls import reverse

from shangliang.procedures.seat import NOBODY, Role
from shangliang.search.find import Filters, search
from shangliang.search.index import rebuild, refresh
from shangliang.search.models import IndexState, Row
from shangliang.search.sources import SOURCES
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.start import start
from shangliang.submissions.models import Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def indexed(city):
    city.replied()
    rebuild(city.committee.pk)
    return city


def titles(seat, typed, **narrowed):
    found = search(seat, typed, Filters(**narrowed))
    return ["".join(p.text for p in hit.title) for hit in found.hits]


def write_one(city, **fields):
    seat = city.seat("member")
    case = start(seat)
    case = case if isinstance(case, Submission) else Submission.objects.get(pk=case)
    edit(seat, case.pk, fields=fields)
    return Submission.objects.get(pk=case.pk)


def test_what_was_saved_is_found_at_once(city, django_capture_on_commit_callbacks):
    rebuild(city.committee.pk)
    search(city.seat("member"), "镬耳楼周边")  # dictionaries are loaded once a process
    for word in ("镬耳楼", "骉马巷", "鹡鸰桥"):
        with django_capture_on_commit_callbacks() as after_commit:
            write_one(city, title=f"关于整治{word}周边停车的提案")
        for call in after_commit:
            call()
        assert titles(city.seat("member"), word) == [f"关于整治{word}周边停车的提案"]


def test_a_draft_is_found_by_its_writer_and_by_nobody_else(
    city, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        write_one(city, title="关于镬耳楼的提案")
    assert titles(city.seat("member"), "镬耳楼")
    for who in ("clerk", "second", "supervisor", "leader", "staff_housing", "admin", "editor"):
        assert titles(city.seat(who), "镬耳楼") == [], who


@pytest.mark.parametrize(
    "typed",
    [
        "骉",  # one rare character
        "骉马",
        "𬭎",  # beyond the basic plane
        "堵车",
        "ＢＲＴ",  # full width
        "brt",
        "镬耳樓",  # a traditional form
        "“常年堵车”",
        "「常年堵车」",
        "镬耳楼 停车",
        "镬耳楼停车常年堵车",
        "3.5公里",
        "5G基站",
    ],
)
def test_chinese_is_found_as_people_type_it(city, typed, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        write_one(
            city,
            title="关于整治镬耳楼周边停车的提案",
            situation="骉马巷口常年堵车，长3.5公里，BRT站和5G基站旁最甚。𬭎字也要找到。",
        )
    assert titles(city.seat("member"), typed) == ["关于整治镬耳楼周边停车的提案"]


def test_a_phrase_in_quotes_is_taken_as_it_stands(city, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        write_one(city, title="甲", situation="停车难在老城，整治要快。")
        write_one(city, title="乙", situation="整治停车。")
    assert set(titles(city.seat("member"), "整治 停车")) == {"甲", "乙"}
    assert titles(city.seat("member"), "“整治停车”") == ["乙"]


def test_names_are_found_by_pinyin_and_initials(indexed):
    person = indexed.people["member"]
    seat = indexed.seat("clerk")
    for typed in (person.name, person.pinyin, person.initials):
        found = search(seat, typed, Filters(kind="person"))
        assert person.pk in [h.object_id for h in found.hits], typed


def test_a_number_finds_its_proposal_first(indexed):
    case = Submission.objects.get(number__isnull=False)
    for typed in (str(case.number), case.number_label):
        hit = search(indexed.seat("clerk"), typed).hits[0]
        assert (hit.kind, hit.object_id) == ("proposal", case.pk)


def test_the_title_comes_before_the_text(city, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        write_one(city, title="加装电梯", situation="甲")
        write_one(city, title="旧房改造", situation="加装电梯、加装电梯、加装电梯。")
    assert titles(city.seat("member"), "加装电梯") == ["加装电梯", "旧房改造"]


def test_what_lacks_one_word_is_offered_and_said(city, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        write_one(city, title="旧房改造", situation="加装电梯的资金。")
    found = search(city.seat("member"), "旧房 电梯 资金 羊驼")
    assert found.loosened
    assert found.hits


SEATS = (
    "member", "clerk", "second", "supervisor", "leader", "staff_housing", "head_housing", "drafter",
    "approver", "organiser", "editor", "convenor", "admin", "security", "auditor",
)  # fmt: skip


@pytest.mark.parametrize("who", SEATS)
@pytest.mark.parametrize("typed", ["的", "一", "提案", "小区", "住", "1", "市", "z"])
def test_a_seat_never_finds_a_row_its_querysets_do_not_hold(indexed, who, typed):
    seat = indexed.seat(who)
    found = search(seat, typed)
    for hit in found.hits:
        assert SOURCES[hit.kind].visible(seat).filter(pk=hit.object_id).exists(), (who, hit)


def test_every_row_a_seat_may_see_can_be_found(indexed):
    """Not a row less either: the title of each finds it."""
    for who in SEATS:
        seat = indexed.seat(who)
        for source in SOURCES.values():
            for entry in source.entries(source.visible(seat).filter(
                pk__in=source.rows(seat.committee_id).values("pk"))[:5]):  # fmt: skip
                found = search(seat, entry.title, Filters(kind=source.kind))
                assert entry.object_id in [h.object_id for h in found.hits], (who, entry.title)


def test_nobody_finds_nothing(indexed):
    assert search(NOBODY, "提案").total == 0


def test_another_committees_rows_are_never_found(indexed):
    from shangliang.demo.small import build_small_city

    other = build_small_city("四泉县", prefix="sq_")
    case = other.replied()
    rebuild(other.committee.pk)
    assert search(other.seat("clerk"), case.title).total
    mine = search(indexed.seat("clerk"), case.title, Filters(kind="proposal"))
    assert case.pk not in [h.object_id for h in mine.hits]


BAD = [
    "", " ", "。。。，！", "😀🎉", '"', "“未闭合", "'; DROP TABLE search_row;--", "a AND OR NOT NEAR(",
    "* ^ : - + | & <-> :* \\", "<script>alert(1)</script>", "\x00\x01", "\ud800", "%_%", "电梯\"小区",
    "啊" * 5000, "( " * 3000, "\ue000\ue001", "()&|!", "🇨🇳 国旗", "a" * 10_000,
]  # fmt: skip


@pytest.mark.parametrize("typed", BAD, ids=range(len(BAD)))
def test_anything_may_be_typed(indexed, client, typed):
    client.force_login(indexed.account("clerk"))
    try:
        typed.encode()
    except UnicodeEncodeError:
        assert search(indexed.seat("clerk"), typed).total == 0
        return
    answer = client.get(reverse("search"), {"q": typed, "kind": "proposal'--", "since": "9"})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_a_query_too_long_says_what_was_used(indexed, client):
    client.force_login(indexed.account("clerk"))
    answer = client.get(reverse("search"), {"q": "电梯" * 2500})
    assert "只用了前 200 个字" in answer.content.decode()


def test_the_page_asks_at_most_twelve_questions(indexed, client, django_assert_max_num_queries):
    client.force_login(indexed.account("clerk"))
    client.get(reverse("search"))
    with django_assert_max_num_queries(12):
        answer = client.get(reverse("search"), {"q": "小区 电梯", "since": "2020"})
    assert answer.status_code == 200


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
