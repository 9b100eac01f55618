"""题库：再用."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import BANK
from ..models import Bank


@verb(BANK, "reopen_bank", Bank)
def reopen_bank(case: Bank, seat: Seat) -> None:
    """In use again."""
