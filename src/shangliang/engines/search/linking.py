"""Average linkage of many texts in bounded memory: vectors, the parts they fall into, groups.

Two groups are joined while their texts are alike on average, so some two of their texts are at least as
alike: texts are therefore linked inside the connected parts of a neighbourhood graph, and a part too
large for one table of distances is cut where its ties are weaker, as often as is needed.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

TOUCH = 0.08  # likeness from which two texts are neighbours
COMMON, COMMON_MOST = 0.05, 400  # a feature in more texts than this makes no neighbours
MOST = 6_000  # texts linked at once: their distances take 0.15 GB, twice
STEEPER, SAME = 1.5, 0.6  # how much alike neighbours must be in a part too large; at most
BLOCK = 256  # texts compared with all others at once

Groups = list[list[int]]


def vectors(counted: Iterable[Counter[str]]) -> Any:
    """Counted features as a matrix of unit rows, weighed by rarity."""
    from scipy.sparse import csr_matrix

    names: dict[str, int] = {}
    columns, times, ends = array("i"), array("f"), array("q", [0])
    for count in counted:
        for name, often in count.items():
            columns.append(names.setdefault(name, len(names)))
            times.append(often)
        ends.append(len(columns))
    column, texts = np.array(columns, dtype=np.int32), len(ends) - 1
    have = np.bincount(column, minlength=max(len(names), 1))
    worth = (1 + np.log(np.array(times))) * np.log((1 + texts) / np.maximum(have, 1))[column]
    made = csr_matrix((worth, column, np.array(ends)), shape=(texts, len(have)), dtype=np.float32)
    return unit_rows(made)


def unit_rows(matrix: Any) -> Any:
    """Each row at length one; a row of nothing stays nothing."""
    from scipy.sparse import diags

    size = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return (diags((1 / np.where(size > 0, size, 1.0)).astype(np.float32)) @ matrix).tocsr()


def linked(matrix: Any, apart: float) -> Groups:
    """Groups of rows not more than ``apart`` from each other on average, the largest first."""
    from scipy.cluster.hierarchy import fcluster, linkage

    groups: Groups = []
    for members in parts(matrix):
        if 1 < len(members) <= MOST:
            tree = linkage(distances(matrix[members]), "average")
            groups += [members[inner].tolist() for inner in by(fcluster(tree, apart, "distance"))]
        else:  # what is still too many is a letter sent round by thousands
            groups.append(members.tolist())
    return by_size(groups)


def merged(matrix: Any, groups: Groups, least: float) -> Groups:
    """Groups whose centres are so much alike become one, the most alike first. Average linkage keeps apart
    two large groups on one matter, since each text is little like every other; their centres are."""
    many, alone = [g for g in groups if len(g) > 1], [g for g in groups if len(g) == 1]
    while pairs := alike(centres(matrix, many), least):
        gone: set[int] = set()
        for _, one, other in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
            if one not in gone and other not in gone:
                gone |= {one, other}
                many.append(sorted(many[one] + many[other]))
        many = by_size(g for n, g in enumerate(many) if n not in gone)
    return many + alone


def alike(matrix: Any, least: float) -> list[tuple[float, int, int]]:
    """Every two unit rows whose cosine is at least so much."""
    other = matrix.T.tocsr()
    found: list[tuple[float, int, int]] = []
    for start in range(0, matrix.shape[0], BLOCK):
        near = (matrix[start : start + BLOCK] @ other).tocoo()
        keep = (near.data >= least) & (near.col > near.row + start)
        rows = (near.row[keep] + start).tolist()
        found += zip(near.data[keep].tolist(), rows, near.col[keep].tolist(), strict=True)
    return found


def by_size(groups: Iterable[list[int]]) -> Groups:
    return sorted(groups, key=lambda g: (-len(g), g[0]))


def by(labels: Any) -> list[Any]:
    """The places of each label."""
    found: dict[int, list[int]] = defaultdict(list)
    for n, label in enumerate(labels):
        found[int(label)].append(n)
    return [np.array(some) for some in found.values()]


def distances(matrix: Any) -> Any:
    """One minus the cosine of every two rows, in the order linkage reads."""
    rows, other = matrix.shape[0], matrix.T.tocsr()
    out = np.empty(rows * (rows - 1) // 2)
    at = 0
    for start in range(0, rows, BLOCK):
        for n, row in enumerate((matrix[start : start + BLOCK] @ other).toarray(), start):
            out[at : at + rows - n - 1] = 1 - row[n + 1 :]
            at += rows - n - 1
    return np.clip(out, 0, 1, out=out)


def parts(matrix: Any) -> list[Any]:
    """Rows that are neighbours, or neighbours of neighbours; not more than can be linked at once."""
    have = np.bincount(matrix.indices, minlength=matrix.shape[1])
    rare = matrix[:, have <= max(20, min(COMMON * matrix.shape[0], COMMON_MOST))].tocsr()
    waiting, out = [(np.arange(matrix.shape[0]), TOUCH)], []
    while waiting:
        members, touch = waiting.pop()
        for inner in by(connected(rare[members], touch)):
            if len(inner) > MOST and touch < SAME:
                waiting.append((members[inner], touch * STEEPER))
            else:
                out.append(members[inner])
    return out


def connected(matrix: Any, touch: float) -> Any:
    """For each row the number of its part."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    rows, other = matrix.shape[0], matrix.T.tocsr()
    label = np.arange(rows)
    for start in range(0, rows, BLOCK):
        near = (matrix[start : start + BLOCK] @ other).tocoo()
        keep = near.data > touch
        # What earlier blocks tied is kept as a tie of each row to the first of its part.
        first = np.unique(label, return_index=True)[1]
        one = np.concatenate([near.row[keep] + start, np.arange(rows)])
        two = np.concatenate([near.col[keep], first[label]])
        ties = coo_matrix((np.ones(len(one), dtype=np.int8), (one, two)), shape=(rows, rows))
        label = connected_components(ties, directed=False)[1]
    return label


def centres(matrix: Any, groups: Sequence[Sequence[int]]) -> Any:
    """The mean of each group, at length one."""
    from scipy.sparse import csr_matrix

    columns = np.array([n for group in groups for n in group], dtype=np.int64)
    ends = np.cumsum([0, *map(len, groups)])
    ones = np.ones(len(columns), dtype=np.float32)
    which = csr_matrix((ones, columns, ends), shape=(len(groups), matrix.shape[0]))
    return unit_rows(which @ matrix)
