"""Votes in parts give the answer of one machine, however people were dealt."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from shangliang.engines.opinion import Opinion, Votes, analyse
from shangliang.engines.opinion.folding import analyse_folded, covered, fold
from shangliang.engines.opinion.parity.components import mapped

N, M = 9000, 60


@pytest.fixture(scope="module")
def log() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(1)
    group = rng.integers(0, 3, N)
    chance = rng.choice([0.15, 0.85], (3, M))
    who = np.repeat(np.arange(N), rng.integers(3, 25, N))
    what = rng.integers(0, M, len(who))
    how = np.where(rng.random(len(who)) < chance[group[who], what], 1, -1).astype(np.int8)
    how[rng.random(len(who)) < 0.1] = 0
    return who, what, how


def part(log: tuple[np.ndarray, ...], mine: np.ndarray) -> Votes:
    who, what, how = (column[mine[log[0]]] for column in log)
    ids, code = np.unique(who, return_inverse=True)
    return Votes.of_codes(code, what, how, people=ids.tolist(), statements=range(M))


def dealt(log: tuple[np.ndarray, ...], number: int, seed: int) -> list[Votes]:
    hand = np.random.default_rng(seed).integers(0, number, N)
    return [part(log, hand == h) for h in range(number)]


def said(opinion: Opinion) -> object:
    return (
        [(g.size, g.stability) for g in opinion.groups],
        opinion.consensus_agree,
        opinion.consensus_disagree,
        opinion.divisive,
        opinion.representative,
        opinion.group_aware_consensus,
        opinion.priorities,
        opinion.table,
    )


@pytest.fixture(scope="module")
def whole(log: tuple[np.ndarray, ...]) -> Opinion:
    return analyse(part(log, np.ones(N, bool)), excluded=[5])


@pytest.mark.parametrize("number", [1, 7])
def test_the_answer_is_that_of_one_machine(
    log: tuple[np.ndarray, ...], whole: Opinion, number: int
) -> None:
    assert len(whole.groups) == 3
    with ThreadPoolExecutor(2) as pool:
        folded = analyse_folded(dealt(log, number, number), excluded=[5], run=pool.map)
    assert said(folded.opinion) == said(whole)


def test_the_published_map_follows_from_the_sums(log: tuple[np.ndarray, ...]) -> None:
    excluded = np.zeros(M, dtype=bool)
    excluded[5] = True
    first, *more = (fold(votes) for votes in dealt(log, 4, 0))
    for sums in more:
        first = first.plus(sums)
    center, components = covered(first, excluded)
    chart = mapped(part(log, np.ones(N, bool)), excluded)
    assert np.abs(center - chart.center).max() < 1e-9
    assert np.abs(np.abs((components * chart.components).sum(1)) - 1).max() < 1e-9


def test_sums_are_those_of_dense_tables(log: tuple[np.ndarray, ...]) -> None:
    votes = part(log, np.arange(N) < 300)
    vote, cast = np.zeros((300, M)), np.zeros((300, M))
    row = np.repeat(np.arange(300), votes.counts)
    vote[row, votes.column], cast[row, votes.column] = votes.value, 1
    sums = fold(votes)
    assert np.array_equal(sums.both, cast.T @ cast)
    assert np.array_equal(sums.product, vote.T @ vote)
    assert np.array_equal(sums.cross, vote.T @ cast)
