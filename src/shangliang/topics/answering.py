"""After the meeting: what was agreed, who is to answer, and the word a guest leaves."""

from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .flow.people import runner
from .models import Consultation, Party, Point


def agreed(case: Consultation, point: int) -> Point:
    row: Point | None = case.points.filter(pk=point, kind="agreed").first()
    if row is None:
        raise refuse("请选一条商定的事项。", "wall")
    return row


def answering_parties(case: Consultation, seat: Seat) -> list[Party]:
    """Whose answers this seat may enter, the waiting ones first."""
    rows = case.parties.filter(side="answers")
    if runner(seat, case) is not None:
        rows = rows.filter(actor_id__in=seat.units)
    return sorted(rows, key=lambda p: (p.answered_on is not None, p.pk))
