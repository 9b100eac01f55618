"""Odd queries with what each finds, in its order: the same table on SQLite and on PostgreSQL."""

from datetime import date

import pytest

from shangliang.search.find import Filters, search
from shangliang.search.index import rebuild
from shangliang.submissions.actions.edit import edit
from shangliang.submissions.actions.start import start
from shangliang.submissions.models import Submission

pytestmark = pytest.mark.django_db

# short name -> (title, situation, year)
CASES = {
    "电梯": ("关于老旧小区加装电梯的提案", "2024年全市加装132台，一楼反对。张三丰说：“先装后议”。", 2024),
    "管养": ("关于健全电梯后续管养机制的提案", "电梯坏了没人修，维保费每户12.5元。", 2026),
    "停车": ("关于整治镬耳楼周边停车的提案", "骉马巷口常年堵车，BRT站旁最甚；100%的车位被占。", 2025),
    "羊驼": ("关于发展羊驼养殖的提案", "O'Neil农场、C++课堂、A_B试点，价格：￥3,500/只。", 2023),
    "数字": ("关于12345热线办理的提案", "第12号线、3.5公里、㎡与①②。", 2022),
    "表情": ("关于网络表情😀使用的提案", "𠮷野家旁，ＡＢＣ全角，é与e。", 2021),
}  # fmt: skip
# typed -> the cases found, best first; a set where their order says nothing. Operators of other engines
# are left out and said; signs at the rim of a word are no part of it.
QUERIES: list[tuple[str, list[str] | set[str]]] = [
    ("电梯", ["管养", "电梯"]),
    ("加装电梯", ["电梯"]),
    ("電梯", ["管养", "电梯"]),
    ("电 梯", ["管养", "电梯"]),
    ("电梯　维保", ["管养"]),
    ("“电梯坏了”", ["管养"]),
    ("“电梯”坏了", ["管养"]),
    ("“坏了电梯”", []),
    ("“电梯", ["管养", "电梯"]),
    ("《加装电梯》", ["电梯"]),
    ("电梯 AND 停车", ["管养", "停车", "电梯"]),
    ("电梯 OR 维保", ["管养"]),
    ("电梯 NOT 管养", ["管养"]),
    ("电梯*", ["管养", "电梯"]),
    ("电梯$", ["管养", "电梯"]),
    ("-电梯", ["管养", "电梯"]),
    ("电梯 -维保", ["管养"]),
    ("(电梯)", ["管养", "电梯"]),
    ("NEAR(电梯 维保)", ["管养"]),
    ("tokens:电梯", ["管养", "电梯"]),
    ("'; DROP TABLE search_row; --", []),
    ("' OR '1'='1", []),
    ("%", []),
    ("_", []),
    ("100%", ["停车"]),
    ("\\", []),
    ("\x00", []),
    ("😀", []),
    ("表情😀", ["表情"]),
    ("𠮷野家", ["表情"]),
    ("骉", ["停车"]),
    ("骉马", ["停车"]),
    ("马骉", []),
    ("brt", ["停车"]),
    ("ＢＲＴ", ["停车"]),
    ("abc", ["表情"]),
    ("O'Neil", ["羊驼"]),
    ("o neil", ["羊驼"]),
    ("c++课堂", ["羊驼"]),
    ("3,500", ["羊驼"]),
    ("12.5", ["管养"]),
    ("12345", ["数字"]),
    ("1234", ["数字"]),
    ("3.5公里", ["数字"]),
    ("一楼反对", ["电梯"]),
    ("楼", {"电梯", "停车"}),
    ("的", {"电梯", "管养", "停车", "羊驼", "数字", "表情"}),
    ("电梯" * 5000, ["管养", "电梯"]),
    ("电梯\n\t停车", ["管养", "停车", "电梯"]),
    ("", []),
    ("   ", []),
    ("。，、；", []),
]


@pytest.fixture
def six(city):
    seat = city.seat("member")
    pks = {}
    for name, (title, situation, year) in CASES.items():
        case = start(seat)
        edit(seat, case.pk, fields={"title": title, "situation": situation})
        # Handed in by nobody: a draft counts by the day it was begun.
        Submission.objects.filter(pk=case.pk).update(
            state="submitted", submitted_at=f"{year}-06-01T02:00:00+00:00"
        )
        pks[case.pk] = name
    rebuild(city.committee.pk)
    return seat, pks


def found(seat, pks, typed, **narrowed):
    got = search(seat, typed, Filters(kind="proposal", **narrowed))
    return [pks[hit.object_id] for hit in got.hits if hit.object_id in pks]


@pytest.mark.parametrize(("typed", "wanted"), QUERIES, ids=range(len(QUERIES)))
def test_an_odd_query_finds_the_same_in_every_database(six, typed, wanted):
    seat, pks = six
    got = found(seat, pks, typed)
    assert (set(got) if isinstance(wanted, set) else got) == wanted


@pytest.mark.parametrize(
    ("typed", "narrowed", "wanted"),
    [
        ("电梯", {"years": (2024, 2024)}, ["电梯"]),
        ("电梯", {"years": (1949, 2025)}, ["电梯"]),
        ("电梯", {"years": (2027, 2199)}, []),
        ("维保", {"in_title": True}, []),
        ("管养", {"in_title": True}, ["管养"]),
    ],
)
def test_narrowed_it_finds_the_same_in_every_database(six, typed, narrowed, wanted):
    seat, pks = six
    assert found(seat, pks, typed, **narrowed) == wanted


def test_the_years_of_the_table_are_days_of_the_index(six):
    seat, _ = six
    assert search(seat, "羊驼养殖").hits[0].day == date(2023, 6, 1)
