"""How things and money are named where something points to them."""

from ..procedures.seat import Seat
from ..tasks.sources import SOURCES, Source
from .queries import lines, subjects


def named(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """Things by name."""
    return {
        row.pk: Source(row.name, row.get_kind_display(), row.get_absolute_url())
        for row in subjects(seat).filter(pk__in=ids)
    }


def money(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """Lines of money the seat may see."""
    return {
        row.pk: Source(str(row), "", row.get_absolute_url())
        for row in lines(seat).filter(pk__in=ids)
    }


SOURCES.update(subject=named, fundline=money, fund_line=money)
