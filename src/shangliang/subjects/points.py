"""The milestones of a thing as plain points of its road map."""

from collections.abc import Iterable

from .models import Milestone, Subject
from .roadmap import Point


def milestones_of(subject: Subject) -> list[Milestone]:
    """Two questions: the milestones and what each waits for."""
    rows = Milestone.objects.filter(committee_id=subject.committee_id, subject=subject)
    return list(rows.select_related("unit").prefetch_related("after"))


def points_of(rows: Iterable[Milestone]) -> dict[int, Point]:
    """The same as plain points."""
    return {
        row.pk: Point(
            row.pk, row.due_on, row.days, frozenset(o.pk for o in row.after.all()), row.done_on
        )
        for row in rows
    }
