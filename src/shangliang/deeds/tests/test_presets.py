"""The tables of docs/field.md 5.3: each reads, names its source, and counts what its text says."""

from datetime import date
from decimal import Decimal

import pytest

from shangliang.deeds.presets import FOLDER, KEYS, every
from shangliang.engines.points import Fact, count

D = Decimal
DAY = date(2026, 3, 2)


def total(key, *facts):
    return count(every()[key], facts, [1])[1]


def attended(pk, kind, group="meeting", halves=1, **more):
    of = {
        "kind": kind,
        "group": group,
        "part": "full",
        "must": "yes",
        "role": "member",
        "walk_in": "no",
    } | more
    return Fact(1, "attended", DAY, "attendance", pk, halves=halves, of=of)


def missed(pk, kind, what="absent"):
    return Fact(1, what, DAY, "attendance", pk, of={"kind": kind, "must": "yes"})


def proposal(pk, what="filed", role="first", nature="individual", signers=1):
    return Fact(
        1,
        f"proposal_{what}",
        DAY,
        "submission",
        pk,
        signers=signers,
        of={"role": role, "nature": nature},
    )


@pytest.mark.parametrize("key", KEYS)
def test_every_table_reads_and_names_its_source(key):
    table = every()[key]
    assert table.title
    assert table.source
    assert "docs/field.md 5.3" in (FOLDER / f"{key}.toml").read_text("utf-8")


TABLE = [
    ("minhang", [attended(1, "plenary", halves=7)], "35"),
    ("minhang", [proposal(1), proposal(2), proposal(3, role="co")], "15"),
    ("minhang", [proposal(1, "key"), proposal(1), proposal(1, "excellent")], "40"),
    ("jinan", [], "70"),
    ("jinan", [missed(1, "plenary")], "40"),
    ("jinan", [missed(1, "plenary", "on_leave")], "60"),
    ("jinan", [proposal(n) for n in range(4)], "85"),
    ("jinan", [Fact(1, "charity", DAY, "deed", n) for n in range(9)], "80"),
    ("anqing", [missed(n, "meeting") for n in range(3)], "35"),
    ("anqing", [missed(n, "plenary") for n in range(9)], "0"),
    ("tongcheng", [proposal(1, "submitted", signers=3), proposal(1, signers=3)], "62.5"),
    ("tongcheng", [proposal(1, "submitted", "co", signers=3), proposal(1, role="co", signers=3)], "56.25"),
    ("tongcheng", [missed(1, "plenary", "on_leave")], "30"),
    ("template_aa", [attended(n, "research", "activity") for n in range(6)], "30"),
    ("template_aa", [proposal(1), proposal(2), proposal(3)], "25"),
    ("template_aa", [proposal(1, nature="joint", role="co")], "5"),
    ("guangshui", [], "10"),
    ("guangshui", [missed(1, "standing"), missed(2, "plenary")], "5.5"),
    ("guangshui", [Fact(1, "award", DAY, "deed", 1, of={"level": "national"}), Fact(1, "award", DAY, "deed", 2, of={"level": "city"})], "20"),
    ("xuanwei", [attended(1, "plenary"), attended(2, "meeting"), attended(3, "research", "activity")], "5"),
    ("shaoxing", [proposal(1, "key"), proposal(1, "excellent")], "68"),
    ("hongkou", [attended(1, "visit", "activity", walk_in="yes")], "2.5"),
    ("hongkou", [missed(1, "meeting"), missed(2, "meeting", "on_leave")], "-3"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "facts", "points"), TABLE)
def test_a_table_counts_what_its_text_says(key, facts, points):
    assert total(key, *facts).total == D(points)


def test_grades_follow_the_totals():
    assert total("jinan").grade == "称职"
    assert total("jinan", *(proposal(n) for n in range(4))).grade == "优秀"
    assert total("jinan", missed(1, "plenary")).grade == "不称职"
