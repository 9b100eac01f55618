"""One sound result, put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..chances import difference, wilson
from ..counting import Counts, counted_by
from ..model import Agreed, Divisive, Group, Id, Opinion, Typical
from ..routing import weights
from ..scores import group_aware
from ..standing import table_of
from ..votes import Ints, Votes
from . import statements as tests
from .crossing import crossed
from .fit import LEAST_VOTES, Fit, Kept, fit, given_groups
from .placing import Placing
from .samples import Samples
from .table import Table, ordered

RATHER = 0.6744897501960817  # normal quantile of .75
Marks = NDArray[np.bool_]


def answered(
    votes: Votes,
    excluded: Marks,
    meta: Marks,
    among: Ints | None,
    given: tuple[Ints, list[Id]] | None,
    notes: list[str],
    like: Opinion | None = None,
) -> Opinion:
    """``among`` are places of the people to group, ``given`` labels (-1 none) and names of groups."""
    table = ordered(votes, excluded)
    rows = _to_group(table, among)
    samples = Samples(table, rows)
    found = fit(samples, _kept(like)) if given is None else given_groups(samples, *given)
    names: list[Id] = list(range(found.groups)) if given is None else given[1]
    k = len(names)
    label = np.full(len(votes.people), -1, dtype=np.int64)
    label[table.people] = found.label
    everyone, groups = table.everyone, counted_by(votes, label, k)
    blind = _blind(samples, found, groups, given is not None)
    _noted(notes, table, rows, found, excluded, given is not None)
    return assembled(
        votes.statements,
        len(votes.people),
        everyone,
        groups,
        blind,
        excluded,
        names,
        _groups(votes, label, names, found.firm) if k > 1 or given is not None else (),
        _positions(votes, table, found),
        _telling(table, found.telling),
        notes,
        found.dimensions,
        found.placing,
    )


def assembled(
    ids: Sequence[Id],
    people: int,
    everyone: Counts,
    groups: Counts,
    blind: Counts,
    excluded: Marks,
    names: list[Id],
    members: tuple[Group, ...],
    positions: dict[Id, tuple[float, float]],
    telling: NDArray[np.float64],
    notes: list[str],
    dimensions: int,
    placing: Placing | None = None,
) -> Opinion:
    """What counts of all, of groups and of groups blind to the statement allow to be said."""
    k = len(names)
    claims = _Claims(everyone, blind, ~excluded, k)
    aware, _, _ = group_aware(groups if k > 1 else _one(everyone))
    return Opinion(
        mode="sound",
        participants=people,
        statements=len(ids),
        groups=members,
        positions=positions,
        consensus_agree=_agreed(ids, claims, everyone, blind, agree=True),
        consensus_disagree=_agreed(ids, claims, everyone, blind, agree=False),
        divisive=_divisive(ids, claims, blind, names),
        representative={
            name: _typical(ids, claims, blind, g) for g, name in enumerate(names) if k > 1
        },
        group_aware_consensus={
            ids[j]: round(float(v), 12) for j, v in enumerate(aware) if not excluded[j]
        },
        priorities={
            ids[j]: float(v)
            for j, v in enumerate(weights(everyone.seen, telling))
            if not excluded[j]
        },
        telling={ids[j]: tuple(row) for j, row in enumerate(telling.tolist()) if not excluded[j]},
        table=table_of(ids, everyone, groups, names, claims.kinds),
        notes=tuple(notes),
        dimensions=dimensions,
        placing=placing,
    )


def _kept(like: Opinion | None) -> Kept | None:
    if like is None:
        return None
    firm = [g.stability for g in like.groups]
    known = np.array(firm, dtype=np.float64) if firm and None not in firm else None
    return Kept(like.dimensions, max(1, len(like.groups)), known)


def _to_group(table: Table, among: Ints | None) -> Ints:
    """Rows of the table: the people named, or all with votes enough to be placed."""
    if among is not None:
        named = np.zeros(len(table.people), dtype=bool)
        named[among] = True
        return np.flatnonzero(named[table.people])
    return np.flatnonzero(table.count >= least_votes(len(table.statements)))


def least_votes(statements: int) -> int:
    """Votes a person needs to be placed in a group."""
    return max(1, min(LEAST_VOTES, statements))


def _one(counts: Counts) -> Counts:
    return Counts(counts.agree[None], counts.disagree[None], counts.seen[None])


def _blind(samples: Samples, found: Fit, groups: Counts, given: bool) -> Counts:
    """Counts by group to test on: of groups made without the statement, unless membership was given."""
    if given or found.groups < 2:
        return groups
    return spelt(samples.table, crossed(samples, found))


def spelt(table: Table, counts: Counts) -> Counts:
    """Counts in the order of the votes' statements; excluded ones are zero."""
    shape = len(counts.seen), len(table.column)
    out = Counts(*(np.zeros(shape, dtype=np.int64) for _ in range(3)))
    for name in ("agree", "disagree", "seen"):
        getattr(out, name)[:, table.statements] = getattr(counts, name)
    return out


