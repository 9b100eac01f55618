"""参加方退出: what it did stays under its name; it writes no more."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROGRAMME
from ..models import Programme


@verb(PROGRAMME, "drop_partner", Programme)
def drop_partner(case: Programme, seat: Seat, *, partner: int) -> Done:
    """From today on."""
    row = case.partners.filter(pk=partner, left_on__isnull=True).first()
    if row is None:
        raise refuse("没有找到这个参加方。", "wall")
    row.left_on = today()
    row.save(update_fields=["left_on"])
    return Done(about=row)
