"""One sound result, put together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..counting import Counts, counted_by
from ..model import Group, Id, Opinion
from ..routing import weights
from ..scores import group_aware
from ..standing import table_of
from ..votes import Ints, Votes
from .claims import Claims, Marks
from .crossing import crossed
from .fit import LEAST_VOTES, Fit, Kept, fit, given_groups
from .listed import agreed, divisive, typical
from .notes import noted
from .placing import Placing
from .samples import Samples
from .table import Table, ordered


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
    noted(notes, table, rows, found, excluded, given is not None)
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
    claims = Claims(everyone, blind, ~excluded, k)
    aware, _, _ = group_aware(groups if k > 1 else _one(everyone))
    return Opinion(
        mode="sound",
        participants=people,
        statements=len(ids),
        groups=members,
        positions=positions,
        consensus_agree=agreed(ids, claims, everyone, blind, agree=True),
        consensus_disagree=agreed(ids, claims, everyone, blind, agree=False),
        divisive=divisive(ids, claims, blind, names),
        representative={
            name: typical(ids, claims, blind, g) for g, name in enumerate(names) if k > 1
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
