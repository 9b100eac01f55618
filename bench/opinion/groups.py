"""Criteria 1 to 7: parity, groups, and what may be claimed of noise."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import goldens
import numpy as np
import peers
from likeness import adjusted_rand
from planted import Planted, drawn, null, planted

from shangliang.engines.opinion import Opinion, Votes, analyse
from shangliang.engines.opinion.sound import statements as tests
from shangliang.engines.opinion.sound.clusters import clustered
from shangliang.engines.opinion.sound.crossing import crossed
from shangliang.engines.opinion.sound.factors import fitted, places
from shangliang.engines.opinion.sound.fit import Fit
from shangliang.engines.opinion.sound.samples import Samples
from shangliang.engines.opinion.sound.table import ordered

CELLS = [
    (n, m, density, k)
    for n, m, density in ((200, 60, 0.5), (500, 100, 0.2), (2000, 200, 0.1))
    for k in (2, 3, 4)
]
Row = dict[str, Any]


class Absent(Exception):
    """What is measured is not here."""


def real() -> None:
    if goldens.folder() is None:
        raise Absent("the consultations with published results are not here")


def alike(opinion: Opinion, group: np.ndarray) -> float:
    found = opinion.group_of()
    return adjusted_rand(list(found.values()), group[list(found)]) if found else 0.0


def peer_alike(answer: Row, group: np.ndarray) -> float:
    return adjusted_rand(answer["groups"], group[answer["people"]])


def _published(golden: Any, **more: Any) -> Opinion:
    p = golden.published
    return analyse(
        golden.votes,
        mode="parity",
        excluded=p["mod-out"],
        meta=p["meta-tids"],
        participants=p["in-conv"],
        **more,
    )


def c01_parity(_: bool) -> Row:
    real()
    equal, worst = 0, 0.0
    for name in goldens.NAMES:
        golden = goldens.golden(name)
        p, o = golden.published, _published(golden, groups=golden.groups)
        same = all(
            [a.statement for a in mine] == [a["tid"] for a in p["consensus"][side]]
            for side, mine in (("agree", o.consensus_agree), ("disagree", o.consensus_disagree))
        ) and all(
            [(t.statement, t.direction) for t in o.representative[int(g)]]
            == [(t["tid"], t["repful-for"]) for t in listed]
            for g, listed in p["repness"].items()
        )
        equal += same
        for key, mine in (
            ("group-aware-consensus", o.group_aware_consensus),
            ("comment-priorities", o.priorities),
        ):
            worst = max(worst, *(abs(mine[int(s)] - v) for s, v in p[key].items()))
        extremity = dict(
            zip(golden.votes.statements, golden.in_order("comment-extremity"), strict=True)
        )
        worst = max(worst, *(abs(d.score - extremity[d.statement]) for d in o.divisive))
    return {"lists equal": equal / len(goldens.NAMES), "largest error": worst}


def c02_cold_groups(_: bool) -> Row:
    real()
    rounds = [goldens.golden(name) for name in goldens.NAMES]
    ours, number = [], 0
    for golden in rounds:
        mine, theirs = _published(golden).group_of(), golden.groups
        who = sorted(theirs)
        number += len(set(mine.values())) == len(set(theirs.values()))
        ours.append(adjusted_rand([mine[p] for p in who], [theirs[p] for p in who]))
    row = {"number equal": number / len(rounds), "likeness": float(np.mean(ours))}
    if peers.there():
        index = [{s: j for j, s in enumerate(g.votes.statements)} for g in rounds]
        out = [
            [at[s] for s in g.published["mod-out"] if s in at]
            for g, at in zip(rounds, index, strict=True)
        ]
        found = peers.asked([g.votes for g in rounds], out)
        scores = []
        for golden, answer in zip(rounds, found, strict=True):
            label = {
                golden.votes.people[i]: g
                for i, g in zip(answer["people"], answer["groups"], strict=True)
            }
            who = [p for p in golden.groups if p in label]
            scores.append(adjusted_rand([label[p] for p in who], [golden.groups[p] for p in who]))
        row["peer likeness"] = float(np.mean(scores))
    return row


def c03_order(quick: bool) -> Row:
    same = 0
    base: Any = None
    made = planted(300, 60, 0.3, 3, 1, apart=1.5)
    votes = made.votes
    rows = list(
        zip(
            np.repeat(np.arange(300), votes.counts).tolist(),
            votes.column.tolist(),
            votes.value.tolist(),
            range(votes.cells),
            strict=True,
        )
    )
    shuffles = 6 if quick else 20
    for seed in range(shuffles + 1):
        rng = np.random.default_rng(seed)
        people, statements = rng.permutation(300).tolist(), rng.permutation(60).tolist()
        order = rng.permutation(len(rows))
        o = analyse(
            Votes.of([(people[p], statements[s], v, t) for p, s, v, t in (rows[i] for i in order)])
        )
        name, word = ({b: a for a, b in enumerate(x)} for x in (people, statements))
        said = (
            sorted(sorted(name[m] for m in g.members) for g in o.groups),
            {name[p]: xy for p, xy in o.positions.items()},
            {word[s]: v for s, v in o.group_aware_consensus.items()},
            {word[s]: v for s, v in o.priorities.items()},
            sorted((word[d.statement], d.score, d.low) for d in o.divisive),
            sorted((word[a.statement], a.score, a.low) for a in o.consensus_agree),
        )
        if base is None:
            base = said
        else:
            same += said == base
    return {"identical": same / shuffles, "groups": len(base[0])}


@lru_cache
def _planted(seeds: int) -> list[tuple[tuple[Any, ...], Planted]]:
    return [
        (cell, planted(*cell, 100 + seed, apart=1.5)) for cell in CELLS for seed in range(seeds)
    ]


def c04_planted(quick: bool) -> Row:
    rounds = _planted(1 if quick else 3)
    ours = [(cell, alike(analyse(p.votes), p.group)) for cell, p in rounds]
    row: Row = {"likeness": float(np.mean([a for _, a in ours]))}
    if peers.there():
        found = peers.asked([p.votes for _, p in rounds])
        theirs = [peer_alike(a, p.group) for a, (_, p) in zip(found, rounds, strict=True)]
        row["peer likeness"] = float(np.mean(theirs))
        row["gain"] = row["likeness"] - row["peer likeness"]
        gaps = {
            cell: np.mean([a - b for (c, a), b in zip(ours, theirs, strict=True) if c == cell])
            for cell in CELLS
        }
        row["worst cell"] = float(min(gaps.values()))
    return row


def _nulls(quick: bool) -> list[Planted]:
    sizes = ((200, 60, 0.5), (500, 100, 0.2))
    return [null(*size, seed) for size in sizes for seed in range(10 if quick else 100)]


def c05_no_groups(quick: bool) -> Row:
    rounds = _nulls(quick)
    row: Row = {"false groups": float(np.mean([bool(analyse(p.votes).groups) for p in rounds]))}
    room = [null(40, 15, 1.0, seed) for seed in range(20 if quick else 200)]
    row["false groups in a room of 40"] = float(
        np.mean([bool(analyse(p.votes).groups) for p in room])
    )
    if peers.there():
        found = peers.asked([null(200, 60, 0.5, seed).votes for seed in range(6)])
        row["peer false groups"] = float(np.mean([max(a["groups"]) > 0 for a in found]))
    return row


def c06_false_representatives(quick: bool) -> Row:
    """On noise: share of pairs listed. With groups forced on noise: the same, by blind groups.

    With true groups and 40 % of statements that part nobody: share of false ones among those listed.
    """
    pairs = listed = forced = total = 0
    for p in _nulls(True)[:: 2 if quick else 1]:
        o = analyse(p.votes)
        listed += sum(len(t) for t in o.representative.values())
        pairs += max(1, len(o.groups)) * len(p.votes.statements)
        table = ordered(p.votes, np.zeros(len(p.votes.statements), dtype=bool))
        rows = np.flatnonzero(table.count >= 7)
        vote, cast = table.dense(rows)
        point, spread = places(fitted(vote, cast, 2), vote, cast)
        label = np.full(len(table.people), -1)
        label[rows] = clustered(point, 1 / np.trace(spread, axis1=1, axis2=2), 3)[0]
        held = tests.differences(
            crossed(Samples(table, rows), Fit(label, 3, 2, np.zeros((0, 2)), np.zeros((0, 1))))
        )
        forced += int((held.agree | held.disagree).sum())
        total += held.agree.size
    shares = []
    for seed in range(6 if quick else 30):
        rng = np.random.default_rng([seed, 6])
        group = rng.integers(0, 3, 400)
        chance = rng.choice([0.2, 0.5, 0.8], (3, 80))[group]
        chance[:, 48:] = rng.choice([0.3, 0.5, 0.7], 32)
        o = analyse(drawn(chance, 0.3, rng))
        said = [t.statement for typical in o.representative.values() for t in typical]
        shares.append(sum(int(s) >= 48 for s in said) / max(1, len(said)))
    row: Row = {
        "listed on noise": listed / pairs,
        "held when groups are forced on noise": forced / total,
        "false among listed": float(np.mean(shares)),
    }
    if peers.there():
        rounds = [null(200, 60, 0.5, seed).votes for seed in range(6)]
        found = peers.asked(rounds)
        row["peer listed on noise, of the five shown"] = float(
            np.mean(
                [sum(a["representative"].values()) / (5 * len(a["representative"])) for a in found]
            )
        )
    return row


def c07_false_consensus(quick: bool) -> Row:
    """Statements of .5 mixed with true ones of .8, 5 to 200 votes each; power at .75 and 50 votes."""
    false, hits, asked = [], 0, 0
    for seed in range(100 if quick else 1000):
        rng = np.random.default_rng([seed, 7])
        seen = rng.integers(5, 201, 60)
        chance = np.where(np.arange(60) < 40, 0.5, 0.8)
        held = tests.majority(rng.binomial(seen, chance), seen)
        false.append(held[:40].sum() / max(1, held.sum()))
        chance = np.where(np.arange(60) < 30, 0.5, 0.75)
        held = tests.majority(rng.binomial(50, chance), np.full(60, 50))
        hits += int(held[30:].sum())
        asked += 30
    return {"false among listed": float(np.mean(false)), "power": hits / asked}
