"""签到: by the code on the wall, from one's own phone, for oneself."""

from django.core.cache import cache
from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ACTIVITY
from ..models import Activity, Tick
from ..record import Taken, keep
from ..signing import code_holds, opens, sitting_at

# Wrong codes of one person for one activity within ten minutes; then the clerk's list helps.
TRIES = 10


@verb(ACTIVITY, "sign_in", Activity)
def sign_in(case: Activity, seat: Seat, *, code: str, leaving: bool = False) -> Done:
    """Twice is once: the first coming counts, and the answer says so."""
    now = timezone.now()
    sitting = sitting_at(case, now)
    if sitting is None:
        raise refuse(f"现在不能签到：{opens(case)} 起，到活动结束为止。")
    tried = f"sign-in:{case.pk}:{seat.person_id}"
    if cache.get(tried, 0) >= TRIES:
        raise refuse("试的次数太多了，请到签到台按名单签到。")
    if not code_holds(case, code, now):
        cache.set(tried, cache.get(tried, 0) + 1, 600)
        raise refuse("签到码不对或已经换了，请看屏幕上现在的六位数字。")
    what = Tick.What.OUT if leaving else Tick.What.IN
    kept = keep(
        case,
        seat,
        [
            Taken(
                person=seat.person_id,
                sitting=sitting,
                what=what,
                way=Tick.Way.CODE,
                at=now,
                key=f"code:{sitting.pk}:{seat.person_id}:{what}",
            )
        ],
    )
    return Done(
        detail={"sitting": sitting.number, "what": str(what), "walk_in": kept.walk_ins},
        quiet=not kept.new,
        beside=True,  # a hall of people: the activity's own row and its index are left alone
    )
