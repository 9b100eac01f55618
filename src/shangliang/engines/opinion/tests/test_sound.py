"""The sound mode: groups where there are some, none on noise, and claims that hold."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from shangliang.engines.opinion import Opinion, Votes, analyse
from shangliang.engines.opinion.tests.synthetic import camps, coins
from shangliang.engines.opinion.tests.test_parity import likeness


def alike(opinion: Opinion, label: np.ndarray) -> float:
    found = opinion.group_of()
    who = sorted(found)
    return likeness.adjusted_rand([found[p] for p in who], [label[p] for p in who])


@pytest.mark.parametrize("seed", range(6))
def test_coins_make_one_group_and_nothing_typical_of_it(seed: int) -> None:
    opinion = analyse(Votes.of(coins(120, 40, 0.5, seed)))
    assert opinion.groups == ()
    assert opinion.representative == {}
    assert opinion.divisive == ()
    assert any("一个整体" in note for note in opinion.notes)


@pytest.mark.parametrize("groups", [2, 3, 4])
def test_planted_groups_are_found_in_number_and_membership(groups: int) -> None:
    rows, label = camps(160, 40, groups, seed=groups, density=0.7)
    opinion = analyse(Votes.of(rows))
    assert len(opinion.groups) == groups
    assert alike(opinion, label) > 0.9
    assert all(g.stability is not None and g.stability > 0.8 for g in opinion.groups)


def test_a_room_of_thirty_with_two_camps_is_seen_as_two() -> None:
    found = [
        len(analyse(Votes.of(camps(40, 14, 2, seed=s, density=1.0)[0])).groups) for s in range(6)
    ]
    assert found.count(2) >= 4


def test_common_ground_is_core_and_what_parts_is_not() -> None:
    rows, _ = camps(200, 30, 2, seed=5, common=6)
    opinion = analyse(Votes.of(rows))
    agreed = {p.statement for p in opinion.consensus_agree}
    assert set(range(6)) <= {p.statement for p in opinion.consensus_agree if p.established}
    parts = {d.statement for d in opinion.divisive}
    assert parts
    assert not parts & agreed
    assert all(opinion.table[s].kind == "core" for s in range(6))
    assert all(opinion.table[s].kind in ("different", "minority") for s in parts)


def test_a_minority_on_the_other_side_is_no_consensus() -> None:
    rng = np.random.default_rng(3)
    rows = []
    for person in range(120):
        small = person < 24
        for statement in range(20):
            chance = 0.1 if small == (statement % 2 == 0) else 0.9
            rows.append((person, statement, 1 if rng.random() < chance else -1))
    opinion = analyse(Votes.of(rows))
    assert sorted(g.size for g in opinion.groups) == [24, 96]
    assert not {p.statement for p in opinion.consensus_agree} & set(range(0, 20, 2))
    assert all(opinion.table[s].kind == "minority" for s in range(20))


def test_typical_statements_of_coins_are_few_though_groups_are_real() -> None:
    """A third of the statements may part the groups, the others are coins: few coins are listed."""
    false = listed = 0
    for seed in range(4):
        rows, label = camps(150, 30, 2, seed=seed)
        more = [(p, s + 30, v, t) for p, s, v, t in coins(150, 60, 0.5, seed + 50)]
        opinion = analyse(Votes.of(rows + more))
        assert alike(opinion, label) > 0.8
        for typical in opinion.representative.values():
            listed += len(typical)
            false += sum(int(t.statement) >= 30 for t in typical)
    assert false <= 0.1 * listed


def test_few_votes_are_no_consensus() -> None:
    rows = [(p, s, 1) for p in range(2) for s in range(3)]
    assert analyse(Votes.of(rows)).consensus_agree == ()
    many = [(p, s, 1) for p in range(20) for s in range(3)]
    assert [p.statement for p in analyse(Votes.of(many)).consensus_agree] == [0, 1, 2]


def same(a: Opinion, b: Opinion, people: Any, statements: Any) -> bool:
    """Equal to the last bit, with the names of b given back."""

    def plain(o: Opinion, p: Any, s: Any) -> Any:
        return (
            sorted(sorted(p(i) for i in g.members) for g in o.groups),
            sorted(g.stability or 0 for g in o.groups),
            {p(i): place for i, place in o.positions.items()},
            {s(i): v for i, v in o.group_aware_consensus.items()},
            {s(i): v for i, v in o.priorities.items()},
            sorted((s(x.statement), x.score, x.low, x.high) for x in o.consensus_agree),
            sorted((s(x.statement), x.score, x.low, x.high) for x in o.divisive),
        )

    return bool(plain(a, lambda i: i, lambda i: i) == plain(b, people.index, statements.index))


@pytest.mark.parametrize("seed", range(5))
def test_order_of_rows_and_names_of_people_and_statements_change_nothing(seed: int) -> None:
    rows, _ = camps(90, 30, 3, seed=9, density=0.6)
    rows = [(p, s, v, t) for p, s, v, t in rows] + [(0, 0, -1, 10**6), (0, 0, 1, 10**6 + 1)]
    first = analyse(Votes.of(rows))
    assert len(first.groups) == 3
    rng = np.random.default_rng(seed)
    people = [f"p{i}" for i in rng.permutation(90)]
    statements = [int(i) + 500 for i in rng.permutation(30)]
    mixed = [rows[i] for i in rng.permutation(len(rows))]
    again = analyse(Votes.of([(people[p], statements[s], v, t) for p, s, v, t in mixed]))
    assert same(first, again, people, statements)


def test_equal_answers_have_equal_places_and_groups() -> None:
    rows, _ = camps(60, 20, 2, seed=2, density=1.0)
    twins = [(p + 100, s, v, t) for p, s, v, t in rows if p < 10]
    opinion = analyse(Votes.of(rows + twins))
    group = opinion.group_of()
    for person in range(10):
        assert opinion.positions[person] == opinion.positions[person + 100]
        assert group[person] == group[person + 100]


def test_given_groups_are_kept_and_said_to_be_given() -> None:
    rows, label = camps(60, 20, 2, seed=4)
    given = {int(p): "AB"[g] for p, g in enumerate(label)}
    opinion = analyse(Votes.of(rows), groups=given)
    assert opinion.group_of() == given
    assert [g.stability for g in opinion.groups] == [None, None]
    assert any("给定" in note for note in opinion.notes)


def test_excluded_statements_are_listed_nowhere_and_pull_nobody() -> None:
    rows, _ = camps(80, 20, 2, seed=6)
    noisy = rows + [(p, 99, 1 if p % 2 else -1, 5) for p in range(80)]
    plain, without = analyse(Votes.of(rows)), analyse(Votes.of(noisy), excluded=[99])
    assert plain.positions == without.positions
    assert 99 not in without.group_aware_consensus
    assert 99 not in {p.statement for p in without.consensus_agree}
    assert without.table[99].everyone.seen == 80


def test_a_running_round_is_redrawn_with_the_groups_it_had() -> None:
    rows, _ = camps(120, 30, 3, seed=5)
    first = analyse(Votes.of(rows))
    again = analyse(Votes.of(rows), like=first)
    assert again == first
    more = [(p + 500, s, v, t) for p, s, v, t in rows if p < 20]
    later = analyse(Votes.of(rows + more), like=first)
    assert len(later.groups) == len(first.groups) == 3
    assert [g.stability for g in later.groups] == [g.stability for g in first.groups]
