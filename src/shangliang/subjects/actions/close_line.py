"""结清: all in place and spent, or returned; the line stays to be read."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import FUND_LINE
from ..models import FundLine
from ..money import words_of


@verb(FUND_LINE, "close_line", FundLine)
def close_line(case: FundLine, seat: Seat, *, note: str = "") -> Done:
    """With money left over it must be said where it went."""
    left = case.arrived - case.spent
    if left and not note.strip():
        raise refuse(f"到位和支出差 {words_of(abs(left))}，请写明结余去向或谁垫付。")
    return Done(detail={"fen_left": int(left * 100)})
