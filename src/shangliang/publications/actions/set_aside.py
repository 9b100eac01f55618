"""不答: with the reason, which stands under the receipt."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import DOUBT
from ..models import Doubt


@verb(DOUBT, "set_aside", Doubt)
def set_aside(case: Doubt, seat: Seat, *, why: str) -> Done:
    """Where else to go with it belongs to the reason."""
    if len(why.strip()) < 4:
        raise refuse("请写为什么不答、该去问哪里；提问的人凭回执看得到。")
    case.aside_why = why.strip()[:200]
    return Done()
