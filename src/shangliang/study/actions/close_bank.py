"""题库：停用."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import BANK
from ..models import Bank


@verb(BANK, "close_bank", Bank)
def close_bank(case: Bank, seat: Seat) -> None:
    """Nothing is drawn or practised from it."""
