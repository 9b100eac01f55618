"""安排会议: the next number of the organ's year."""

from datetime import date

from django.db.models import Max

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Organ, OrganMeeting


@act("organ_meeting.plan", "安排机构会议", *DESK)
def plan_meeting(seat: Seat, *, organ: int, on: date, place: str = "", host: str = "") -> Done:
    """Two who plan at once are taken one after the other, by the organ's row."""
    body = lock(Organ, organ, seat.committee_id)
    if not 2000 <= on.year <= 2100:
        raise refuse("请看一下日期。")
    last = body.meetings.filter(year=on.year).aggregate(last=Max("number"))["last"] or 0
    row = OrganMeeting.objects.create(
        committee_id=seat.committee_id,
        organ=body,
        year=on.year,
        number=last + 1,
        on=on,
        place=place.strip()[:120],
        host=host.strip()[:80],
        by_id=seat.person_id,
    )
    return Done(case=row, detail={"organ": organ, "number": row.number})
