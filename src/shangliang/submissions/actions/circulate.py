"""送会签: every co-unit is asked for its yes before the reply goes."""

from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ..flow import REPLY
from ..models import Assignment, Countersign, Reply
from ..people import staff_of


@verb(REPLY, "circulate", Reply)
def circulate(case: Reply, seat: Seat) -> Done:
    """Ask anew: a changed text needs everyone's yes again."""
    units = list(
        Assignment.objects.filter(submission=case.submission, role="co")
        .exclude(state__in=["returned", "dropped"])
        .values_list("unit_id", flat=True)
    )
    case.countersigns.all().delete()
    Countersign.objects.bulk_create(
        Countersign(committee_id=case.committee_id, reply=case, unit_id=unit) for unit in units
    )
    post(
        committee_id=case.committee_id,
        to=staff_of(units, case.committee_id),
        kind="reply.circulate",
        text=f"请会签答复：{case.submission.number_label}《{case.submission.title}》",
        case=case.submission,
        url=f"/replies/{case.pk}/",
        needs_act=True,
    )
    return Done(detail={"units": units})
