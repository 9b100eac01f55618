"""建题库."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ..bank import check_bank
from ..models import Bank
from ..who import KEEPERS


@act("bank.make", "建题库", *KEEPERS)
def make_bank(seat: Seat, *, title: str, about: str = "", practice: bool = True) -> Done:
    """An empty bank."""
    check_bank(seat, title)
    row = Bank.objects.create(
        committee_id=seat.committee_id,
        title=title.strip()[:80],
        about=about.strip()[:300],
        practice=practice,
        by_id=seat.person_id,
    )
    return Done(case=row)
