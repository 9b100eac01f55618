"""协商：公开."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..models import Consultation


@verb(CONSULTATION, "show_publicly", Consultation)
def show_publicly(case: Consultation, seat: Seat) -> None:
    """What was agreed, open and held by a minority, the answers and what became of it. No names of
    citizens are shown there."""
    if case.public:
        raise refuse("已经公开了。")
    case.public = True