def _telling(table: Table, told: NDArray[np.float64]) -> NDArray[np.float64]:
    out = np.zeros((len(table.column), told.shape[1]))
    out[table.statements] = told
    return out


def _positions(votes: Votes, table: Table, found: Fit) -> dict[Id, tuple[float, float]]:
    chart = np.empty_like(found.chart)
    chart[table.people] = found.chart
    return {p: (x, y) for p, (x, y) in zip(votes.people, chart.tolist(), strict=True)}


class _Claims:
    """What is held of each statement, by test."""

    def __init__(self, everyone: Counts, blind: Counts, allowed: Marks, k: int) -> None:
        self.k = k
        self.agree = allowed.copy()
        self.agree[allowed] = tests.majority(everyone.agree[allowed], everyone.seen[allowed])
        self.disagree = allowed.copy()
        self.disagree[allowed] = tests.majority(everyone.disagree[allowed], everyone.seen[allowed])
        self.each_agree, self.each_disagree = self.agree.copy(), self.disagree.copy()
        self.divided = np.zeros(len(allowed), dtype=bool)
        self.division: tests.Division | None = None
        self.differences: tests.Differences | None = None
        against = np.zeros((2, len(allowed)), dtype=bool)
        if k > 1:
            tested = blind.of((slice(None), allowed))
            self.each_agree[allowed] = tests.majority_in_each(tested.agree, tested.seen)
            self.each_disagree[allowed] = tests.majority_in_each(tested.disagree, tested.seen)
            self.each_agree &= self.agree
            self.each_disagree &= self.disagree
            every = tests.division(tested)
            self.divided[allowed] = every.held
            self.division = _widened(every, allowed, len(blind.seen))
            found = tests.differences(tested)
            self.differences = tests.Differences(
                _full(found.agree, allowed), _full(found.disagree, allowed)
            )
            # a group that rather does not share it (three to one): no common ground
            for side, n in enumerate((blind.agree, blind.disagree)):
                against[side] = (wilson(n, blind.seen, RATHER)[1] < 0.5).any(0)
        self.common_agree = self.agree & ~against[0]
        self.common_disagree = self.disagree & ~against[1]
        kinds = np.full(len(allowed), "open", dtype="<U9")
        kinds[self.divided] = "different"
        kinds[(self.agree & against[0]) | (self.disagree & against[1])] = "minority"
        kinds[self.common_agree | self.common_disagree] = "near"
        kinds[self.common_agree & self.each_agree] = "core"
        kinds[self.common_disagree & self.each_disagree] = "core"
        self.kinds = kinds


def _full(marks: Marks, allowed: Marks) -> Marks:
    out = np.zeros((len(marks), len(allowed)), dtype=bool)
    out[:, allowed] = marks
    return out


def _widened(every: tests.Division, allowed: Marks, k: int) -> tests.Division:
    net, variance = np.zeros((k, len(allowed))), np.ones((k, len(allowed)))
    net[:, allowed], variance[:, allowed] = every.net, every.variance
    held = np.zeros(len(allowed), dtype=bool)
    held[allowed] = every.held
    return tests.Division(held, net, variance)


def _groups(
    votes: Votes, label: Ints, names: list[Id], firm: NDArray[np.float64] | None
) -> tuple[Group, ...]:
    return tuple(
        Group(
            name,
            tuple(votes.people[i] for i in np.flatnonzero(label == g).tolist()),
            None if firm is None else round(float(firm[g]), 4),
        )
        for g, name in enumerate(names)
    )


