"""开一次会."""

from datetime import date, datetime

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Session, Term
from ..terms import check_session


@act("session.open", "开一次会", Role.CLERK)
def open_session(
    seat: Seat,
    *,
    term: int,
    number: int,
    opens: date,
    closes: date,
    window_opens: date,
    cutoff_at: datetime,
    year: int,
) -> Done:
    """A plenary with its window for plenary proposals."""
    within = lock(Term, term, seat.committee_id)
    if Session.objects.filter(term=within, number=number).exists():
        raise refuse(f"{within}第 {number} 次会议已经登记过。")
    check_session(within, opens, closes, window_opens, cutoff_at)
    row = Session.objects.create(
        committee_id=seat.committee_id,
        term=within,
        number=number,
        opens=opens,
        closes=closes,
        window_opens=window_opens,
        cutoff_at=cutoff_at,
        year=year,
    )
    return Done(case=row, detail={"opens": opens, "closes": closes})
