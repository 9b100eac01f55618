"""收回重写: the unit takes its text back from countersigning or from the check."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import REPLY
from ..models import Reply
from ..people import staff_of


@verb(REPLY, "recall", Reply)
def recall(case: Reply, seat: Seat) -> Done:
    """Back to draft. Countersigns given stay to be read; those not given are no longer asked."""
    waiting = list(case.countersigns.filter(state="open").values_list("unit_id", flat=True))
    case.countersigns.filter(state="open").delete()
    post(
        committee_id=case.committee_id,
        to=staff_of(waiting, case.committee_id),
        kind="reply.recall",
        text=f"主办单位收回重写，暂不用会签：{case.submission.number_label}",
        case=case.submission,
        url="/unit/",
    )
    return Done(detail={"round": case.round})