def _agreed(
    ids: Any, claims: _Claims, everyone: Counts, blind: Counts, *, agree: bool
) -> tuple[Agreed, ...]:
    """By the low end of the share: of the group that shares it least, where there are groups."""
    listed = np.flatnonzero(claims.common_agree if agree else claims.common_disagree)
    each = claims.each_agree if agree else claims.each_disagree
    n = everyone.agree if agree else everyone.disagree
    low, high = wilson(n, everyone.seen)
    found = []
    for j in listed.tolist():
        detail = {}
        if claims.k > 1:
            by_group = (blind.agree if agree else blind.disagree)[:, j]
            share = by_group / np.maximum(1, blind.seen[:, j])
            detail["least_group"] = float(share[blind.seen[:, j] > 0].min(initial=1.0))
        found.append(
            Agreed(
                ids[j],
                float(n[j] / everyone.seen[j]),
                float(low[j]),
                float(high[j]),
                int(everyone.seen[j]),
                bool(each[j]),
                detail,
            )
        )
    order = {identity: at for at, identity in enumerate(ids)}
    return tuple(sorted(found, key=lambda a: (not a.established, -a.low, order[a.statement])))


def _divisive(ids: Any, claims: _Claims, blind: Counts, names: list[Id]) -> tuple[Divisive, ...]:
    if claims.division is None:
        return ()
    gap = tests.gaps(claims.division, blind.seen)
    listed = np.flatnonzero(claims.divided)
    listed = listed[np.argsort(-gap.half[listed], kind="stable")]
    half, low, high = (x.tolist() for x in (gap.half, gap.low, gap.high))
    return tuple(
        Divisive(ids[j], half[j], low[j], high[j], names[gap.highest[j]], names[gap.lowest[j]])
        for j in listed.tolist()
    )


def _typical(ids: Any, claims: _Claims, blind: Counts, g: int) -> tuple[Typical, ...]:
    """Answers most of the group chose, and more often than the others; the widest difference first."""
    if claims.differences is None:
        return ()
    group, others = blind.of(g), blind.summed().minus(blind.of(g))
    found = []
    for direction, marks, n, n2 in (
        ("agree", claims.differences.agree, group.agree, others.agree),
        ("disagree", claims.differences.disagree, group.disagree, others.disagree),
    ):
        low, high = difference(n, group.seen, n2, others.seen)
        for j in np.flatnonzero(marks[g] & (2 * n > group.seen)).tolist():
            found.append(
                (
                    -float(low[j]),
                    j,
                    Typical(
                        ids[j],
                        direction,
                        float(n[j] / group.seen[j]),
                        float(n2[j] / others.seen[j]),
                        float(low[j]),
                        float(high[j]),
                        int(group.seen[j]),
                    ),
                )
            )
    return tuple(t for _, _, t in sorted(found, key=lambda f: f[:2]))


def _noted(
    notes: list[str], table: Table, rows: Ints, found: Fit, excluded: Marks, given: bool
) -> None:
    """What a reader must know, in plain words."""
    people, statements = len(table.people), len(table.statements)
    if people == 0 or table.count.sum() == 0:
        notes.append("没有可用的投票。")
        return
    if excluded.any():
        notes.append(f"有 {int(excluded.sum())} 条观点未列入（未通过审核，或只说明本人情况）。")
    if people == 1:
        notes.append("只有 1 人投票，谈不上共识，也分不出组。")
    if statements == 1:
        notes.append("只有 1 条观点，分不出组。")
    value = table.votes.value
    if not value.any():
        notes.append("所有投票都是略过，看不出意见。")
    elif bool((value == 1).all()):
        notes.append("所有投票都是赞成，没有分歧可言。")
    elif bool((value == -1).all()):
        notes.append("所有投票都是不赞成，没有分歧可言。")
    if given:
        notes.append("分组是给定的，未重新计算。")
        return
    left = people - len(rows)
    if left:
        notes.append(
            f"有 {left} 人投票太少（不足 {min(LEAST_VOTES, statements)} 条），未列入分组，但计入总数。"
        )
    if found.firm is not None and found.firm.min() < 0.6:
        weak = "、".join(str(g) for g in np.flatnonzero(found.firm < 0.6))
        notes.append(f"第 {weak} 组不稳：少五分之一的人时，这些组会有明显变化。")
    if found.groups < 2 and people > 1 and statements > 1:
        notes.append("投票不足以说明存在不同的组：按一个整体看待，不列分歧。")
