"""What the search engine reaches on the development data, by task. ``python bench/search`` prints it.

The data lie beside the checkout (``../shared`` or SHANGLIANG_SHARED); without them nothing is measured.
``events.json`` names letters of events by id: grouped by hand after reading titles, so a silver truth;
nobody else's gold was seen. Nothing is tuned on what is held elsewhere.
"""

import json
import os
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import baselines
import near
import numpy as np

from shangliang.engines.search.classes import Classifier, as_seg
from shangliang.engines.search.hot import Letter, day_of, groups_of

HERE = Path(__file__).parent


def data() -> Path | None:
    """The folder of texts, if it is there."""
    base = Path(os.environ.get("SHANGLIANG_SHARED") or HERE.parents[1].parent / "shared")
    folder = base / "data" / "text"
    return folder if folder.is_dir() else None


def events() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads((HERE / "events.json").read_text("utf-8"))
    return found


SEEDS = (11, 12, 13)  # of the folds: other ones than those the machines were chosen on


def classes(folder: Path, seeds: Sequence[int] = SEEDS) -> dict[str, Any]:
    """Ten folds by near-duplicate group of the 4,598 letters, for each seed; the engine's own held-back
    measure, and the usual machines on the first of the same splits."""
    rows = near.rows(folder / "letters_dev.jsonl")
    segs, labels = [r["seg"] for r in rows], [r["label"] for r in rows]
    groups = [str(r["group"]) for r in rows]
    out = held(segs, labels, groups, seeds)
    names = ("words + LinearSVC", "words + ComplementNB", "words + characters + LinearSVC")
    return out | {"beside": baselines.classified(segs, labels, groups, 10, seeds[0], names)}


def halves(folder: Path, seeds: Sequence[int] = SEEDS[:1]) -> dict[str, Any]:
    """One half of the letters learned, the other told, by near-duplicate group, each way round: as the
    public figures were made, and through what a user calls."""
    from sklearn.metrics import f1_score
    from sklearn.model_selection import GroupKFold

    rows = near.rows(folder / "letters_dev.jsonl")
    segs, labels = [r["seg"] for r in rows], np.array([r["label"] for r in rows])
    groups = [str(r["group"]) for r in rows]
    out: dict[str, Any] = {"letters": len(rows), "macro_f1": [], "surest80": []}
    for seed in seeds:
        said = np.full(len(rows), "", dtype=labels.dtype)
        sure = np.zeros(len(rows))
        for seen, unseen in GroupKFold(2, shuffle=True, random_state=seed).split(
            segs, labels, groups
        ):
            model = Classifier(2)
            model.learn([segs[n] for n in seen], labels[seen].tolist(), [groups[n] for n in seen])
            for n, (first,) in zip(unseen, model.guess([segs[n] for n in unseen], 1), strict=True):
                said[n], sure[n] = first.label, first.p
        best = np.argsort(-sure, kind="stable")[: int(len(rows) * 0.8)]
        out["macro_f1"].append(round(float(f1_score(labels, said, average="macro")), 4))
        out["surest80"].append(round(float((said == labels)[best].mean()), 4))
    names = ("words + LinearSVC", "words + characters + LinearSVC")
    beside = baselines.classified(segs, labels.tolist(), groups, 2, seeds[0], names)
    return out | {"beside": beside}


def units(folder: Path, seeds: Sequence[int] = SEEDS) -> dict[str, Any]:
    """The same for the unit that handled a letter (silver labels)."""
    rows = near.rows(folder / "unit_letters_dev.jsonl")
    segs, labels = [as_seg(r) for r in rows], [r["unit"] for r in rows]
    groups = [r["id"] for r in rows]
    out = held(segs, labels, groups, seeds)
    return out | {"beside": baselines.classified(segs, labels, groups, 10, seeds[0])}


def held(
    segs: Sequence[str], labels: Sequence[str], groups: Sequence[str], seeds: Sequence[int]
) -> dict[str, Any]:
    """What was right on texts held back, for each split."""
    out: dict[str, Any] = {"letters": len(segs)}
    for seed in seeds:
        model = Classifier(10, seed)
        model.learn(segs, labels, groups)
        m = model.measured
        for key, value in (("macro_f1", m.macro_f1), ("top1", m.right), ("top3", m.right3), ("surest80", m.surest80)):  # fmt: skip
            out.setdefault(key, []).append(round(value, 4))
    return out


