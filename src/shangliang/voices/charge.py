"""包联: who may act on a charge, and while it runs."""

from ..procedures.office_calendar import today
from ..procedures.perform import lock
from ..procedures.seat import Role, Seat
from ..procedures.verdicts import refuse
from .models import Charge

OFFICE = (Role.ORGANISER, Role.SUPERVISOR)


def mine(seat: Seat, pk: int) -> Charge:
    """The charge, locked, of its leader or the office."""
    row = lock(Charge, pk, seat.committee_id)
    if not (seat.has(*OFFICE) or (seat.signed_in and row.leader_id == seat.person_id)):
        raise refuse("只有包联的领导或专委会、督办人员可以。", "who")
    over = row.end or (row.tie.end if row.tie else None)
    if over and over < today():
        raise refuse("这项包联已经结束。", "state")
    return row
