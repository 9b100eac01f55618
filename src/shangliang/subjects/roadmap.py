"""路线图: what waits for what, which later points move when one slips, and the critical chain.

Plain functions over small rows, so that they are tested without a database (S-164).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta


class Circle(ValueError):
    """The points wait for each other in a ring; ``points`` names it."""

    def __init__(self, points: list[int]) -> None:
        super().__init__("节点互相等待")
        self.points = points


@dataclass(frozen=True)
class Point:
    """``after``: ids it waits for; ``days`` it takes once they are done."""

    pk: int
    due: date
    days: int = 0
    after: frozenset[int] = field(default_factory=frozenset)
    done: date | None = None


def in_order(points: Mapping[int, Point]) -> list[int]:
    """Each after what it waits for. Raises Circle."""
    seen: dict[int, int] = {}
    out: list[int] = []
    for start in sorted(points):
        stack = [(start, iter(sorted(points[start].after)))]
        if seen.get(start):
            continue
        seen[start] = 1
        while stack:
            pk, rest = stack[-1]
            for other in rest:
                if other not in points:
                    continue
                if seen.get(other) == 1:
                    ring = [p for p, _ in stack]
                    raise Circle([*ring[ring.index(other) :], other])
                if not seen.get(other):
                    seen[other] = 1
                    stack.append((other, iter(sorted(points[other].after))))
                    break
            else:
                seen[pk] = 2
                out.append(pk)
                stack.pop()
    return out


def slipped(points: Mapping[int, Point], moved: int, to: date) -> dict[int, date]:
    """New dates of the points that must move when ``moved`` is due on ``to``; itself included.

    A point not yet done is due no earlier than ``days`` after the last it waits for. Nothing moves
    forward: a gain of time stays a gain.
    """
    due = {pk: p.done or p.due for pk, p in points.items()}
    due[moved] = to
    changed = {moved: to}
    for pk in in_order(points):
        point = points[pk]
        if pk == moved or point.done:
            continue
        waits = [due[other] for other in point.after if other in due]
        if not waits:
            continue
        earliest = max(waits) + timedelta(days=point.days)
        if earliest > due[pk]:
            due[pk] = changed[pk] = earliest
    return changed


def critical(points: Mapping[int, Point]) -> list[int]:
    """The chain that leads to the last day without slack, from its beginning."""
    if not points:
        return []
    order = in_order(points)
    last = max(points, key=lambda pk: (points[pk].due, order.index(pk)))
    chain = [last]
    while waits := [pk for pk in points[chain[-1]].after if pk in points]:
        chain.append(max(waits, key=lambda pk: (points[pk].due, pk)))
    return chain[::-1]
