"""服务质量: the office's own days, and what members say of the service (S-004)."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Func, IntegerField, QuerySet

from ..procedures.models import Clock
from ..procedures.office_calendar import today
from ..submissions.models import Reply, ServiceRating, Submission


class Days(Func):
    """Whole days (24 hours) from the second moment to the first."""

    output_field = IntegerField()
    arity = 2

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        template = "CAST(julianday(%(expressions)s) AS INTEGER)"
        return super().as_sql(
            compiler, connection, template=template, arg_joiner=") - julianday(", **extra
        )

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        template = "FLOOR(EXTRACT(EPOCH FROM (%(expressions)s)) / 86400)::int"
        return super().as_sql(compiler, connection, template=template, arg_joiner=" - ", **extra)


@dataclass(frozen=True)
class Step:
    """One step of the office: which rows, from when to when."""

    key: str
    label: str
    short: str
    model: type[Submission] | type[Reply]
    session: str
    since: str
    until: str
    case: str  # the proposal's id, seen from the row

    def rows(self, committee_id: int, sessions: list[int]) -> QuerySet[Any]:
        """Rows where the step is done, with ``days``."""
        return (
            self.model._default_manager.filter(
                committee_id=committee_id,
                **{
                    f"{self.session}__in": sessions,
                    f"{self.since}__isnull": False,
                    f"{self.until}__isnull": False,
                },
            )
            .annotate(days=Days(F(self.until), F(self.since)))
            .order_by()
        )


STEPS = (
    Step(
        "review",
        "提交到审查结论",
        "审查",
        Submission,
        "session_id",
        "submitted_at",
        "decided_at",
        "pk",
    ),
    Step("assign", "立案到交办", "交办", Submission, "session_id", "filed_at", "assigned_at", "pk"),
    Step(
        "check",
        "答复送审到送达",
        "审核答复",
        Reply,
        "submission__session_id",
        "submitted_at",
        "sent_at",
        "submission_id",
    ),
)
BY_KEY = {step.key: step for step in STEPS}


@dataclass(frozen=True)
class Spread:
    """How many took how many days; from it the median and the longest."""

    days: tuple[tuple[int, int], ...]  # (days, how many), in order

    @property
    def n(self) -> int:
        return sum(count for _, count in self.days)

    def at(self, share: float) -> float | None:
        """The day by which this share was done; the median of an even number is the mean of two."""
        if not self.days:
            return None
        flat = self.n * share
        low = high = None
        seen = 0
        for day, count in self.days:
            seen += count
            if low is None and seen >= flat:
                low = day
            if seen > flat or seen == self.n:
                high = day
                break
        return (low + high) / 2 if low is not None and high is not None else None

    @property
    def median(self) -> float | None:
        return self.at(0.5)

    @property
    def longest(self) -> int | None:
        return self.days[-1][0] if self.days else None


def spreads(committee_id: int, sessions: list[int]) -> dict[str, dict[int, Spread]]:
    """{step: {session: spread}}; one question a step."""
    found: dict[str, dict[int, Spread]] = {}
    for step in STEPS:
        by: dict[int, list[tuple[int, int]]] = {pk: [] for pk in sessions}
        rows = step.rows(committee_id, sessions).values_list(step.session, "days")
        for session, days, count in rows.annotate(n=Count("pk")).order_by("days"):
            by[session].append((max(days, 0), count))
        found[step.key] = {pk: Spread(tuple(rows)) for pk, rows in by.items()}
    return found


def slowest(committee_id: int, session: int, key: str) -> QuerySet[Any]:
    """Rows of a step, the longest first: the worst case opens."""
    return BY_KEY[key].rows(committee_id, [session]).order_by("-days", "pk")


def overdue(committee_id: int) -> QuerySet[Clock]:
    """The office's own limits that have passed while the case still waits."""
    return Clock.objects.filter(
        committee_id=committee_id,
        kind__in=BY_KEY,
        met_on__isnull=True,
        dropped_on__isnull=True,
        due_on__lt=today(),
    ).order_by()


def waiting(committee_id: int) -> dict[str, int]:
    """{step: cases that wait beyond the limit}."""
    rows = overdue(committee_id).values_list("kind")
    return dict(rows.annotate(n=Count("case_id", distinct=True)))


@dataclass(frozen=True)
class Said:
    """Ratings of the service in one session: score -> how many."""

    scores: dict[int, int]

    @property
    def n(self) -> int:
        return sum(self.scores.values())

    @property
    def mean(self) -> float | None:
        total = sum(score * count for score, count in self.scores.items())
        return round(total / self.n, 2) if self.n else None


def said(committee_id: int, sessions: list[int]) -> dict[int, Said]:
    """What members said; one question."""
    by: dict[int, dict[int, int]] = {pk: dict.fromkeys(range(1, 6), 0) for pk in sessions}
    rows = ServiceRating.objects.filter(
        committee_id=committee_id, submission__session_id__in=sessions
    )
    counted = rows.order_by().values_list("submission__session_id", "score").annotate(n=Count("pk"))
    for session, score, count in counted:
        by[session][score] = count
    return {pk: Said(scores) for pk, scores in by.items()}
