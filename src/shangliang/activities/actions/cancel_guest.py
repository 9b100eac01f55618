"""取消公开报名."""

from django.utils import timezone

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Activity, Guest


@act("activity.guest_cancel", "取消公开报名")
def cancel_guest(seat: Seat, code: str) -> Done:
    """Whoever has the code may, until the activity is over; the place is free at once, the name gone."""
    guest = (
        Guest.objects.filter(committee_id=seat.committee_id, public_code=code)
        .select_related("activity")
        .first()
    )
    if guest is None:
        raise refuse("没有找到这个报名号。", "wall")
    row = lock(Activity, guest.activity_id, seat.committee_id)
    guest.refresh_from_db()
    if guest.state == "cancelled":
        raise refuse("已经取消了。", "state")
    if row.ends_at <= timezone.now():
        raise refuse("活动已经结束，不用取消了。")
    guest.state, guest.name = "cancelled", ""
    guest.save(update_fields=["state", "name"])
    return Done(case=row, about=guest, result=guest)
