"""优势—问题—机遇 (S-138): a sheet, and who writes it."""

from ..procedures.seat import Role, Seat
from ..procedures.verdicts import refuse
from .models import Analysis

WRITERS = (Role.ORGANISER, Role.CLERK, Role.CONVENOR, Role.LEADER, Role.MEMBER)


def sheet(seat: Seat, pk: int) -> Analysis:
    row = Analysis.objects.filter(committee_id=seat.committee_id, pk=pk).first()
    if row is None:
        raise refuse("没有这张分析表。", "wall")
    return row
