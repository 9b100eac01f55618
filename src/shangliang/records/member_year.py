"""委员年度履职: one member's year from facts."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from ..actors.models import Actor, Tie
from ..actors.queries import own, ties_of
from ..deeds.facts import facts_of
from ..procedures.office_calendar import today
from ..procedures.seat import Role, Seat
from ..submissions.models import CoSignature, Submission
from ..submissions.queries import UNSENT
from .measures import FILED

K = Tie.Kind
# Further lines of the form (docs/field.md 5.2): name -> the facts counted, and for meetings the group.
FURTHER: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("社情民意信息", ("report_submitted",), ""),
    ("大会发言", ("speech_oral", "speech_written"), ""),
    ("会议", ("attended",), "meeting"),
    ("活动", ("attended",), "activity"),
    (
        "其他履职",
        ("charity", "article", "project_served", "household_helped", "award", "upper_activity"),
        "",
    ),
)
STANDING = (*FILED, "merged")
READERS = (Role.CLERK, Role.SECOND_REVIEWER, Role.LEADER)


def may_read(seat: Seat, pk: int) -> bool:
    """One's own; the proposal committee's office and leaders everybody's."""
    return seat.person_id == pk or seat.has(*READERS)


@dataclass(frozen=True)
class Fact:
    """A counted line with the proposals behind it."""

    label: str
    cases: list[Submission] = field(default_factory=list)

    @property
    def number(self) -> int:
        return len(self.cases)


@dataclass
class MemberYear:
    """One member, one year."""

    person: Actor
    year: int
    sector: str
    special_committee: str
    group: str
    party: str
    facts: list[Fact]
    cases: list[Submission]
    further: list[tuple[str, int]] = field(default_factory=list)


def person_of(seat: Seat, pk: int) -> Actor | None:
    """A person of the seat's committee."""
    found = own(seat.committee_id, pk)
    return found if found and found.kind == Actor.Kind.PERSON else None


def gather(seat: Seat, person: Actor, year: int) -> MemberYear:
    """Four questions and the facts kept. A year is that of the sessions (届次) the proposals belong to."""
    committee = seat.committee_id
    rows = (
        Submission.objects.filter(
            committee_id=committee, kind=Submission.Kind.PROPOSAL, session__year=year
        )
        .exclude(state__in=(*UNSENT, "divided"))
        .filter(Exists(signature(person, *CoSignature.Role.values)))
        .annotate(
            first=Exists(signature(person, CoSignature.Role.FIRST)),
            joint=Exists(signature(person, CoSignature.Role.CO)),
        )
        .defer("situation", "analysis")
        .order_by("submitted_at", "id")
    )
    cases: list[Any] = list(rows)
    own_ones = [c for c in cases if c.first or c.joint]
    drafted = Submission.objects.filter(
        committee_id=committee, session__year=year, kind="proposal", drafter=person
    ).exclude(state__in=(*UNSENT, "divided"))
    facts = [
        Fact("提案：第一提案人", [c for c in cases if c.first]),
        Fact("提案：联名", [c for c in cases if c.joint]),
        Fact("提案：附议", [c for c in cases if not (c.first or c.joint)]),
        Fact("执笔的集体提案", list(drafted.defer("situation", "analysis"))),
        Fact("第一、联名中立案、并案的", [c for c in own_ones if c.state in STANDING]),
        Fact("第一、联名中的重点提案", [c for c in own_ones if c.key]),
        Fact("第一、联名中的优秀提案", [c for c in own_ones if c.excellent]),
    ]
    at = min(date(year, 12, 31), today())
    ties = ties_of([person], at, K.SECTOR, K.SPECIAL_COMMITTEE, K.GROUP, K.PARTY)[person.pk]

    def named(kind: str) -> str:
        return "、".join(str(t.whom) for t in ties.get(kind, []))

    return MemberYear(
        person,
        year,
        named(K.SECTOR),
        named(K.SPECIAL_COMMITTEE),
        named(K.GROUP),
        named(K.PARTY),
        facts,
        cases,
        further(committee, person, year),
    )


def further(committee_id: int, person: Actor, year: int) -> list[tuple[str, int]]:
    """The form's other lines, counted from the same facts as the record of deeds."""
    found = facts_of(committee_id, year, person.pk)
    return [
        (label, sum(f.what in whats and (not group or f.of.get("group") == group) for f in found))
        for label, whats, group in FURTHER
    ]


def signature(person: Actor, *roles: str) -> QuerySet[CoSignature]:
    """A signature of this person that stands, in one of these roles."""
    return CoSignature.objects.filter(
        submission=OuterRef("pk"),
        person=person,
        role__in=roles,
        state=CoSignature.State.SIGNED,
    )


def years_of(seat: Seat, person: Actor) -> list[int]:
    """Years in which the person signed something, newest first."""
    rows = CoSignature.objects.filter(
        committee_id=seat.committee_id, person=person, state=CoSignature.State.SIGNED
    )
    found = rows.values_list("submission__session__year", flat=True)
    return sorted(set(found.distinct()) | {today().year}, reverse=True)
