"""要求说明: why it is not in place, or in place and not spent; the county itself answers."""

from datetime import date

from ...actors.models import Tie
from ...journal.kinds import type_of
from ...notices.post import post
from ...procedures import clocks
from ...procedures.models import Clock
from ...procedures.office_calendar import calendar_of, today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..failures import failures_of
from ..flow import FUND_LINE
from ..models import FundLine, FundReason
from ..rules import rules

KIND = "fund_reason"


@verb(FUND_LINE, "ask_reason", FundLine)
def ask_reason(case: FundLine, seat: Seat, *, failure: str = "", until: date | None = None) -> Done:
    """``failure``: missing or unspent; the line's own when it shows only one."""
    shown = failures_of(case)
    wanted = failure or shown[-1]
    if wanted not in shown:
        raise refuse("这一笔没有这个问题。")
    calendar = calendar_of(case.committee_id)
    day = until or calendar.add_workdays(today(), rules().reason_days)
    if day < today():
        raise refuse("说明的期限不能早于今天。")
    row = FundReason.objects.create(
        committee_id=case.committee_id,
        line=case,
        failure=wanted,
        asked_by_id=seat.person_id,
        asked_on=today(),
        until=day,
    )
    case.asked_on, case.asked_until = today(), day
    clocks.drop(case, [KIND])
    Clock.objects.create(
        committee_id=case.committee_id,
        kind=KIND,
        label="说明原因",
        about_type=type_of(case),
        about_id=case.pk,
        case_type=type_of(case),
        case_id=case.pk,
        unit_id=case.unit_id,
        span=f"@{day:%m-%d}",
        started_on=today(),
        due_on=day,
        first_due_on=day,
        agreed_until=day,
        provisional=calendar.is_provisional(day),
        why="要求说明时定的日期",
    )
    post(
        committee_id=case.committee_id,
        to=people_of(case),
        kind="fund_line.ask_reason",
        text=f"请说明{row.get_failure_display()}的原因：{case}",
        case=case,
        url=case.get_absolute_url(),
        needs_act=True,
    )
    return Done(about=row, detail={"failure": wanted, "until": day})


def people_of(line: FundLine) -> list[int]:
    """The people of the county or unit."""
    ties = Tie.objects.filter(
        committee_id=line.committee_id,
        kind__in=[Tie.Kind.UNIT_STAFF, Tie.Kind.UNIT_HEAD],
        whom_id=line.unit_id,
    )
    return list(ties.on(today()).values_list("who_id", flat=True).distinct())
