"""议题：放回议题库."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import TOPIC
from ..models import Topic
from ..pool import decided, reasoned


@verb(TOPIC, "return_to_pool", Topic)
def return_to_pool(case: Topic, seat: Seat, *, reason: str) -> None:
    """Back to the pool; what was said stays in the log."""
    case.into = None
    decided(case, seat, reasoned(reason, "放回"))
