"""改会期."""

from datetime import date, datetime

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ..models import Session
from ..terms import check_session


@act("session.move", "改会期", Role.CLERK)
def move_session(
    seat: Seat,
    pk: int,
    *,
    opens: date,
    closes: date,
    window_opens: date,
    cutoff_at: datetime,
    year: int,
) -> Done:
    """New days count for what is submitted from now on; what is filed keeps its class."""
    row = lock(Session, pk, seat.committee_id)
    check_session(row.term, opens, closes, window_opens, cutoff_at, but=row)
    row.opens, row.closes, row.window_opens = opens, closes, window_opens
    row.cutoff_at, row.year = cutoff_at, year
    row.save()
    return Done(case=row, detail={"opens": opens, "closes": closes, "window": window_opens})
