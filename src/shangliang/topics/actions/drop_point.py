"""协商：去掉一条."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..models import Consultation


@verb(CONSULTATION, "drop_point", Consultation)
def drop_point(case: Consultation, seat: Seat, *, point: int) -> Done:
    """A slip of the pen, while the minutes are not signed; a minority's view is never dropped."""
    row = case.points.filter(pk=point).first()
    if row is None:
        raise refuse("没有这一条。", "wall")
    if row.kind == "minority":
        raise refuse("少数意见一经记下就保留；说法不准的，再记一条更正。")
    row.delete()
    return Done()
