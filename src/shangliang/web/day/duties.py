"""Duties: what the office answers, what burns for a leader. Money to explain stands in ``cycles``."""

from collections.abc import Iterator

from ...procedures.seat import Role, Seat
from ...tasks.board import stands
from ...tasks.models import Request, Task
from ...tasks.queries import visible
from .cards import Card, link

OFFICE = (Role.SUPERVISOR, Role.CLERK)


def office(seat: Seat) -> Iterator[Card]:
    """Requests that wait for an answer."""
    rows = Request.objects.filter(
        committee_id=seat.committee_id,
        state=Request.State.OPEN,
        task__state__in=("contested", "doing"),
    ).select_related("task", "unit")
    for row in rows.order_by("pk")[:10]:
        yield Card(
            row.task.title,
            "答复",
            link("task", row.task_id),
            str(row.unit),
            row.get_kind_display(),
        )


def leader(seat: Seat) -> Iterator[Card]:
    """One card for what burns among assigned duties."""
    rows = visible(seat).filter(state__in=("offered", "doing"), kind=Task.Kind.ASSIGNED)
    found = stands(rows, seat.committee_id)
    late = sum(stand.lamp.group in ("late", "serious", "undated") for stand in found)
    if late:
        yield Card(
            f"督办任务逾期或严重滞后 {late} 项", "看是谁、为什么", link("board-leader"), count=late
        )


def cards(seat: Seat) -> Iterator[Card]:
    if seat.has(*OFFICE):
        yield from office(seat)
    if seat.has(Role.LEADER):
        yield from leader(seat)
