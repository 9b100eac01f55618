"""What is published of an opinion: counts and shares by group, places as dots of several people.

Kept beside the engine, so that anybody who has a download can make it anew (``download.verify``).
"""

from __future__ import annotations

from typing import Any

from .model import Id, Opinion

METHOD = 2  # rises when the same votes may give another answer
FEW = 5  # a group or count below is not shown (small cells hidden)


def published_shape(opinion: Opinion) -> dict[str, Any]:
    """What a page shows of an opinion: counts by group, never who. JSON as it is."""
    groups = [{"id": str(g.id), "size": g.size, "stability": g.stability} for g in opinion.groups]
    return {
        "mode": opinion.mode,
        "method": METHOD,
        "participants": opinion.participants,
        "statements": opinion.statements,
        "groups": groups,
        "ungrouped": opinion.participants - sum(g.size for g in opinion.groups),
        # what was taken out by moderation has no agreement over groups, and no row
        "rows": [row_of(opinion, n) for n in sorted(opinion.group_aware_consensus, key=int)],
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


Point = tuple[float, float, str]


def dots(opinion: Opinion, most: int = 130) -> list[Point]:
    """Points of the map, each the middle of about ten people near each other: nobody can be found.

    Coordinates run from 0 to 1; the last part names the group, empty where nobody was placed.
    """
    found = _middles(opinion, most)
    return [(*_scaled(x, y, found), g) for x, y, g in found]


def map_of(opinion: Opinion, person: Id) -> tuple[list[Point], tuple[float, float] | None]:
    """The points of the map, and where one person stands among them; nowhere before any answer."""
    found = _middles(opinion, 130)
    own = opinion.positions.get(person)
    return (
        [(*_scaled(x, y, found), g) for x, y, g in found],
        None if own is None or not found else _scaled(*own, found),
    )


def _middles(opinion: Opinion, most: int) -> list[Point]:
    group_of = {str(k): str(v) for k, v in opinion.group_of().items()}
    places = sorted((x, y, group_of.get(str(p), "")) for p, (x, y) in opinion.positions.items())
    if len(places) < FEW:
        return []
    size = max(FEW, min(10, len(places) // 4), len(places) // most)
    out: list[Point] = []
    for group in sorted({g for _, _, g in places}):
        mine = [(x, y) for x, y, g in places if g == group]
        slab = max(size, round((len(mine) * size) ** 0.5))
        for begin in range(0, len(mine), slab):
            column = sorted(mine[begin : begin + slab], key=lambda p: p[1])
            for at in range(0, len(column), size):
                some = column[at : at + size]
                if len(some) >= FEW:
                    x, y = (sum(p[axis] for p in some) / len(some) for axis in (0, 1))
                    out.append((x, y, group))
    return out


def _scaled(x: float, y: float, frame: list[Point]) -> tuple[float, float]:
    """In the frame of these points, its edges being 0 and 1; what lies outside stands at the edge."""

    def along(value: float, known: list[float]) -> float:
        low, high = min(known), max(known)
        return round(min(1.0, max(0.0, (value - low) / (high - low or 1.0))), 4)

    return along(x, [p[0] for p in frame]), along(y, [p[1] for p in frame])
