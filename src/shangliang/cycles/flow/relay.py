"""传达流程: sent to units, each reports whom it reached, closed with the rest named."""

from ...procedures.seat import Seat
from ...procedures.table import Move, Table
from ..models import Relay
from . import who

STATES = {"open": "传达中", "closed": "已收尾"}


def desk(seat: Seat, case: Relay) -> str | None:
    """发起传达的机关。"""
    return who.desk(seat, case)


def conveys(seat: Seat, case: Relay) -> str | None:
    """要传达的单位自己的人；机关可以代报。"""
    if seat.has(*who.DESK) or case.units.filter(unit_id__in=seat.units).exists():
        return None
    return "只有要传达的单位可以报。"


# fmt: off
RELAY = Table(
    name="relay",
    label="传达会议精神",
    states=STATES,
    initial="open",
    moves=(
        Move("report_relay", "报传达情况", ("open",), None, conveys, form=True, phase="察",
             says="报传达情况"),
        Move("press_relay", "提醒没报的", ("open",), None, desk, phase="察", says="提醒传达"),
        Move("close_relay", "收尾", ("open",), "closed", desk, form=True, phase="效",
             says="传达收尾"),
    ),
    final=frozenset({"closed"}),
)
# fmt: on
