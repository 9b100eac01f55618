"""One published result, put together."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..chances import difference, wilson
from ..counting import Counts, counted, counted_by
from ..model import Agreed, Divisive, Group, Id, Opinion, Typical
from ..remarks import remarks
from ..standing import table_of
from ..votes import Ints, Votes
from .components import mapped
from .groups import clustered, groups_of
from .statements import Chosen, consensus, group_aware, priorities, representative


def answered(
    votes: Votes,
    excluded: NDArray[np.bool_],
    meta: NDArray[np.bool_],
    among: Ints | None,
    given: tuple[Ints, list[Id]] | None,
    notes: list[str],
) -> Opinion:
    """``among`` are places of the clustered people, ``given`` labels (-1 none) and names of groups."""
    notes += remarks(len(votes.people), len(votes.statements), votes.value)
    chart = mapped(votes, excluded)
    if given is not None:
        label, names = given
    else:
        who = clustered(votes) if among is None else among
        who = who[np.argsort(votes.first[who], kind="stable")]
        label = np.full(len(votes.people), -1, dtype=np.int64)
        label[who] = groups_of(chart.places[who])
        names = list(range(int(label.max(initial=-1)) + 1))
    groups = counted_by(votes, label, len(names))
    together, everyone = groups.summed(), counted(votes)
    weight = priorities(together, chart.extremity, meta)
    aware = group_aware(groups)
    chosen = [
        representative(groups.of(g), together.minus(groups.of(g)), ~excluded)
        for g in range(len(names))
    ]
    ids = votes.statements
    return Opinion(
        mode="parity",
        participants=len(votes.people),
        statements=len(ids),
        groups=_groups(votes, label, names),
        positions={
            p: (float(x), float(y)) for p, (x, y) in zip(votes.people, chart.places, strict=True)
        },
        consensus_agree=_consensus(ids, everyone.agree, everyone.seen, ~excluded),
        consensus_disagree=_consensus(ids, everyone.disagree, everyone.seen, ~excluded),
        divisive=tuple(
            Divisive(ids[j], float(e), float(e), float(e), None, None)
            for j in np.argsort(-chart.extremity, kind="stable").tolist()
            for e in (chart.extremity[j],)
        ),
        representative={
            name: tuple(
                _typical(ids, c, groups.of(g), together.minus(groups.of(g))) for c in chosen[g]
            )
            for g, name in enumerate(names)
        },
        group_aware_consensus={ids[j]: float(v) for j, v in enumerate(aware)},
        priorities={ids[j]: float(v) for j, v in enumerate(weight)},
        table=table_of(ids, everyone, groups, names),
        notes=tuple(notes),
    )


def _groups(votes: Votes, label: Ints, names: list[Id]) -> tuple[Group, ...]:
    return tuple(
        Group(name, tuple(votes.people[i] for i in np.flatnonzero(label == g).tolist()), None)
        for g, name in enumerate(names)
    )


def _consensus(ids: Any, n: Ints, seen: Ints, allowed: NDArray[np.bool_]) -> tuple[Agreed, ...]:
    found = []
    for j, share, test in consensus(n, seen, allowed):
        low, high = wilson(n[j], seen[j])
        detail = {
            "n_success": int(n[j]),
            "n_trials": int(seen[j]),
            "p_success": share,
            "p_test": test,
        }
        found.append(Agreed(ids[j], share, float(low), float(high), int(seen[j]), False, detail))
    return tuple(found)


def _typical(ids: Any, c: Chosen, group: Counts, others: Counts) -> Typical:
    n, n_others = (group.agree, others.agree) if c.agree else (group.disagree, others.disagree)
    seen, seen_others = group.seen[c.at], others.seen[c.at]
    low, high = difference(n[c.at], seen, n_others[c.at], seen_others)
    return Typical(
        ids[c.at],
        "agree" if c.agree else "disagree",
        float(n[c.at] / max(1, seen)),
        float(n_others[c.at] / max(1, seen_others)),
        float(low),
        float(high),
        int(seen),
        {
            "n_success": c.n,
            "n_trials": c.seen,
            "p_success": c.success,
            "p_test": c.test,
            "repness": c.repness,
            # published in single precision, so given as published
            "repness_test": float(str(np.float32(c.repness_test))),
            "best_agree": c.best,
        },
    )
