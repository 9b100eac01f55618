"""题库：改题库."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..bank import check_bank
from ..flow import BANK
from ..models import Bank


@verb(BANK, "edit_bank", Bank)
def edit_bank(
    case: Bank, seat: Seat, *, title: str, about: str = "", practice: bool = False
) -> None:
    """Name, words, whether it may be practised."""
    check_bank(seat, title, but=case.pk)
    case.title, case.about, case.practice = title.strip()[:80], about.strip()[:300], practice
