"""协商成果：加一条建议."""

from django.db.models import Max

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import RESULT
from ..models import Advice, Result
from ..writing import check_advice


@verb(RESULT, "add_advice", Result)
def add_advice(
    case: Result, seat: Seat, *, text: str, kind: str = "", unit: int | None = None
) -> Done:
    """One more recommendation. Returns the Advice."""
    check_advice(case, text, kind, unit)
    most = case.advices.aggregate(m=Max("order"))["m"] or 0
    row = Advice.objects.create(
        committee_id=case.committee_id,
        result=case,
        order=most + 1,
        text=text.strip(),
        kind=kind,
        unit_id=unit,
    )
    return Done(about=row, detail={"order": row.order}, result=row)
