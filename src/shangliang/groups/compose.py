"""组成要求: the term whose make-up is ruled."""

from ..actors.models import Term
from ..actors.queries import current_term
from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse


def term_of(seat: Seat, pk: int | None) -> Term:
    """A term that is not frozen."""
    term = (
        Term.objects.filter(committee_id=seat.committee_id, pk=pk).first()
        if pk
        else current_term(seat.committee_id)
    )
    if term is None:
        raise refuse("还没有登记届，请先到“届次”登记。")
    if term.is_past(today()):
        raise refuse(f"{term}已经封存，不能再改。")
    return term
