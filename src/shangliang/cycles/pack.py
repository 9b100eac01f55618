"""The pack the party group takes to the party committee: live figures, what is late, what it asks (S-062)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from ..procedures.office_calendar import today
from ..submissions.models import Submission
from ..tasks.models import Task
from ..topics.models import Topic
from .models import Sitting, SittingPoint

OPEN = ("offered", "contested", "doing", "reported", "paused")
SHOWN = 12


@dataclass(frozen=True)
class Pack:
    """Lines of figures, matters that wait, asks."""

    since: date
    figures: list[tuple[str, list[str]]]
    late: list[Task]
    asks: list[SittingPoint]


def pack_of(case: Sitting) -> Pack:
    """From the facts as they stand now; five questions."""
    own = {"committee_id": case.committee_id}
    day, since = today(), date(case.on.year, 1, 1)
    cases = Submission.objects.filter(**own, submitted_at__date__gte=since).aggregate(
        all=Count("pk"),
        filed=Count("pk", filter=~Q(state__in=("submitted", "returned", "rejected", "merged"))),
        closed=Count("pk", filter=Q(state="closed")),
    )
    topics = Topic.objects.filter(**own, made_at__date__gte=since).count()
    tasks = Task.objects.filter(**own)
    made = tasks.aggregate(
        all=Count("pk", filter=Q(started_on__gte=since)),
        open=Count("pk", filter=Q(state__in=OPEN)),
        late=Count("pk", filter=Q(state__in=("offered", "doing"), due_on__lt=day)),
        verified=Count("pk", filter=Q(state="verified", verified_on__gte=since)),
    )
    late = tasks.filter(state__in=("offered", "doing"), due_on__lt=day, kind=Task.Kind.ASSIGNED)
    return Pack(
        since,
        [
            ("提案", [f"今年收到 {cases['all']} 件", f"进入办理 {cases['filed']} 件",
                     f"办结 {cases['closed']} 件"]),
            ("协商议题", [f"今年提出 {topics} 个"]),
            ("交办与承诺事项", [f"今年新立 {made['all']} 项", f"在办 {made['open']} 项",
                        f"逾期 {made['late']} 项", f"今年核实销号 {made['verified']} 项"]),
        ],
        list(late.select_related("owner").order_by("due_on", "pk")[:SHOWN]),
        list(case.points.filter(kind=SittingPoint.Kind.ASK)),
    )  # fmt: skip
