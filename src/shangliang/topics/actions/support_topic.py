"""议题：附议."""

from ...procedures.perform import verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TOPIC
from ..models import Support, Topic


@verb(TOPIC, "support_topic", Topic)
def support_topic(case: Topic, seat: Seat) -> None:
    """Once a person; a second time is said, not counted."""
    _, new = Support.objects.get_or_create(
        committee_id=case.committee_id, topic=case, person_id=seat.person_id
    )
    if not new:
        raise refuse("您已经附议过了。")
    case.supports = Support.objects.filter(committee_id=case.committee_id, topic=case).count()
