"""合并离线签到: what phones ticked without network, sent later, as often as one likes, kept once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypedDict

from django.db.models import prefetch_related_objects
from django.utils import timezone

from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ACTIVITY
from ..models import Activity, Tick
from ..record import Kept, Taken, keep
from ..signing import EARLY, nearest

# A clock nearer than this is right; the way of a request takes a moment, too.
EXACT = timedelta(minutes=2)
MOST = 2000


class OfflineTick(TypedDict):
    """One tick: ``key`` is the device's own count, ``at`` what its clock said."""

    key: str
    person: int
    what: str
    at: datetime


@verb(ACTIVITY, "merge_ticks", Activity)
def merge_ticks(
    case: Activity,
    seat: Seat,
    *,
    device: str,
    device_now: datetime,
    ticks: Sequence[OfflineTick],
) -> Done:
    """``device_now``: the phone's clock when it sends; from it a wrong clock is put right.

    Returns :class:`Kept`. A tick of an unknown person is named, the others are kept.
    """
    device = device.strip()[:40]
    if not device:
        raise refuse("没有设备编号。")
    if len(ticks) > MOST:
        raise refuse(f"一次最多送 {MOST} 条，请分几次送。")
    now = timezone.now()
    prefetch_related_objects([case], "sittings")  # asked of every tick
    taken = [reading(case, device, now - device_now, now, row) for row in ticks]
    kept: Kept = keep(case, seat, taken)
    return Done(
        detail={
            "device": device,
            "new": kept.new,
            "known": kept.known,
            "strangers": len(kept.strangers),
            "doubts": sum(bool(t.doubt) for t in taken),
        },
        result=kept,
        quiet=not kept.new,
    )


def reading(case: Activity, device: str, off: timedelta, now: datetime, row: OfflineTick) -> Taken:
    """The time that counts: the phone's, moved by what its clock is off; never outside the day."""
    said = row["at"]
    at, doubt = said, ""
    if abs(off) > EXACT:
        at = said + off
        minutes = round(abs(off).total_seconds() / 60)
        doubt = f"设备时钟{'慢' if off > timedelta(0) else '快'} {minutes} 分，已按服务器时间校正"
    sitting = nearest(case, at)
    first, last = sitting.starts_at - EARLY, min(sitting.ends_at + EARLY, now + EXACT)
    if not first <= at <= last:
        doubt = (doubt + "；" if doubt else "") + "时间不在活动当时，按单元开始计，请核对"
        at = min(sitting.starts_at, now)
    what = row["what"] if row["what"] in Tick.What.values else Tick.What.IN
    return Taken(
        person=row["person"],
        sitting=sitting,
        what=what,
        way=Tick.Way.OFFLINE,
        at=at,
        key=f"{device}:{row['key'][:30]}",
        device=device,
        device_at=said,
        doubt=doubt[:120],
    )
