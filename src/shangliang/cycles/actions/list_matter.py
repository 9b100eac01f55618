"""列入议程: last on the agenda of a meeting its organ still has before it."""

from django.db.models import Max

from ...procedures.perform import Done, lock, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import MATTER
from ..models import AgendaItem, Matter, OrganMeeting

MOST = 30


@verb(MATTER, "list_matter", Matter)
def list_matter(
    case: Matter, seat: Seat, *, meeting: int, reporter: str = "", minutes: int = 10
) -> Done:
    """The meeting is held fast, so that nothing comes onto the agenda of one that has just opened."""
    row = lock(OrganMeeting, meeting, case.committee_id)
    if row.organ_id != case.organ_id or row.state != "planned":
        raise refuse("请选这个机构还没开的一次会。")
    if not 1 <= minutes <= 240:
        raise refuse("几分钟，写 1 到 240。")
    if row.items.count() >= MOST:
        raise refuse(f"一次会最多 {MOST} 项，请放到下一次。")
    if row.items.filter(matter=case).exists():
        raise refuse("这次会上已经议过这个事项，请放到下一次。")
    item = AgendaItem.objects.create(
        committee_id=case.committee_id,
        meeting=row,
        matter=case,
        place=(row.items.aggregate(last=Max("place"))["last"] or 0) + 1,
        reporter=reporter.strip()[:80] or case.raised_by,
        minutes=minutes,
    )
    return Done(detail={"meeting": meeting, "place": item.place})
