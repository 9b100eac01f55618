"""协商成果：签发报送."""

from ...procedures.numbering import allot
from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import RESULT
from ..models import Result
from ..presets import result_kinds
from ..telling import tell, unit_people


@verb(RESULT, "issue_result", Result)
def issue_result(case: Result, seat: Seat) -> Done:
    """The number is given here, without a gap; units named in it are told."""
    kind, year = result_kinds()[case.kind], today().year
    number = allot(case.committee_id, f"result:{case.kind}:{year}")
    case.number = kind.number.format(year=year, n=number)
    case.issued_on, case.issued_by_id = today(), seat.person_id
    case.deliveries.update(delivered_on=today())
    units = {a.unit_id for a in case.advices.all() if a.unit_id}
    units |= {d.unit_id for d in case.deliveries.all() if d.unit_id}
    tell(
        case,
        unit_people(case.committee_id, units),
        "result.issued",
        f"{kind.label}送达，请逐条答复：{case.title}",
        seat,
    )
    return Done(detail={"number": number, "kind": case.kind})
