"""协商成果：改一条建议."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import RESULT
from ..models import Result
from ..writing import advice_of, check_advice


@verb(RESULT, "change_advice", Result)
def change_advice(
    case: Result, seat: Seat, *, advice: int, text: str, kind: str = "", unit: int | None = None
) -> Done:
    """While it is a draft."""
    check_advice(case, text, kind, unit)
    row = advice_of(case, advice)
    row.text, row.kind, row.unit_id = text.strip(), kind, unit
    row.save(update_fields=["text", "kind", "unit"])
    return Done(about=row, detail={"order": row.order})
