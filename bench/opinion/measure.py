"""The fifteen criteria, each a function that returns its figures. ``python bench/opinion`` prints them."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import goldens
import numpy as np
import peers
import routing
from likeness import adjusted_rand
from planted import Planted, drawn, long_log, null, planted

from shangliang.engines.opinion import Live, Opinion, Votes, analyse, group_aware
from shangliang.engines.opinion.counting import Counts, counted_by
from shangliang.engines.opinion.scores import WAYS
from shangliang.engines.opinion.sound import statements as tests
from shangliang.engines.opinion.sound.clusters import clustered
from shangliang.engines.opinion.sound.crossing import crossed
from shangliang.engines.opinion.sound.factors import fitted, places
from shangliang.engines.opinion.sound.fit import Fit
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
            crossed(table, rows, Fit(label, 3, 2, np.zeros((0, 2)), np.zeros((0, 1))))
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


def _timed(work: Callable[[], Any], times: int) -> float:
    """Median CPU seconds of this process."""
    used = []
    for _ in range(times):
        began = time.process_time()
        work()
        used.append(time.process_time() - began)
    return float(np.median(used))


def c11_speed(quick: bool) -> Row:
    """Each size in a process of its own: CPU seconds and peak memory, log of votes to opinion."""
    row: Row = {}
    sizes = [("10k x 200", 10_000, 200, 400_000), ("100k x 500", 100_000, 500, 3_700_000)]
    if not quick:
        sizes.append(("1M x 1,000", 1_000_000, 1000, 51_500_000))
    for name, n, m, cells in sizes:
        done = subprocess.run(
            [sys.executable, __file__, str(n), str(m), str(cells)],
            capture_output=True,
            text=True,
            check=True,
        )
        cpu, wall, mb, votes = done.stdout.split()
        row[f"{name}: CPU s"], row[f"{name}: MB"] = float(cpu), float(mb)
        row[f"{name}: wall s"], row[f"{name}: votes"] = float(wall), int(votes)
    if peers.there():
        log = long_log(10_000, 200, 400_000, 4, 1)
        votes = Votes.of_codes(*log, people=range(10_000), statements=range(200))
        row["peer 10k x 200: CPU s"] = peers.asked([votes])[0]["cpu"]
    return row


def one_size(n: int, m: int, cells: int) -> None:
    """Run by ``c11_speed``: prints CPU and wall seconds, peak MB and the number of votes."""
    log = long_log(n, m, cells, 4, 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began, wall = time.process_time(), time.perf_counter()
    votes = Votes.of_codes(*log, people=range(n), statements=range(m))
    analyse(votes)
    used, waited = time.process_time() - began, time.perf_counter() - wall
    peak = max(before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024
    print(round(used, 3), round(waited, 3), peak, votes.cells)


def c12_small(quick: bool) -> Row:
    """A round of 536 x 314 and one of 500 x 40, in process; CPU milliseconds, median."""
    made = planted(536, 314, 0.18, 2, 1, apart=1.5).votes
    room = planted(500, 40, 0.6, 3, 1, apart=1.5).votes
    times = 5 if quick else 15
    row: Row = {}
    for name, votes in (("536 x 314", made), ("500 x 40", room)):
        first = analyse(votes)
        row[f"{name}: parity ms"] = 1000 * _timed(lambda v=votes: analyse(v, mode="parity"), times)
        row[f"{name}: sound ms"] = 1000 * _timed(lambda v=votes: analyse(v), times)
        row[f"{name}: sound again ms"] = 1000 * _timed(
            lambda v=votes, f=first: analyse(v, like=f), times
        )
    if peers.there():
        row["peer 536 x 314: ms"] = 1000 * peers.asked([made, made])[1]["cpu"]
    return row


def c13_one_vote(quick: bool) -> Row:
    """One vote and every statistic of every statement after it; against a cold answer."""
    n, m, cells = (100_000, 500, 3_700_000) if quick else (1_000_000, 1000, 51_500_000)
    votes = Votes.of_codes(*long_log(n, m, cells, 4, 1), people=range(n), statements=range(m))
    opinion = analyse(votes)
    live = Live(votes, opinion)
    rng = np.random.default_rng(13)
    used = []
    for _ in range(500):
        person, statement, vote = (
            int(rng.integers(n)),
            int(rng.integers(m)),
            int(rng.integers(-1, 2)),
        )
        began = time.perf_counter()
        live.vote(person, statement, vote)
        live.measures()
        used.append(time.perf_counter() - began)
    return {
        "one vote ms": 1000 * float(np.median(used)),
        "one vote ms, p99": 1000 * float(np.quantile(used, 0.99)),
        "people": n,
    }


def c14_odd(_: bool) -> Row:
    from shangliang.engines.opinion.tests.test_odd_input import ODD

    right = 0
    for rows, _note in ODD.values():
        for mode in ("sound", "parity"):
            o = analyse(Votes.of(rows), mode=mode)
            numbers = np.array([*o.positions.values(), (0.0, 0.0)])
            right += bool(np.isfinite(numbers).all())
    return {"defined": right / (2 * len(ODD))}


def c15_routing(quick: bool) -> Row:
    """Ours with four fifths of the votes less the published rule with all."""
    found = routing.compared(2 if quick else 10)
    return {f"{key}, gain with a fifth fewer votes": value for key, value in found.items()}


CRITERIA: dict[str, Callable[[bool], Row]] = {
    name[1:3].lstrip("0") + " " + name[4:].replace("_", " "): function
    for name, function in sorted(globals().items())
    if name[0] == "c" and name[1:3].isdigit()
}

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    one_size(*(int(x) for x in sys.argv[1:4]))
