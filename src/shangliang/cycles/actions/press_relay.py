"""传达会议精神：提醒没报的."""

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import RELAY
from ..models import Relay
from ..relays import tell


@verb(RELAY, "press_relay", Relay)
def press_relay(case: Relay, seat: Seat) -> Done:
    """Those who have not reported, or have people left, are reminded."""
    late = [row.unit_id for row in case.units.all() if row.on is None or row.left]
    if not late:
        raise refuse("都报了，也都传达到人了，没有要提醒的。")
    tell(case, late, f"还没有传达到人，请补报：{case.title}")
    return Done(detail={"units": len(late)})
