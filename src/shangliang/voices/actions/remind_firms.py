"""企业摸底：催填."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import SURVEY
from ..models import Survey, SurveyLink


@verb(SURVEY, "remind_firms", Survey)
def remind_firms(case: Survey, seat: Seat) -> Done:
    """Counts the reminder of every firm that has not answered; at most one a day. The office sends
    the list it exports, since firms have no account here."""
    silent = case.links.exclude(answers__forwarded=False).exclude(reminded_on=today())
    rows = list(silent)
    if not rows:
        raise refuse("没有要催的：都填了，或者今天已经催过。")
    for row in rows:
        row.reminded, row.reminded_on = row.reminded + 1, today()
    SurveyLink.objects.bulk_update(rows, ["reminded", "reminded_on"])
    return Done(detail={"count": len(rows)})
