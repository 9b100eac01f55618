"""申请延期: before expiry, with a reason, within the whole limit from assignment (docs/field.md 1.7)."""

from datetime import date

from ...engines.calendar import Span, SpanError, due
from ...notices.post import post
from ...procedures.clocks import running
from ...procedures.models import Clock
from ...procedures.office_calendar import calendar_of
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import ASSIGNMENT
from ..models import Assignment, Extension
from ..people import clerks, supervisors


def furthest(case: Assignment, clock: Clock) -> date:
    """The last day an extension may reach: the rulebook's whole limit, from the clock's first day."""
    limit = Span.parse(case.rules.extension_limit)
    return due(clock.started_on, limit, calendar_of(case.committee_id), roll=case.rules.roll).on


def check_until(case: Assignment, clock: Clock, until: date) -> date:
    """Refuse a date that gives nothing, or that passes the whole limit."""
    if until <= clock.due_on:
        raise refuse(f"现在的时限是 {clock.due_on:%Y-%m-%d}，请选它以后的日子。")
    last = furthest(case, clock)
    if until > last:
        words = Span.parse(case.rules.extension_limit).words()
        raise refuse(f"自交办起总期限不得超过{words}，最晚可延到 {last:%Y-%m-%d}。")
    return until


@verb(ASSIGNMENT, "ask_extension", Assignment)
def ask_extension(
    case: Assignment, seat: Seat, *, reason: str, until: date | None = None, by: str = ""
) -> Done:
    """Ask until a date, or by a span (``1m``, ``10wd``) counted on from the present due date."""
    if not reason.strip():
        raise refuse("请写明延期的理由。")
    clock = running(case, "reply").get()
    if until is None:
        try:
            span = Span.parse(by)
        except SpanError as error:
            raise refuse(f"请选延到哪一天。{error}") from error
        calendar = calendar_of(case.committee_id)
        until = due(clock.due_on, span, calendar, roll=case.rules.roll).on
    row = Extension.objects.create(
        committee_id=case.committee_id,
        assignment=case,
        clock=clock,
        reason=reason.strip(),
        until=check_until(case, clock, until),
        asked_by_id=seat.person_id,
    )
    root = case.submission
    for people, url, act in (
        (supervisors(case.committee_id), "/supervise/?list=extensions", True),
        (clerks(case.committee_id), f"/proposals/{root.pk}/", False),  # told to the committee too
    ):
        post(
            committee_id=case.committee_id,
            to=people,
            kind="assignment.ask_extension",
            text=f"{case.unit}申请延期到 {until:%Y-%m-%d}：{root.number_label}《{root.title}》",
            case=root,
            url=url,
            needs_act=act,
        )
    return Done(about=row, detail={"unit": case.unit_id, "due": clock.due_on, "until": until})
