"""报名: a member puts oneself on the list of an activity open to all."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ACTIVITY
from ..models import Activity, Attendance


@verb(ACTIVITY, "sign_up", Activity)
def sign_up(case: Activity, seat: Seat) -> Done:
    """Once. Who signed up knows the time: told in time when that was early enough."""
    now = timezone.now()
    row, made = Attendance.objects.get_or_create(
        activity=case,
        person_id=seat.person_id,
        defaults={
            "committee_id": case.committee_id,
            "state": "going",
            "told_at": now,
            "answered_at": now,
        },
    )
    if not made:
        raise refuse("您已经在名单上，请在邀请里答复。")
    return Done(about=row)
