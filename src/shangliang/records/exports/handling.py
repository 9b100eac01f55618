"""交办清单 and 承诺事项台账. No score is in either: units read them too."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest

from ...actors.models import Session
from ...procedures.models import Clock
from ...procedures.seat import Seat
from ...submissions.flow import ASSIGNMENT
from ...submissions.models import Assignment, Submission
from ...submissions.queries import assignments
from ...tasks.flow import TASK
from ...tasks.models import Progress
from ...tasks.queries import visible
from ..exporting import Column, Exporter, register
from .years import number

WAYS = dict(Assignment.Role.choices)


def duty_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a unit and proposal, with the limit in force. ``?session=&unit=&state=``."""
    sessions = {
        s.pk: str(s)
        for s in Session.objects.filter(committee_id=seat.committee_id).select_related("term")
    }
    clock = Clock.objects.filter(
        about_type="assignment", about_id=OuterRef("pk"), kind__in=["reply", "co_opinion"]
    ).order_by("-id")
    found = assignments(seat).select_related(None)
    if session := number(request, "session"):
        found = found.filter(submission__session_id=session)
    if unit := number(request, "unit"):
        found = found.filter(unit_id=unit)
    if (state := request.GET.get("state", "")) in ASSIGNMENT.states:
        found = found.filter(state=state)
    rows = found.order_by("submission__number", "submission_id", "-role", "id").values_list(
        "submission__session_id",
        "submission__number",
        "submission__title",
        "submission__proposer_names",
        "unit__name",
        "role",
        "state",
        "round",
        "assigned_at",
        "signed_at",
        Subquery(clock.values("due_on")[:1]),
        "done_at",
        "section",
    )
    for row in rows.iterator(chunk_size=2000):
        yield (
            sessions.get(row[0], ""),
            *row[1:5],
            WAYS[row[5]],
            ASSIGNMENT.states[row[6]],
            *row[7:],
        )


def promise_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a promise, with its last reported progress. ``?state=&unit=``."""
    case = Submission.objects.filter(pk=OuterRef("case_id"))
    last = Progress.objects.filter(task=OuterRef("pk"), kind="progress").order_by("-id")
    found = visible(seat).select_related(None)
    if (state := request.GET.get("state", "")) in TASK.states:
        found = found.filter(state=state)
    if unit := number(request, "unit"):
        found = found.filter(owner_id=unit)
    rows = found.order_by("due_on", "id").values_list(
        "title",
        "owner__name",
        "person_name",
        "basis",
        Subquery(case.values("number")[:1]),
        Subquery(case.values("title")[:1]),
        "state",
        "started_on",
        "first_due_on",
        "due_on",
        Subquery(last.values("percent")[:1]),
        "done_on",
        "verified_on",
    )
    for row in rows.iterator(chunk_size=2000):
        yield (*row[:6], TASK.states[row[6]], *row[7:])


register(
    Exporter(
        "assignments",
        "交办清单",
        (
            Column("届次", 10),
            Column("案号", 8),
            Column("案由", 48),
            Column("提案人", 16),
            Column("承办单位", 26),
            Column("承办方式", 8),
            Column("状态", 10),
            Column("轮次", 6),
            Column("交办时间", 16),
            Column("签收时间", 16),
            Column("期限", 12),
            Column("办复时间", 16),
            Column("经办科室", 16),
        ),
        duty_rows,
    )
)
register(
    Exporter(
        "commitments",
        "承诺事项台账",
        (
            Column("事项", 48),
            Column("责任单位", 26),
            Column("责任人", 12),
            Column("依据", 28),
            Column("案号", 8),
            Column("案由", 40),
            Column("状态", 12),
            Column("起", 12),
            Column("原时限", 12),
            Column("现时限", 12),
            Column("进度（%）", 8),
            Column("单位报结", 12),
            Column("核实", 12),
        ),
        promise_rows,
    )
)
