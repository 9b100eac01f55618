"""办结: every ask answered, every proposer heard or the rating window over."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import Submission
from ..people import proposers


@verb(PROPOSAL, "close", Submission)
def close(case: Submission, seat: Seat) -> Done:
    """The proposal closes; its promises live on in the commitment ledger until verified."""
    case.closed_at = timezone.now()
    post(
        committee_id=case.committee_id,
        to=proposers(case),
        kind="proposal.close",
        text=f"{case.number_label}已办结；承诺的事项继续跟踪到核实",
        case=case,
        url=f"/proposals/{case.pk}/",
    )
    return Done()
