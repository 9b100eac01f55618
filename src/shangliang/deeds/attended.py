"""Who took part (出席): facts from invitations and ticks, judged in a fixed number of questions.

A year of a large body has ten thousands of lines, so columns are read and not rows, and what is alike
(the day, the traits, whether people were told in time) is worked out once.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from ..activities.models import Activity, Attendance, Leave, Presence, Sitting
from ..activities.models.attendance import told_in_time
from ..activities.outcome import Outcome, judge, term_ends
from ..engines.points import Fact
from .reach import People, begin_of, of

LATE = 15  # minutes; a meeting that begins is begun
OUTCOMES = {"present": "attended", "part": "absent", "absent": "absent", "leave": "on_leave"}


def taking_part(committee_id: int, year: int, people: People) -> Iterator[Fact]:
    """Who was there, on leave, absent, late: from invitations and ticks. Six questions."""
    # Of ten thousands of lines few differ in more than the person: what is alike is made once.
    days: dict[int, date] = {}
    alike: dict[tuple[int, str, bool, bool], dict[str, str]] = {}
    for row, act, outcome in outcomes(committee_id, year, people):
        what = OUTCOMES.get(outcome.key)
        if what is None:
            continue
        if act.pk not in days:
            days[act.pk] = timezone.localdate(act.starts_at)
        day, full = days[act.pk], outcome.share >= 1
        same = (act.pk, row.role, row.walk_in, full)
        traits = alike.get(same)
        if traits is None:
            traits = alike[same] = {
                "kind": act.kind,
                "group": act.rule.group,
                "role": row.role,
                "must": "yes" if act.must else "no",
                "walk_in": "yes" if row.walk_in else "no",
                "part": "full" if full else "part",
            }
        halves = max(outcome.halves, 1)
        here = ("activity", act.pk)
        yield Fact(
            row.person, what, day, "attendance", row.pk, act.title, halves, of=traits, page=here
        )
        if what == "attended" and outcome.minutes_late >= LATE:
            yield Fact(
                row.person, "late", day, "attendance", row.pk, act.title, of=traits, page=here
            )


@dataclass(slots=True)
class Row:
    """The columns of an invitation that a judgement needs: a year has ten thousands of them."""

    pk: int
    person: int
    state: str
    role: str
    walk_in: bool
    in_time: bool


@dataclass(slots=True)
class Here:
    """The columns of a presence."""

    sitting_id: int
    came_at: datetime
    left_at: datetime | None


def outcomes(
    committee_id: int, year: int, people: People
) -> Iterator[tuple[Row, Activity, Outcome]]:
    """Each invitation to something closed that year, judged."""
    acts = {
        act.pk: act
        for act in Activity.objects.filter(
            committee_id=committee_id,
            state="closed",
            starts_at__gte=begin_of(year),
            starts_at__lt=begin_of(year + 1),
        )
    }
    if not acts:
        return
    days = {act.pk: timezone.localdate(act.starts_at) for act in acts.values()}
    sittings: dict[int, list[Sitting]] = defaultdict(list)
    for part in Sitting.objects.filter(committee_id=committee_id, activity_id__in=acts):
        sittings[part.activity_id].append(part)
    presences: dict[int, list[Here]] = defaultdict(list)
    seen = of(
        Presence.objects.filter(committee_id=committee_id, sitting__activity_id__in=acts),
        people,
        "attendance__person_id",
    ).order_by("attendance_id", "sitting_id")
    for pk, sitting, came, left in seen.values_list(
        "attendance_id", "sitting_id", "came_at", "left_at"
    ):
        presences[pk].append(Here(sitting, came, left))
    excused: dict[int, list[int]] = defaultdict(list)
    for pk, numbers in of(
        Leave.objects.filter(
            committee_id=committee_id,
            attendance__activity_id__in=acts,
            state=Leave.State.GRANTED,
        ),
        people,
        "attendance__person_id",
    ).values_list("attendance_id", "sittings"):
        excused[pk] += numbers
    ends = term_ends(committee_id, people, begin_of(year))
    rows = of(
        Attendance.objects.filter(committee_id=committee_id, activity_id__in=acts), people
    ).order_by("id")
    columns = ("pk", "activity_id", "person_id", "state", "role", "walk_in", "told_at")
    fresh: dict[tuple[int, datetime], bool] = {}  # everybody is told at one moment or a few
    for pk, number, person, state, role, walk_in, told in rows.values_list(*columns):
        act = acts[number]
        in_time = False
        if told is not None:
            known = fresh.get((number, told))
            if known is None:
                known = fresh[number, told] = told_in_time(told, act.notice_days, days[number])
            in_time = known
        row = Row(pk, person, state, role, walk_in, in_time)
        end = ends.get(person)
        if end is not None and end < days[number]:
            end = None  # already out of office: asked as somebody else
        yield row, act, judge(act, row, sittings[number], presences[pk], excused[pk], end)