def hot(folder: Path, beside: bool = True) -> dict[str, Any]:
    """B-cubed over the letters of known events; best F of each event over whole groups. The public ways
    of grouping are held against the same events."""
    rows = near.rows(folder / "hot_letters.jsonl")
    letters = [Letter(r["id"], r["title"], r["body"], day_of(r["time"])) for r in rows]
    out: dict[str, Any] = scored([[letters[n].id for n in g] for g in groups_of(letters)])
    if beside:
        ids = [x.id for x in letters]
        texts = [baselines.opening(x.title, x.body) for x in letters]
        out["beside"] = {
            name: scored([[ids[n] for n in g] for g in groups])
            for name, groups in baselines.grouped(texts)
        }
    return out


def scored(members: Sequence[Sequence[str]]) -> dict[str, Any]:
    """These groups against the known events."""
    groups, gold = [set(g) for g in members], events()
    of = {i: n for n, g in enumerate(groups) for i in g}
    known = {i: set(some) for some in gold.values() for i in some}
    p = r = 0.0
    for i, event in known.items():
        mine = groups[of[i]] & known.keys()
        p += len(mine & event) / len(mine)
        r += len(mine & event) / len(event)
    p, r = p / len(known), r / len(known)
    best = []
    for some in gold.values():
        event = set(some)
        best.append(max(2 * len(g & event) / (len(g) + len(event)) for g in groups if g & event))
    return {
        "events": len(gold),
        "letters": len(known),
        "b3": round(2 * p * r / (p + r), 3),
        "precision": round(p, 3),
        "recall": round(r, 3),
        "event_f": round(sum(best) / len(best), 3),
        "found": sum(b >= 0.5 for b in best),
    }


BANDS = (0.34, 0.42, 0.50, 0.60, 0.80, 2.0)


def judged(folder: Path, letters: int = 1400) -> dict[str, Any]:
    """Share of alerts on one matter, by threshold: the share judged right in each band of likeness, by
    how many hits of random letters lie in it."""
    texts = {r["id"]: near.Text(r["id"], r["body"], r["title"]) for r in near.rows(folder / "hot_letters.jsonl")}  # fmt: skip
    shelf = near.Shelf()
    shelf.add(texts.values())
    rng = random.Random(77)
    hits = [h.score for i in rng.sample(sorted(texts), letters) for h in shelf.near(texts[i], 5)]
    pairs = json.loads((HERE / "judged.json").read_text("utf-8"))["pairs"]
    said = []
    for one, other, right in pairs:
        score = {h.id: h.score for h in shelf.near(texts[one], 12)}.get(other, 0.0)
        said.append((score, right))
    out: dict[str, Any] = {"pairs": len(pairs)}
    out |= {f"{t:.2f}": share and round(share, 3) for t, share in by_threshold(said, hits).items()}
    return out | halved(said, hits)


def by_threshold(said: list[tuple[float, bool]], hits: list[float]) -> dict[float, float | None]:
    """Share right of what each threshold shows: each band of likeness as often as it comes."""
    out: dict[float, float | None] = {}
    bands = list(zip(BANDS, BANDS[1:], strict=False))
    for least in BANDS[:-1]:
        shown = right = 0.0
        for low, high in bands:
            inside = [r for score, r in said if low <= score < high]
            if low >= least and inside:
                count = sum(low <= score < high for score in hits)
                shown += count
                right += count * sum(inside) / len(inside)
        out[least] = right / shown if shown else None
    return out


def halved(said: list[tuple[float, bool]], hits: list[float], times: int = 200) -> dict[str, Any]:
    """The lowest threshold that is 0.9 right on one half of the pairs, scored on the other half."""
    rng, kept = random.Random(5), []
    for _ in range(times):
        some = rng.sample(said, len(said))
        chosen = [t for t, share in by_threshold(some[::2], hits).items() if (share or 0) >= 0.9]
        if chosen and (share := by_threshold(some[1::2], hits)[min(chosen)]) is not None:
            kept.append(share)
    kept.sort()
    if not kept:
        return {}
    low, high = kept[len(kept) // 10], kept[9 * len(kept) // 10]
    return {"chosen_on_one_half_right_on_the_other": round(sum(kept) / len(kept), 3), "in_8_of_10": [round(low, 3), round(high, 3)]}  # fmt: skip


def alerts(folder: Path, least: float) -> dict[str, Any]:
    """Of what is shown at a threshold for letters of known events, how much is of the same event."""
    gold = events()
    of = {i: n for n, some in gold.items() for i in some}
    shelf = near.Shelf()
    texts = {r["id"]: near.Text(r["id"], r["body"], r["title"]) for r in near.rows(folder / "hot_letters.jsonl")}  # fmt: skip
    shelf.add(texts.values())
    right = shown = 0
    for i in of:
        for hit in shelf.near(texts[i], 5):
            if hit.score >= least:
                shown += 1
                right += of.get(hit.id) == of[i]
    return {"threshold": least, "shown": shown, "precision": round(right / max(shown, 1), 3)}
