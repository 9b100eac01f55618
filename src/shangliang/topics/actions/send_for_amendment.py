"""年度协商计划：送请修改."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import PLAN
from ..models import Plan


@verb(PLAN, "send_for_amendment", Plan)
def send_for_amendment(case: Plan, seat: Seat) -> None:
    """Sent to the bodies of its route; their opinions are recorded as they come."""
