"""Everything one proposal's page shows, gathered in a fixed number of questions.

The queries here are the whole cost of the page: what the parts need they find in :class:`Facts`.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import (
    Exists,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    prefetch_related_objects,
)
from django.http import Http404

from ...actors.models import Actor
from ...documents.models import Document
from ...journal.models import Event
from ...journal.queries import timeline
from ...journal.telling import QUIET, actors_in
from ...procedures.models import Clock
from ...procedures.seat import Role, Seat
from ...tasks.models import Effect, Task
from ..flow.proposal import AFTER_FILING
from ..models import (
    Answer,
    Assignment,
    CoSignature,
    Extension,
    Rating,
    Recommendation,
    Reply,
    Submission,
)
from ..people import voices
from ..queries import replies, visible


@dataclass
class Facts:
    """One proposal with its children at hand."""

    seat: Seat
    case: Submission
    asks: list[Recommendation] = field(default_factory=list)
    signatures: list[CoSignature] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    ratings: list[Rating] = field(default_factory=list)
    effects: dict[int, list[Effect]] = field(default_factory=dict)  # ask id -> its effects
    documents: list[Document] = field(default_factory=list)
    related: list[Submission] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)

    @property
    def live(self) -> list[Assignment]:
        """Assignments that still stand."""
        return [a for a in self.assignments if a.state not in ("returned", "dropped")]

    @property
    def mine(self) -> list[Assignment]:
        """The seat's own units' duties in this proposal."""
        return [a for a in self.live if a.unit_id in self.seat.units]

    @property
    def replies(self) -> list[Reply]:
        """Replies this seat may read, each once, in rounds."""
        found = {a.reply_id: a.reply for a in self.answers}
        return sorted(found.values(), key=lambda r: (r.round, r.pk))

    @property
    def office(self) -> bool:
        """The proposal committee's office or the supervising office."""
        return self.seat.has(Role.CLERK, Role.SECOND_REVIEWER, Role.SUPERVISOR)

    @cached_property
    def voices(self) -> list[set[int]]:
        """Whose ratings are waited for, each voice a person, or either of two of a body."""
        return voices(self.case)

    @property
    def proposer(self) -> bool:
        """Whether the seat is one of the people who are answered."""
        me = self.seat.person_id
        return me in {self.case.drafter_id, self.case.author_id} or any(
            s.person_id == me and s.role in ("first", "co") and s.state == "signed"
            for s in self.signatures
        )


def case_rows(seat: Seat) -> QuerySet[Submission]:
    """Proposals the seat may see, with all that hangs on one row."""
    shown = Document.objects.filter(
        case_type="submission", case_id=OuterRef("pk"), removed_at__isnull=True
    )
    known = Effect.objects.filter(case_type="submission", case_id=OuterRef("pk"))
    return (
        visible(seat)
        .select_related(
            "committee",
            "session__term",
            "rulebook",
            "author",
            "drafter",
            "group__lead",
            "split_from",
            "came_from",
            "key_listing__leader",
            "publication",
        )
        .annotate(has_documents=Exists(shown), has_effects=Exists(known))
    )


def with_tasks(case: Submission) -> QuerySet[Recommendation]:
    """Asks with what became of their promise: the latest task of each."""
    task = Task.objects.filter(
        committee_id=case.committee_id, source_type="recommendation", source_id=OuterRef("pk")
    ).order_by("-id")
    return (
        Recommendation.objects.filter(removed_at__isnull=True)
        .select_related("addressee")
        .annotate(
            task_id=Subquery(task.values("pk")[:1]),
            task_state=Subquery(task.values("state")[:1]),
            task_due=Subquery(task.values("due_on")[:1]),
        )
    )


