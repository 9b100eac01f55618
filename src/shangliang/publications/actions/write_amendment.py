"""写更正: what was wrong and what is right. It shows when somebody else has passed it."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...topics.intake import keep_secrets_out
from ..flow import PIECE
from ..models import Amendment, Piece


@verb(PIECE, "write_amendment", Piece)
def write_amendment(case: Piece, seat: Seat, *, text: str) -> Done:
    """The published words stay as they are."""
    if len(text.strip()) < 6:
        raise refuse("请写清原来写的什么、应该是什么。")
    keep_secrets_out(text)
    row = Amendment.objects.create(
        committee_id=case.committee_id, piece=case, text=text.strip()[:500],
        by_id=seat.person_id, on=today(),
    )  # fmt: skip
    return Done(about=row)
