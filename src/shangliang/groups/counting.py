"""What teams did in a year: counted from the facts of every room, by hand only what nothing counts.

Activities the body held, proposals it filed and reports it handed in count by themselves; an entry
that rests on one of these rows is the same thing and counts once.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from django.db.models import Count, Max

from ..activities.models import Activity
from ..journal.kept import kept
from ..procedures.office_calendar import today
from ..submissions.models import Submission
from ..voices.models import Voice
from .minimums import Least, minimums
from .models import Effort, PlanLine, Shift, Team, Touch

# Kind of activity -> what it counts as for a team.
COUNTS_AS = {
    "study": "study", "inspection": "inspection", "supervision": "inspection",
    "research": "inspection", "visit": "contact", "volunteer": "service",
}  # fmt: skip
NOT_YET = ("draft", "cosigning", "returned", "withdrawn")
# S-132: a place where nothing happened for so many days is called idle.
IDLE_DAYS = 60


@dataclass
class Year:
    """One team's year: done by kind, what is asked, plan lines, the last day anything happened."""

    done: Counter[str] = field(default_factory=Counter)
    least: list[Least] = field(default_factory=list)
    planned: int = 0
    kept: int = 0
    late: int = 0
    last: date | None = None

    @property
    def all(self) -> int:
        return sum(self.done.values())

    @property
    def missing(self) -> list[tuple[Least, int]]:
        """What is still short, and by how many."""
        short = [(x, x.least - self.done[x.kind]) for x in self.least]
        return [(x, n) for x, n in short if n > 0]

    @property
    def met(self) -> int:
        return len(self.least) - len(self.missing)

    @property
    def rows(self) -> list[tuple[Least, int, int]]:
        """(asked, done, short) of each."""
        return [(x, self.done[x.kind], max(x.least - self.done[x.kind], 0)) for x in self.least]

    @property
    def idle(self) -> bool:
        """Nothing for two months."""
        return self.last is None or (today() - self.last).days > IDLE_DAYS


def years_of(rows: Iterable[Team], year: int) -> dict[int, Year]:
    """Team id -> its year, kept until the committee's next event: one question, nine when counted."""
    teams = list(rows)
    if not teams:
        return {}
    which = sha256(",".join(str(t.pk) for t in teams).encode()).hexdigest()[:24]
    return kept(teams[0].committee_id, f"teams:{year}:{which}", lambda: counted(teams, year))


def counted(teams: list[Team], year: int) -> dict[int, Year]:
    """The same, counted now; nine questions however many teams."""
    committee = teams[0].committee_id
    asked = minimums(committee, year)
    ids = [t.pk for t in teams]
    of_body = {t.body_id: t.pk for t in teams}
    found = {t.pk: Year(least=asked[t.form]) for t in teams}
    seen: set[tuple[int, str, int]] = set()

    def add(team: int, kind: str, n: int, last: date | None) -> None:
        found[team].done[kind] += n
        if last and (found[team].last is None or last > found[team].last):  # type: ignore[operator]
            found[team].last = last

    efforts = Effort.objects.filter(
        committee_id=committee, team_id__in=ids, void_why="", on__year=year
    ).values_list("team_id", "kind", "on", "source_type", "source_id")
    for team, kind, on, source, pk in efforts:
        add(team, kind, 1, on)
        if source and pk:
            seen.add((team, source, pk))
    acts = Activity.objects.filter(
        committee_id=committee, host_id__in=of_body, state="closed", starts_at__year=year
    ).values_list("host_id", "pk", "kind", "starts_at__date")
    for body, pk, kind, on in acts:
        if (of_body[body], "activity", pk) not in seen:
            add(of_body[body], COUNTS_AS.get(kind, "activity"), 1, on)
    papers = (
        Submission.objects.filter(
            committee_id=committee, author_id__in=of_body, submitted_at__year=year
        )
        .exclude(state__in=NOT_YET)
        .values_list("author_id", "pk", "submitted_at__date")
    )
    for body, pk, on in papers:
        if (of_body[body], "proposal", pk) not in seen:
            add(of_body[body], "proposal", 1, on)
    notes = (
        Voice.objects.filter(committee_id=committee, body_id__in=of_body, submitted_at__year=year)
        .exclude(state="draft")
        .values_list("body_id", "pk", "submitted_at__date")
    )
    for body, pk, on in notes:
        if (of_body[body], "voice", pk) not in seen:
            add(of_body[body], "report", 1, on)
    for row in (
        Shift.objects.filter(committee_id=committee, team_id__in=ids, state="done", day__year=year)
        .order_by()
        .values("team_id")
        .annotate(n=Count("pk"), last=Max("day"))
    ):
        add(row["team_id"], "duty", row["n"], row["last"])
    for row in (
        Touch.objects.filter(committee_id=committee, team_id__in=ids, on__year=year)
        .order_by()
        .values("team_id")
        .annotate(n=Count("pk"), last=Max("on"))
    ):
        add(row["team_id"], "contact", row["n"], row["last"])
    plan(found, committee, ids, year)
    return found


def plan(found: dict[int, Year], committee: int, ids: list[int], year: int) -> None:
    """Lines kept and late; a line is kept by an entry that names it."""
    day = today()
    lines = PlanLine.objects.filter(
        committee_id=committee, team_id__in=ids, year=year, dropped_why=""
    )
    done = Effort.objects.filter(committee_id=committee, line__in=lines, void_why="").values_list(
        "line_id", flat=True
    )
    kept = set(done)
    for line in lines:
        one = found[line.team_id]
        one.planned += 1
        one.kept += line.pk in kept
        one.late += line.pk not in kept and line.late(day)
