"""议题：不选用."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import TOPIC
from ..models import Topic
from ..pool import decided, reasoned, tell_nominator


@verb(TOPIC, "decline_topic", Topic)
def decline_topic(case: Topic, seat: Seat, *, reason: str) -> None:
    """Not chosen, with the reason the nominator reads by the receipt."""
    decided(case, seat, reasoned(reason, "不选用"))
    tell_nominator(case, seat, "您提的议题没有选用，理由在议题页")
