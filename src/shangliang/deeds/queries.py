"""Which reported deeds and contests a seat may see, and whose record it may read."""

from django.db.models import Q, QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .models import Contest, Deed, SharedWork, WorkComment

OFFICE = (Role.CLERK, Role.SECOND_REVIEWER, Role.ORGANISER)
READERS = (*OFFICE, Role.LEADER)


def may_read(seat: Seat, person: int) -> bool:
    """One's own; the office and leaders everybody's."""
    return seat.signed_in and (seat.person_id == person or seat.has(*READERS))


def deeds(seat: Seat) -> QuerySet[Deed]:
    rows = Deed.objects.filter(committee_id=seat.committee_id).select_related("person")
    if not seat.signed_in:
        return rows.none()
    return rows if seat.has(*READERS) else rows.filter(person_id=seat.person_id)


def contests(seat: Seat) -> QuerySet[Contest]:
    rows = Contest.objects.filter(committee_id=seat.committee_id).select_related("person")
    if not seat.signed_in:
        return rows.none()
    return rows if seat.has(*READERS) else rows.filter(person_id=seat.person_id)


def shared_works(seat: Seat) -> QuerySet[SharedWork]:
    """What is shown is for members of the own committee and its office; put away, for the owner alone."""
    rows = SharedWork.objects.filter(committee_id=seat.committee_id)
    if not seat.signed_in:
        return rows.none()
    mine = Q(person_id=seat.person_id)
    return rows.filter(mine | Q(state="open") if seat.has(Role.MEMBER, *READERS) else mine)


def comments(seat: Seat) -> QuerySet[WorkComment]:
    """Words to what one may see; hidden ones for their writer and the owner, taken back for nobody."""
    rows = WorkComment.objects.filter(
        committee_id=seat.committee_id, work__in=shared_works(seat).values("pk")
    ).exclude(state="withdrawn")
    own = Q(by_id=seat.person_id) | Q(work__person_id=seat.person_id)
    return rows.filter(own | Q(state="shown")).order_by("pk")


REACH["deed"] = deeds
REACH["shared_work"] = shared_works
REACH["work_comment"] = comments
REACH["contest"] = contests
