"""协商成果：去掉一条建议."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import RESULT
from ..models import Result
from ..writing import advice_of


@verb(RESULT, "drop_advice", Result)
def drop_advice(case: Result, seat: Seat, *, advice: int) -> Done:
    """While it is a draft; the others close up."""
    gone = advice_of(case, advice).order
    case.advices.filter(pk=advice).delete()
    for n, row in enumerate(case.advices.order_by("order"), 1):
        if row.order != n:
            row.order = n
            row.save(update_fields=["order"])
    return Done(detail={"order": gone})
