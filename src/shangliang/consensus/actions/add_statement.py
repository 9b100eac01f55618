"""组织者加说法: shown at once, marked as the organiser's."""

from ...procedures.numbering import allot
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import ROUND
from ..models import Round, Statement
from ..screening import look


@verb(ROUND, "add_statement", Round)
def add_statement(case: Round, seat: Seat, *, text: str) -> Done:
    """One sentence a line; each becomes a statement of its own."""
    lines = [look(case, line) for line in text.splitlines() if line.strip()]
    rows = [
        Statement.objects.create(
            committee_id=case.committee_id,
            round=case,
            number=allot(case.committee_id, f"statement:{case.pk}"),
            text=line,
            state="shown",
            seed=True,
        )
        for line in lines
    ]
    return Done(about=rows[0] if rows else None, detail={"count": len(rows)})
