"""From the votes to what pages show: the engine asked once for a number of votes, and kept."""

from typing import Any

from django.core.cache import cache

from ..engines.opinion import Opinion, Votes, analyse
from .ledger import rows_of
from .models import Round

KEEP = 3600
FEW = 5  # a group or count below is not shown (catalogue E8: small cells hidden)


def last_vote(round_: Round) -> int:
    """The number of the newest answer: what the analysis depends on."""
    return round_.votes.order_by("-id").values_list("id", flat=True).first() or 0


def analysed(round_: Round) -> Opinion:
    """The opinion of all answers so far; statements not shown count for nothing."""
    out = tuple(
        round_.statements.exclude(state="shown").order_by("number").values_list("number", flat=True)
    )
    key = f"opinion:{round_.pk}:{last_vote(round_)}:{hash(out)}"
    found: Opinion | None = cache.get(key)
    if found is None:
        found = analyse(Votes.of(rows_of(round_)), excluded=out)
        cache.set(key, found, KEEP)
    return found


def published_shape(opinion: Opinion) -> dict[str, Any]:
    """What is stored and shown: counts by group, never who."""
    groups = [{"id": str(g.id), "size": g.size, "stability": g.stability} for g in opinion.groups]
    return {
        "mode": opinion.mode,
        "participants": opinion.participants,
        "statements": opinion.statements,
        "groups": groups,
        "ungrouped": opinion.participants - sum(g.size for g in opinion.groups),
        "rows": [row_of(opinion, number) for number in sorted(opinion.table, key=int)],
        "typical": {
            str(group): [
                {
                    "statement": t.statement,
                    "direction": t.direction,
                    "share": t.share,
                    "others": t.others,
                }
                for t in typical[:3]
            ]
            for group, typical in opinion.representative.items()
        },
        "dots": dots(opinion),
        "notes": list(opinion.notes),
    }


def row_of(opinion: Opinion, number: Any) -> dict[str, Any]:
    """One statement: everybody's counts, shares by group (hidden where few), how it stands."""
    found = opinion.table[number]
    return {
        "statement": number,
        "kind": found.kind,
        "agree": found.everyone.agree,
        "disagree": found.everyone.disagree,
        "passed": found.everyone.passed,
        "share": found.agree.value,
        "low": found.agree.low,
        "high": found.agree.high,
        "groups": {
            str(group): (share.value if found.groups[group].seen >= FEW else None)
            for group, share in found.by_group.items()
        },
    }


def dots(opinion: Opinion, most: int = 130) -> list[tuple[float, float, str]]:
    """Points of the map, each the middle of about ten people near each other: nobody can be found.

    Coordinates run from 0 to 1; the last part names the group, empty where nobody was placed.
    """
    group_of = {str(k): str(v) for k, v in opinion.group_of().items()}
    places = sorted((x, y, group_of.get(str(p), "")) for p, (x, y) in opinion.positions.items())
    if len(places) < FEW:
        return []
    size = max(FEW, min(10, len(places) // 4), len(places) // most)
    out: list[tuple[float, float, str]] = []
    for group in sorted({g for _, _, g in places}):
        mine = [(x, y) for x, y, g in places if g == group]
        slab = max(size, round((len(mine) * size) ** 0.5))
        for begin in range(0, len(mine), slab):
            column = sorted(mine[begin : begin + slab], key=lambda p: p[1])
            for at in range(0, len(column), size):
                some = column[at : at + size]
                if len(some) < FEW:
                    continue
                out.append(
                    (
                        sum(x for x, _ in some) / len(some),
                        sum(y for _, y in some) / len(some),
                        group,
                    )
                )
    return scaled(out)


def scaled(points: list[tuple[float, float, str]]) -> list[tuple[float, float, str]]:
    if not points:
        return []
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    wide, tall = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    return [
        (round((x - min(xs)) / wide, 4), round((y - min(ys)) / tall, 4), g) for x, y, g in points
    ]
