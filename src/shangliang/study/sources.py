"""How things of study are named where something points to them."""

from ..procedures.seat import Seat
from ..tasks.sources import SOURCES, Source
from .queries import items, quizzes


def named_items(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """Items by what they are."""
    return {
        row.pk: Source("学习", row.title, row.get_absolute_url())
        for row in items(seat).filter(pk__in=ids)
    }


def named_quizzes(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """Contests by name."""
    return {
        row.pk: Source("知识竞赛", row.title, row.get_absolute_url())
        for row in quizzes(seat).filter(pk__in=ids)
    }


SOURCES.update(studyitem=named_items, quiz=named_quizzes)
