"""改题目和设置, while nobody has answered yet."""

from datetime import date

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ROUND
from ..models import Round


@verb(ROUND, "edit_round", Round)
def edit_round(
    case: Round,
    seat: Seat,
    *,
    title: str,
    intro: str = "",
    policy: str = "",
    entry: str = Round.Entry.OPEN,
    order: str = Round.Order.RANDOM,
    opens_on: date | None = None,
    closes_on: date | None = None,
    says_until: date | None = None,
) -> Done:
    """Everything that is fixed once the round opens."""
    if opens_on and closes_on and closes_on < opens_on:
        raise refuse("止日早于起日，请对调。")
    case.title, case.intro = " ".join(title.split()), intro.strip()
    case.policy = policy.strip() or case.policy
    case.entry, case.order = entry, order
    if says_until and closes_on and closes_on < says_until:
        raise refuse("说法收到的日子要在止日以前。")
    case.opens_on, case.closes_on, case.says_until = opens_on, closes_on, says_until
    return Done(detail={"entry": entry, "order": order})
