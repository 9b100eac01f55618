"""开放报名: an activity for whoever comes begins without anybody being invited."""

from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ACTIVITY
from ..models import Activity


@verb(ACTIVITY, "open_up", Activity)
def open_up(case: Activity, seat: Seat) -> Done:
    """Members, and everybody where it is public, may sign up from now on."""
    if case.starts_at <= timezone.now():
        raise refuse("活动已经开始，请先改期。")
    case.invited_at = case.invited_at or timezone.now()
    return Done(detail={"for": case.open_to})
