"""Short answers in people's own words, grouped by likeness: what several said, in one of their own sentences.

The characters decide, not a model of meaning: 末班车太早 and 晚上没有车 may stay two groups. Answers that say
nothing (无, 没有, 挺好) are counted apart. A group too small to hide a person in is not shown at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from .fold import fold
from .tokens import RUN, grams_of_run

APART = 0.90  # average distance up to which answers are one group
MOST = 2_000  # different answers that are compared; later ones in the order of their words stand outside
EMPTY = re.compile(
    r"^(?:暂?无|没有?|没意见|不知道|挺?好的?|很好|还行|可以|满意|都好|谢谢|[\W_\d]*)$"
)
# Words that wish or complain without saying about what would join answers of all kinds.
SAYING = re.compile(
    r"希望|建议|应该|能不能|可不可以|可以|没有|缺少|缺乏|想要|想有|有个|太|很|非常|比较|不够|一点|一些|的时候"
)


@dataclass(frozen=True)
class AnswerGroup:
    """``words``: the most typical answer, verbatim; ``size``: how many said the like."""

    words: str
    size: int


@dataclass(frozen=True)
class Answers:
    """Groups of at least ``least``, the largest first; how many stand outside them; how many said nothing."""

    groups: tuple[AnswerGroup, ...]
    scattered: int
    empty: int


def group_answers(texts: Sequence[str], least: int) -> Answers:
    """The same whatever the order of ``texts``, so that nothing tells who answered when."""
    said = sorted(t.strip() for t in texts if not EMPTY.match(fold(t).strip(" 。.！!")))
    empty = len(texts) - len(said)
    if len(said) < least:
        return Answers((), len(said), empty)
    times = Counter(said)
    different = list(times)[:MOST]
    near = likenesses(different)
    groups: list[AnswerGroup] = []
    for members in grouped(near):
        size = sum(times[different[n]] for n in members)
        if size >= least:
            inside = near[np.ix_(members, members)].sum(axis=1)
            best = min(
                range(len(members)),
                key=lambda n: (-round(float(inside[n]), 6), len(different[members[n]])),
            )
            groups.append(AnswerGroup(different[members[best]], size))
    groups.sort(key=lambda g: (-g.size, g.words))
    return Answers(tuple(groups), len(said) - sum(g.size for g in groups), empty)


def likenesses(texts: Sequence[str]) -> np.ndarray:
    """Cosine of every two by their pairs of characters, the rarer the heavier, none without weight."""
    counted = [
        Counter(
            g
            for run in RUN.findall(SAYING.sub("，", fold(t)))
            for g in grams_of_run(run)
            if len(g) > 1
        )
        for t in texts
    ]
    have = Counter(g for count in counted for g in count)
    at = {g: n for n, g in enumerate(sorted(have))}
    matrix = np.zeros((len(texts), max(len(at), 1)), dtype=np.float32)
    for row, count in enumerate(counted):
        for gram in count:
            matrix[row, at[gram]] = log(1 + len(texts) / have[gram])
    sizes = np.linalg.norm(matrix, axis=1, keepdims=True)
    matrix /= np.where(sizes == 0, 1, sizes)
    return np.asarray(matrix @ matrix.T)


def grouped(near: np.ndarray) -> list[list[int]]:
    """Average linkage, cut at :data:`APART`."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    if len(near) < 2:
        return [[n] for n in range(len(near))]
    distance = np.clip(1 - near.astype(np.float64), 0, 1)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "average")
    found: dict[int, list[int]] = {}
    for n, label in enumerate(fcluster(tree, APART, "distance")):
        found.setdefault(int(label), []).append(n)
    return list(found.values())
