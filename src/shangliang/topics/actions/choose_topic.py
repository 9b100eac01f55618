"""议题：选定."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ..flow import TOPIC
from ..models import Topic
from ..pool import decided, reasoned, tell_nominator


@verb(TOPIC, "choose_topic", Topic)
def choose_topic(case: Topic, seat: Seat, *, reason: str) -> None:
    """Chosen, with the reason."""
    decided(case, seat, reasoned(reason, "选定"))
    tell_nominator(case, seat, "您提的议题选定了")
