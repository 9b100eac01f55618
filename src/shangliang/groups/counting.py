"""What teams did in a year: counted from the facts of every room, by hand only what nothing counts.

Activities the body held, proposals it filed and reports it handed in count by themselves; an entry
that rests on one of these rows is the same thing and counts once.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import F, QuerySet, Value

from ..activities.models import Activity
from ..journal.kept import kept
from ..procedures.office_calendar import today
from ..submissions.models import Submission
from ..voices.models import Voice
from .minimums import Least, minimums
from .models import Booking, Effort, PlanLine, Shift, Team, Touch

# Kind of activity -> what it counts as for a team.
COUNTS_AS = {
    "study": "study", "inspection": "inspection", "supervision": "inspection",
    "research": "inspection", "visit": "contact", "volunteer": "service",
}  # fmt: skip
# Where a fact stands -> the name under which an entry by hand may rest on it, what it counts as.
RESTS_ON = {"activity": "activity", "proposal": "proposal", "report": "voice"}
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

    def add(self, kind: str, on: date) -> None:
        """One more thing done."""
        self.done[kind] += 1
        self.last = max(self.last or on, on)

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


def years_of(rows: Iterable[Team], year: int) -> dict[int, Year]:
    """Team id -> its year, kept until the committee's next event: one question, three when counted."""
    teams = list(rows)
    if not teams:
        return {}
    which = sha256(",".join(str(t.pk) for t in teams).encode()).hexdigest()[:24]
    return kept(teams[0].committee_id, f"teams:{year}:{which}", lambda: counted(teams, year))


def fact(rows: QuerySet[Any], what: str, team: str, kind: Any, on: str, pk: str = "pk") -> Any:
    """Rows of one room as (what, team or its body, kind, day, what it rests on, its id)."""
    about = F("source_type") if what == "effort" else Value("")
    return rows.order_by().values_list(Value(what), F(team), kind, F(on), about, F(pk))


def facts(teams: list[Team], year: int) -> list[tuple[str, int, str, date, str, int | None]]:
    """All that teams did and planned in a year; one question over nine tables."""
    committee, ids = teams[0].committee_id, [t.pk for t in teams]
    bodies = [t.body_id for t in teams]
    own = {"committee_id": committee, "team_id__in": ids}
    efforts = Effort.objects.filter(**own, void_why="")
    held = Activity.objects.filter(
        committee_id=committee, host_id__in=bodies, state="closed", starts_at__year=year
    )
    papers = Submission.objects.filter(
        committee_id=committee, author_id__in=bodies, submitted_at__year=year
    ).exclude(state__in=NOT_YET)
    notes = Voice.objects.filter(
        committee_id=committee, body_id__in=bodies, submitted_at__year=year
    ).exclude(state="draft")
    shifts = Shift.objects.filter(**own, state="done", day__year=year)
    booked = Booking.objects.filter(**own, state="held", day__year=year)
    touches = Touch.objects.filter(**own, on__year=year)
    lines = PlanLine.objects.filter(**own, year=year, dropped_why="")
    done = efforts.filter(line__year=year, line__dropped_why="")
    none = Value("")
    return list(
        fact(
            efforts.filter(on__year=year), "effort", "team_id", F("kind"), "on", "source_id"
        ).union(
            fact(held, "activity", "host_id", F("kind"), "starts_at__date"),
            fact(papers, "proposal", "author_id", none, "submitted_at__date"),
            fact(notes, "report", "body_id", none, "submitted_at__date"),
            fact(shifts, "duty", "team_id", none, "day"),
            fact(booked, "activity_held", "team_id", Value("activity"), "day"),
            fact(touches, "contact", "team_id", none, "on"),
            fact(lines, "line", "team_id", none, "due_on"),
            fact(done, "kept", "team_id", none, "on", "line_id"),
            all=True,
        )
    )


def counted(teams: list[Team], year: int) -> dict[int, Year]:
    """The same, counted now; two questions however many teams."""
    asked = minimums(teams[0].committee_id, year)
    of_body = {t.body_id: t.pk for t in teams}
    found = {t.pk: Year(least=asked[t.form]) for t in teams}
    rows = facts(teams, year)
    by_hand = {(team, about, pk) for what, team, _, _, about, pk in rows if what == "effort"}
    planned: dict[int, tuple[int, date]] = {}
    lines_kept: set[int | None] = set()
    for what, who, kind, on, _, pk in rows:
        if what == "line":
            planned[pk or 0] = (who, on)
        elif what == "kept":
            lines_kept.add(pk)
        elif what in RESTS_ON:
            team = of_body[who]
            if (team, RESTS_ON[what], pk) not in by_hand:
                found[team].add(COUNTS_AS.get(kind, "activity") if kind else what, on)
        else:
            found[who].add(kind or what, on)
    for line, (team, due_on) in planned.items():
        one = found[team]
        one.planned += 1
        one.kept += line in lines_kept
        one.late += line not in lines_kept and due_on < today()
    return found
