"""报一周的需要: a kind of need and how often it came up at this place; nobody is named."""

from datetime import timedelta

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TEAM
from ..limits import plain_matter
from ..models import PointReport, Team
from ..words import MATTERS
from .hear import NUMBER

MOST = 500


@verb(TEAM, "report_point", Team)
def report_point(case: Team, seat: Seat, *, matter: str, times: int, text: str = "") -> Done:
    """Of this week. The same matter said again replaces what was said, both acts stay in the log."""
    if matter not in MATTERS:
        raise refuse("请选哪方面的需要。")
    if not 1 <= times <= MOST:
        raise refuse(f"件数在 1 到 {MOST} 之间。")
    plain_matter(text)
    if NUMBER.search(text):
        raise refuse("这里只报事，不写电话和证件号码。")
    day = today()
    row, _ = PointReport.objects.update_or_create(
        committee_id=case.committee_id, team=case, week=day - timedelta(days=day.weekday()),
        matter=matter,
        defaults={"times": times, "text": text.strip()[:120], "by_id": seat.person_id},
    )  # fmt: skip
    return Done(about=row, detail={"kind": matter, "count": times, "week": row.week})
