"""Criteria 8 to 10: missing votes, stability, ways of agreement."""

from __future__ import annotations

from typing import Any

import numpy as np
import peers
from groups import alike
from likeness import adjusted_rand
from planted import planted

from shangliang.engines.opinion import Votes, analyse, group_aware
from shangliang.engines.opinion.counting import Counts, counted_by
from shangliang.engines.opinion.scores import WAYS

Row = dict[str, Any]


def c08_missing(quick: bool) -> Row:
    """Some groups are asked some statements far more often: agreement against that of all votes."""
    errors: dict[str, list[float]] = {
        "ours": [],
        "polis": [],
        "covered": [],
        "like": [],
        "polis like": [],
    }
    for seed in range(4 if quick else 15):
        rng = np.random.default_rng([seed, 8])
        made = planted(400, 60, 1.0, 3, seed, apart=1.8, within=0.3)
        group, chance = made.group, made.chance
        vote = np.where(rng.random(chance.shape) < chance, 1, -1).astype(np.int8)
        vote[rng.random(vote.shape) < 0.12] = 0
        often = rng.choice([0.15, 0.55], (3, 60))[group]
        who, what = np.nonzero(rng.random(vote.shape) < often)
        votes = Votes.of_codes(who, what, vote[who, what], people=range(400), statements=range(60))
        whole_who, whole_what = np.nonzero(np.ones_like(vote))
        whole = Votes.of_codes(
            whole_who,
            whole_what,
            vote[whole_who, whole_what],
            people=range(400),
            statements=range(60),
        )
        truth = counted_by(whole, group.astype(np.int64), 3)
        for key, mode in (("ours", "sound"), ("polis", "parity")):
            o = analyse(votes, mode=mode)
            label = np.full(400, -1)
            for person, g in o.group_of().items():
                label[int(person)] = int(g)
            k = max(1, int(label.max()) + 1)
            if label.max() < 0:
                label[:] = 0
            value, low, high = group_aware(counted_by(votes, label, k), "standard")
            full = group_aware(truth, "standard")[0]
            errors[key].append(float(np.sqrt(((value - full) ** 2).mean())))
            errors["like" if key == "ours" else "polis like"].append(alike(o, group))
            if key == "ours":
                errors["covered"].append(float(((low <= full) & (full <= high)).mean()))
    return {
        "error": float(np.mean(errors["ours"])),
        "polis error": float(np.mean(errors["polis"])),
        "likeness": float(np.mean(errors["like"])),
        "polis likeness": float(np.mean(errors["polis like"])),
        "intervals that cover": float(np.mean(errors["covered"])),
        "gain in error": float(np.mean(errors["polis"]) - np.mean(errors["ours"])),
    }


def c09_stability(quick: bool) -> Row:
    """500 x 100 with three groups: likeness to groups of four fifths of the people."""
    row: Row = {}
    for name, apart, within in (("near groups", 1.5, 0.5), ("clear groups", 2.5, 0.3)):
        made = planted(500, 100, 0.2, 3, 3, apart=apart, within=within)
        whole = analyse(made.votes).group_of()
        parts = []
        for seed in range(4 if quick else 10):
            kept = np.random.default_rng([seed, 9]).random(500) < 0.8
            parts.append((np.flatnonzero(kept), _some(made.votes, kept)))
        scores = []
        for _, votes in parts:
            mine = analyse(votes).group_of()
            both = [p for p in mine if p in whole]
            scores.append(adjusted_rand([mine[p] for p in both], [whole[p] for p in both]))
        row[name] = float(np.mean(scores))
        row[f"{name}, worst"] = float(min(scores))
        if peers.there():
            first, *more = peers.asked([made.votes, *(votes for _, votes in parts)])
            base = dict(zip(first["people"], first["groups"], strict=True))
            likes = []
            for answer, (ids, _) in zip(more, parts, strict=True):
                label = {
                    int(ids[i]): g for i, g in zip(answer["people"], answer["groups"], strict=True)
                }
                both = [p for p in label if p in base]
                likes.append(adjusted_rand([label[p] for p in both], [base[p] for p in both]))
            row[f"peer {name}"] = float(np.mean(likes))
    return row


def _some(votes: Votes, kept: np.ndarray) -> Votes:
    who = np.repeat(np.arange(len(votes.people)), votes.counts)
    inside = kept[who]
    code = np.cumsum(kept) - 1
    return Votes.of_codes(
        code[who[inside]],
        votes.column[inside],
        votes.value[inside],
        people=[votes.people[i] for i in np.flatnonzero(kept)],
        statements=votes.statements,
    )


def c10_ways(_: bool) -> Row:
    rng = np.random.default_rng(1)
    seen = rng.integers(0, 60, (4, 300))
    agree = rng.binomial(seen, 0.5)
    disagree = rng.binomial(seen - agree, 0.6)
    counts = Counts(agree, disagree, seen)
    a, d = (agree + 0.5) / (seen + 1), (disagree + 0.5) / (seen + 1)
    wanted = {
        "legacy": ((agree + 1) / (seen + 2)).prod(0),
        "disagree": ((disagree + 1) / (seen + 2)).prod(0),
        "standard": ((a * (1 - d)).prod(0)) ** 0.25,
        "minimum": (a * (1 - d)).min(0),
    }
    return {
        "ways": len(WAYS),
        "largest error": float(
            max(np.abs(group_aware(counts, w)[0] - wanted[w]).max() for w in WAYS)
        ),
    }
