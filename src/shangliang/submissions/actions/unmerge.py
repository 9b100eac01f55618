"""撤销并案: the proposal stands alone again and goes back to review."""

from django.utils import timezone

from ...notices.post import post
from ...procedures import clocks
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import PROPOSAL
from ..models import MergeGroup, Submission
from ..people import proposers


def lead_of(seat: Seat, pk: int, data: dict[str, object]) -> set[int]:
    """The lead is changed too when its last member leaves."""
    groups = MergeGroup.objects.filter(committee_id=seat.committee_id, members=pk)
    return set(groups.values_list("lead_id", flat=True))


@verb(PROPOSAL, "unmerge", Submission, also=lead_of)
def unmerge(case: Submission, seat: Seat) -> Done:
    """Leave the group; the last to leave dissolves it and frees the lead."""
    if case.group_id is None:
        raise refuse("这件没有并入别的提案。")
    group = MergeGroup.objects.get(pk=case.group_id, committee_id=case.committee_id)
    case.group = case.decided_at = None
    left = Submission.objects.filter(committee_id=case.committee_id, group=group)
    if not left.exclude(pk__in=[case.pk, group.lead_id]).exists():
        left.filter(pk=group.lead_id).update(group=None)
        group.dissolved_at = timezone.now()
        group.save(update_fields=["dissolved_at"])
    clocks.reopen(case, "review")
    post(
        committee_id=case.committee_id,
        to=proposers(case),
        kind="proposal.unmerge",
        text=f"《{case.title}》已撤销并案，单独审查",
        case=case,
        url=f"/proposals/{case.pk}/",
        but=seat.person_id,
    )
    return Done(detail={"group": group.pk}, start=())
