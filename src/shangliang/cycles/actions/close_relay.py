"""传达会议精神：收尾."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import RELAY
from ..models import Relay


@verb(RELAY, "close_relay", Relay)
def close_relay(case: Relay, seat: Seat, *, why: str = "") -> Done:
    """With people left only for a reason."""
    left = sum(row.left for row in case.units.all())
    silent = case.units.filter(on=None).count()
    if (left or silent) and not why.strip():
        raise refuse(f"还有 {silent} 个单位没报、{left} 人没有传达到。要收尾，请写理由。")
    return Done(detail={"left": left, "silent": silent})
