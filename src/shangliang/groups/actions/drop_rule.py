"""去掉组成要求."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..compose import term_of
from ..models import CompositionRule


@act("composition.drop", "去掉组成要求", Role.CLERK)
def drop_rule(seat: Seat, pk: int) -> Done:
    """The event keeps what it asked."""
    row = (
        CompositionRule.objects.select_related("term")
        .filter(committee_id=seat.committee_id, pk=pk)
        .first()
    )
    if row is None:
        raise refuse("没有这一条。", "wall")
    term_of(seat, row.term_id)
    detail = {"measure": row.measure, "way": row.way, "value": str(row.value)}
    term = row.term
    row.delete()
    return Done(case=term, detail=detail)
