"""录入纸面评价: a clerk enters the paper rating of a named proposer; it is marked so."""

from collections.abc import Sequence

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Submission
from ..people import proposers
from .rate import record


@verb(PROPOSAL, "enter_rating", Submission)
def enter_rating(
    case: Submission,
    seat: Seat,
    *,
    person: int,
    attitude: str,
    result: str,
    met: str = "",
    text: str = "",
    redo: Sequence[int] = (),
    apart: Sequence[tuple[int, str, str]] = (),
) -> Done:
    """For members who rate on paper (docs/field.md 1.8). Nobody's account is lent for it."""
    if person not in proposers(case):
        raise refuse("只能为这件提案署名的提案人录入。")
    row = record(
        case,
        person,
        attitude=attitude,
        result=result,
        met=met,
        text=text,
        redo=redo,
        apart=apart,
        entered_by=seat.person_id,
    )
    return Done(about=row, detail={"round": case.round, "paper": True})
