"""课题: whose a research project is, and who works on it."""

from ..procedures.seat import Role, Seat
from ..procedures.verdicts import refuse
from .models import Project

STAFF = (Role.ORGANISER, Role.CLERK)


def own_project(seat: Seat, pk: int) -> Project:
    row = Project.objects.filter(committee_id=seat.committee_id, pk=pk).first()
    if row is None:
        raise refuse("没有找到这个课题。", "wall")
    return row
