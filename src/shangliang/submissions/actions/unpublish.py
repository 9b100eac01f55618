"""撤下: a public page is taken back, with a reason kept for the record."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import Publication, Submission


@verb(PROPOSAL, "unpublish", Submission)
def unpublish(case: Submission, seat: Seat, *, because: str) -> Done:
    """The page answers "taken down" from now on; the proposal itself is untouched."""
    row = Publication.objects.filter(
        committee_id=case.committee_id, submission=case, withdrawn_at__isnull=True
    ).first()
    if row is None:
        raise refuse("这件没有公开，不用撤下。")
    if not because.strip():
        raise refuse("请写明为什么撤下。")
    row.withdrawn_at, row.withdrawn_because = timezone.now(), because.strip()[:200]
    row.save()
    return Done(about=row)
