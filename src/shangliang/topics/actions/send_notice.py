"""协商：发通知."""

from django.utils import timezone

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import CONSULTATION
from ..meetings import invite_by_activity
from ..models import Consultation
from ..noticing import late
from ..telling import participants, tell


@verb(CONSULTATION, "send_notice", Consultation)
def send_notice(case: Consultation, seat: Seat, *, note: str = "", reason: str = "") -> Done:
    """Written notice to all who take part: registered people and units get it here."""
    if case.starts_at and case.starts_at < timezone.now():
        raise refuse("开会时间已经过了，请先改安排。")
    was_late = late(case, case.notice_by, "通知", case.kind.notice_days, reason)
    case.noticed_on = today()
    when = timezone.localtime(case.starts_at) if case.starts_at else None
    words = f"{case.kind.short}通知：{case.title}，{when:%m月%d日 %H:%M}，{case.place}。{note}"
    to = participants(case)
    # Registered people are asked by the activity, which also takes their answer and their sign-in.
    asked = set(invite_by_activity(case, seat))
    tell(case, [pk for pk in to if pk not in asked], "consultation.notice", words, seat)
    return Done(detail={"late": was_late, "count": len(to)})
