"""任务不做了: with the reason, which stays beside it."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROGRAMME
from ..models import Programme
from .finish_line import open_line


@verb(PROGRAMME, "forgo_line", Programme)
def forgo_line(case: Programme, seat: Seat, *, line: int, why: str) -> Done:
    """Not late any more, and not done."""
    row = open_line(case, line)
    if not why.strip():
        raise refuse("请写为什么不做。")
    row.dropped_why = why.strip()[:120]
    row.save(update_fields=["dropped_why"])
    return Done(about=row)
