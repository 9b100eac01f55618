"""传达会议精神：报传达情况."""

from datetime import date

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import RELAY
from ..flow.who import DESK
from ..models import Relay


@verb(RELAY, "report_relay", Relay)
def report_relay(
    case: Relay, seat: Seat, *, unit: int, on: date, how: str, wanted: int, reached: int,
    missing: str = "", linked: str = "",
) -> Done:  # fmt: skip
    """Whom it reached of whom it should; the rest by name."""
    row = case.units.filter(unit_id=unit).first()
    if row is None or not (seat.has(*DESK) or unit in seat.units):
        raise refuse("只能报本单位的传达情况。", "who")
    if on > today():
        raise refuse("传达日期不能晚于今天。")
    if not how.strip():
        raise refuse("请写怎么传达的。")
    if wanted < 1 or reached < 0 or reached > wanted:
        raise refuse("传达到的人数要在 0 和应到人数之间。")
    if reached < wanted and not missing.strip():
        raise refuse(f"还有 {wanted - reached} 人没有传达到，请写是谁、为什么。")
    row.on, row.how, row.wanted, row.reached = on, how.strip()[:200], wanted, reached
    row.missing = missing.strip()[:400] if reached < wanted else ""
    row.linked = linked.strip()[:400]
    row.save()
    return Done(about=row, detail={"unit": unit, "wanted": wanted, "reached": reached})
