"""Promises (承诺事项) as statistics see them: given, fallen due, kept in time, overdue."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from ..procedures.office_calendar import today
from ..submissions.models import Submission
from ..tasks.models import Task
from .measures import Measure


def measures(day: date | None = None) -> tuple[Measure, ...]:
    """Conditions on a promise. A promise counts as kept once someone other than the doer said so."""
    day = day or today()
    standing = ~Q(state="dropped")
    kept = Q(state="verified")
    over = standing & ~kept & Q(due_on__lt=day)
    return (
        Measure("promised", "承诺事项", standing, "答复列入计划的建议；取消的不计"),
        Measure("promise_due", "已到期", standing & (Q(due_on__lte=day) | kept), "到期或已兑现"),
        Measure("promise_kept", "已核实兑现", kept, "由单位以外的人核实"),
        Measure("promise_on_time", "其中按期兑现", kept & Q(done_on__lte=F("first_due_on"))),
        Measure("promise_late", "逾期未兑现", over),
    )


def rows(committee_id: int, sessions: Iterable[int] = ()) -> QuerySet[Task]:
    """Promises made in replies to proposals of these sessions."""
    session = Submission.objects.filter(committee_id=committee_id, pk=OuterRef("case_id")).values(
        "session_id"
    )[:1]
    found = Task.objects.filter(
        committee_id=committee_id, kind=Task.Kind.PROMISE, case_type="submission"
    ).annotate(session_id=Subquery(session))
    if sessions:
        found = found.filter(session_id__in=list(sessions))
    return found.order_by()


def count(committee_id: int, sessions: list[int], by: str) -> dict[int, dict[str, int]]:
    """{session or owner: {measure: number}}; ``by`` is ``session_id`` or ``owner_id``. One query."""
    wanted = measures()
    counts = {f"n_{m.key}": Count("pk", filter=m.q) for m in wanted}
    found: dict[int, dict[str, int]] = {}
    for row in rows(committee_id, sessions).values(by).annotate(**counts):
        found[row[by]] = {m.key: row[f"n_{m.key}"] for m in wanted}
    return found
