"""目标、说法、对标: a figure as it is typed, and the region it is of."""

from decimal import Decimal

from ..engines.indicators.definition import Direction, distance
from .lookup import region as find_region
from .models import Reading, Region, Yardstick


def figure(yardstick: Yardstick, region_id: int, period: str) -> Decimal | None:
    """One figure in force."""
    return (
        Reading.objects.filter(
            committee_id=yardstick.committee_id, yardstick=yardstick, region_id=region_id,
            period=period, current=True,
        )
        .values_list("value", flat=True)
        .first()
    )  # fmt: skip


def apart(yardstick: Yardstick, own: int, peer: int, period: str) -> Decimal | None:
    """How far own is from the peer: below zero is behind."""
    mine, theirs = figure(yardstick, own, period), figure(yardstick, peer, period)
    if mine is None or theirs is None:
        return None
    return distance(mine, theirs, Direction(yardstick.direction))


def region_row(committee_id: int, pk: int) -> Region:
    """By id."""
    return find_region(committee_id, pk)
