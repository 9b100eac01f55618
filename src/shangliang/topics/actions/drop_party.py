"""协商：去掉一位."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..models import Consultation


@verb(CONSULTATION, "drop_party", Consultation)
def drop_party(case: Consultation, seat: Seat, *, party: int) -> Done:
    """Taken off the list; their place in the speaking list goes too."""
    row = case.parties.filter(pk=party).first()
    if row is None:
        raise refuse("名单里没有这一位。", "wall")
    row.speeches.all().delete()
    side = row.side
    row.delete()
    return Done(detail={"side": side})
