"""Counts that follow each vote equal those of a full answer; what is asked next leads nobody."""

from __future__ import annotations

import numpy as np
import pytest

from shangliang.engines.opinion import WAYS, Live, Votes, analyse, group_aware, next_statements
from shangliang.engines.opinion.counting import Counts
from shangliang.engines.opinion.tests.synthetic import camps


def test_votes_one_by_one_give_the_statistics_of_a_full_answer() -> None:
    rows, label = camps(80, 20, 2, seed=3)
    groups = {p: int(g) for p, g in enumerate(label)}
    before = analyse(Votes.of(rows[:600]), groups=groups, mode="parity")
    live = Live(Votes.of(rows[:600], statements=range(20)), before)
    again = [(p, s, -v, t + 10**6) for p, s, v, t in rows[:50]]
    for person, statement, vote, _ in rows[600:] + again:
        live.vote(person, statement, vote)
    after = analyse(Votes.of(rows + again), groups=groups, mode="parity")
    cold = Live(Votes.of(rows + again), after)
    for name in ("agree", "disagree", "group_aware", "against_half", "against_others"):
        mine, theirs = getattr(live.measures(), name), getattr(cold.measures(), name)
        assert np.allclose(mine, theirs, atol=1e-9), name
    assert live.tally(0) == after.table[0].everyone


def test_somebody_new_counts_among_all_and_in_no_group() -> None:
    rows, label = camps(60, 20, 2, seed=3)
    opinion = analyse(Votes.of(rows), groups={p: int(g) for p, g in enumerate(label)})
    live = Live(Votes.of(rows), opinion)
    shares = live.measures().group_aware.copy()
    live.vote("new", 4, 1)
    live.vote("new", 4, -1)
    assert live.tally(4).seen == opinion.table[4].everyone.seen + 1
    assert live.tally(4).disagree == opinion.table[4].everyone.disagree + 1
    assert np.array_equal(live.measures().group_aware, shares)
    with pytest.raises(KeyError):
        live.vote("new", "unknown", 1)
    with pytest.raises(ValueError, match="not 3"):
        live.vote("new", 4, 3)


def test_the_four_ways_of_agreement_follow_their_formulae() -> None:
    counts = Counts(
        np.array([[8, 0], [2, 1]]), np.array([[1, 0], [3, 0]]), np.array([[10, 0], [6, 1]])
    )
    a, d = (8.5 / 11, 2.5 / 7), (1.5 / 11, 3.5 / 7)
    effective = [x * (1 - y) for x, y in zip(a, d, strict=True)]
    expected = {
        "legacy": 9 / 12 * 3 / 8,
        "disagree": 2 / 12 * 4 / 8,
        "standard": (effective[0] * effective[1]) ** 0.5,
        "minimum": min(effective),
    }
    for way in WAYS:
        value, low, high = group_aware(counts, way)
        assert value[0] == pytest.approx(expected[way], abs=1e-12)
        assert (low <= value).all()
        assert (value <= high).all()
        assert (high <= 1).all()
    with pytest.raises(ValueError, match="way is one of"):
        group_aware(counts, "other")


def test_what_is_asked_next_does_not_depend_on_answers() -> None:
    rows, _ = camps(120, 30, 2, seed=5)
    opinion = analyse(Votes.of(rows), excluded=[29])
    asked = next_statements(opinion, {1, 2, 3}, 27, seed=7)
    assert asked == next_statements(opinion, [3, 2, 1], 27, seed=7)
    assert sorted(asked) == [s for s in range(30) if s not in (1, 2, 3, 29)]
    assert asked != next_statements(opinion, {1, 2, 3}, 27, seed=8)
    assert next_statements(opinion, range(30), 5, seed=1) == []
    assert next_statements(opinion, set(), 3, seed=1, open_to=["new"]) == ["new"]


