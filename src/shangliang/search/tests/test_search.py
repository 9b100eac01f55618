"""Search over everything a seat may see."""

import pytest
from django.urls import reverse

from shangliang.procedures.seat import NOBODY
from shangliang.search.find import Filters, search
from shangliang.search.index import rebuild
from shangliang.search.sources import SOURCES
from shangliang.submissions.models import Submission

from .finding import SEATS, titles, write_one

pytestmark = pytest.mark.django_db


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
        "停车，骉",  # one character beside a word is looked for in the text
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


def test_one_character_beside_a_word_must_stand_there_too(city, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        write_one(city, title="甲", situation="停车难，骉马巷尤甚。")
        write_one(city, title="乙", situation="停车难。")
        write_one(city, title="骉马巷停车", situation="要整治。")
    member = city.seat("member")
    assert set(titles(member, "停车，骉")) == {"甲", "骉马巷停车"}
    assert set(titles(member, "停车")) == {"甲", "乙", "骉马巷停车"}
    assert titles(member, "停车，骉", in_title=True) == ["骉马巷停车"]
    assert search(member, "停车，难", Filters(in_title=True)).loosened  # 难 stands in texts only


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