def gather(seat: Seat, pk: int, whole: bool = False, paper: bool = False) -> Facts:
    """The facts of one proposal as this seat may know them; 404 behind the wall.

    ``whole``: the log with every saved draft. ``paper``: only what is printed, without ratings,
    effects and files.
    """
    case = case_rows(seat).filter(pk=pk).first()
    if case is None:
        raise Http404("没有这件提案，或者您现在的身份看不到它。")
    facts = Facts(seat, case)
    prefetch_related_objects(
        [case],
        Prefetch("recommendations", queryset=with_tasks(case)),
        Prefetch("signatures", queryset=CoSignature.objects.select_related("person")),
    )
    facts.asks = list(case.recommendations.all())
    facts.signatures = list(case.signatures.all())
    events = timeline(case, case.committee_id)
    facts.events = list(events if whole else events.exclude(verb__in=QUIET))
    if case.state in AFTER_FILING:
        gather_handling(facts)
        if not paper:
            gather_outcome(facts)
    clocks = Clock.objects.filter(
        committee_id=case.committee_id, case_type="submission", case_id=case.pk
    )
    facts.clocks = list(clocks.select_related("unit").order_by("started_on", "id"))
    hang_clocks(facts)
    if case.has_documents and not paper:  # type: ignore[attr-defined]
        facts.documents = list(
            Document.objects.filter(
                committee_id=case.committee_id,
                case_type="submission",
                case_id=case.pk,
                removed_at__isnull=True,
            )
        )
    if case.group_id or case.state in ("divided", "to_report", "to_letter"):
        kin = Q(split_from_id=case.pk) | Q(came_from_id=case.pk)
        if case.group_id:
            kin |= Q(group_id=case.group_id)
        facts.related = list(
            visible(seat)
            .filter(kin)
            .exclude(pk=case.pk)
            .select_related("author")
            .order_by("number", "serial")
        )
    name_everyone(facts)
    return facts


def gather_handling(facts: Facts) -> None:
    """Units and replies with their answers: only once it is filed."""
    case, seat = facts.case, facts.seat
    opened = Extension.objects.filter(assignment=OuterRef("pk"), state="open")
    rows = Assignment.objects.filter(committee_id=case.committee_id, submission=case)
    facts.assignments = list(
        rows.select_related("unit", "contact")
        .annotate(extension_open=Exists(opened))
        .order_by("-role", "id")
    )
    asked = any(event.verb == "assignment.ask_extension" for event in facts.events)
    extensions = Extension.objects.all() if asked else Extension.objects.none()
    prefetch_related_objects(facts.assignments, Prefetch("extensions", queryset=extensions))
    for row in facts.assignments:
        row.submission = case
    if case.assigned_at:
        readable = replies(seat).filter(submission_id=case.pk).order_by()
        facts.answers = list(
            Answer.objects.filter(committee_id=case.committee_id, reply__in=readable.values("pk"))
            .select_related("reply__assignment__unit", "reply__signer")
            .order_by("reply__round", "reply_id", "recommendation__order")
        )


def gather_outcome(facts: Facts) -> None:
    """Ratings, and what came of it."""
    case = facts.case
    if case.replied_at:
        prefetch_related_objects(
            [case], Prefetch("ratings", queryset=Rating.objects.order_by("round", "id"))
        )
        facts.ratings = list(case.ratings.all())
    if case.has_effects:  # type: ignore[attr-defined]
        found: dict[int, list[Effect]] = defaultdict(list)
        for effect in Effect.objects.filter(
            committee_id=case.committee_id, case_type="submission", case_id=case.pk
        ).select_related("doer", "judge", "evidence"):
            found[effect.about_id].append(effect)
        facts.effects = dict(found)


def hang_clocks(facts: Facts) -> None:
    """Give each row its own clocks, so that conditions find them without asking."""
    rows: dict[tuple[str, int], Any] = {("submission", facts.case.pk): facts.case}
    rows |= {("assignment", a.pk): a for a in facts.assignments}
    rows |= {("reply", r.pk): r for r in facts.replies}
    for row in rows.values():
        row.clocks_at_hand = []
    for clock in facts.clocks:
        if row := rows.get((clock.about_type, clock.about_id)):
            row.clocks_at_hand.append(clock)


def name_everyone(facts: Facts) -> None:
    """Names that the sentences need; one question only for those not at hand already."""
    names = {a.unit_id: str(a.unit) for a in facts.assignments}
    listing = getattr(facts.case, "key_listing", None)
    if listing:
        names[listing.leader_id] = listing.leader.name
    if missing := actors_in(facts.events) - names.keys():
        for actor in Actor.objects.filter(committee_id=facts.case.committee_id, pk__in=missing):
            names[actor.pk] = str(actor)
    facts.names = names
