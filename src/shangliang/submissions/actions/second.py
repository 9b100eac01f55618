"""附议: lighter than a joint signature; a seconder is not consulted and does not rate (docs/field.md 1.1)."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import PROPOSAL
from ..models import CoSignature, Submission


@verb(PROPOSAL, "second", Submission)
def second(case: Submission, seat: Seat) -> Done:
    """Second a proposal whose proposer allowed it; once a person (the table and a constraint)."""
    row = CoSignature.objects.create(
        committee_id=case.committee_id,
        submission=case,
        person_id=seat.person_id,
        role=CoSignature.Role.SECOND,
        state=CoSignature.State.SIGNED,
        order=1000,
        answered_at=timezone.now(),
        revision=case.revision,
    )
    return Done(about=row)