def test_a_new_statement_is_soon_asked() -> None:
    rows, _ = camps(120, 30, 2, seed=5)
    opinion = analyse(Votes.of(rows))
    places = [*range(30), "new"]
    hits = sum(
        "new" in next_statements(opinion, range(15), 5, seed=seed, open_to=places)
        for seed in range(40)
    )
    assert hits > 30


def test_without_any_votes_any_statement_may_be_asked() -> None:
    opinion = analyse(Votes.of([], statements=[1, 2, 3]))
    assert sorted(next_statements(opinion, [], 3, seed=1)) == [1, 2, 3]


def large() -> tuple[Votes, list[tuple[int, int, int]]]:
    """3,000 people in two camps on 150 statements, a tenth of the cells: placed from a sample."""
    rng = np.random.default_rng(5)
    camp = rng.integers(0, 2, 3000)
    who, what = np.nonzero(rng.random((3000, 150)) < 0.1)
    chance = np.where(camp[:, None] == np.arange(150) % 2, 0.85, 0.2)[who, what]
    how = np.where(rng.random(len(who)) < chance, 1, -1).astype(np.int8)
    votes = Votes.of_codes(who, what, how, people=range(3000), statements=range(150))
    return votes, list(zip(who.tolist(), what.tolist(), how.tolist(), strict=True))


def test_whoever_votes_again_the_same_stays_where_a_full_answer_placed_them() -> None:
    votes, rows = large()
    opinion = analyse(votes)
    assert len(opinion.groups) == 2
    live = Live(votes, opinion)
    before = live.measures()
    for person, statement, vote in rows[:400]:
        live.vote(person, statement, vote)
    for person, place in live.refresh().items():
        assert np.allclose(place, opinion.positions[person], atol=1e-5)
    for name in ("agree", "group_aware", "against_others"):
        assert np.allclose(getattr(live.measures(), name), getattr(before, name), atol=1e-9)
    assert live.refresh() == {}


def test_a_refreshed_map_moves_those_who_voted_and_counts_them_in_their_new_group() -> None:
    votes, _ = large()
    opinion = analyse(votes)
    live = Live(votes, opinion)
    groups = opinion.group_of()
    mover = opinion.groups[0].members[0]
    camp = 1 - _camp(mover)  # answers as the other camp does
    for statement in range(150):
        for person in (mover, "new"):
            live.vote(person, statement, 1 if statement % 2 == camp else -1)
    placed = live.refresh()
    other = opinion.groups[1].id
    assert groups[mover] != other
    centre = np.mean([opinion.positions[p] for p in opinion.groups[1].members], axis=0)
    for person in (mover, "new"):
        assert np.linalg.norm(np.array(placed[person]) - centre) < np.linalg.norm(
            np.array(opinion.positions[mover]) - centre
        )
    labels = {p: g for p, g in groups.items() if p != mover} | {mover: other, "new": other}
    # ids of a log are of one kind: everybody by name
    rows = [(str(p), s, v, n) for n, (p, s, v) in enumerate(_merged(votes, live))]
    named = {str(p): g for p, g in labels.items()}
    cold = Live(Votes.of(rows), analyse(Votes.of(rows), groups=named))
    for name in ("agree", "disagree", "group_aware"):
        mine = getattr(live.measures(), name)
        assert np.allclose(sorted(mine), sorted(getattr(cold.measures(), name)), atol=1e-9), name


def _camp(person: int) -> int:
    return int(np.random.default_rng(5).integers(0, 2, 3000)[person])


def _merged(votes: Votes, live: Live) -> list[tuple[int | str, int, int]]:
    who = np.repeat(np.arange(3000), votes.counts)
    old = {(int(p), int(s)): int(v) for p, s, v in zip(who, votes.column, votes.value, strict=True)}
    new = {(p, j): v for p, row in live._later.items() for j, v in row.items()}
    return [(p, s, v) for (p, s), v in (old | new).items()]


def test_a_small_round_is_answered_whole() -> None:
    rows, _ = camps(40, 12, 2, seed=3)
    with pytest.raises(RuntimeError):
        Live(Votes.of(rows), analyse(Votes.of(rows))).refresh()
