"""The case at hand on the review desk: its text, its points, what resembles it, what may be done."""

from dataclasses import dataclass, field

from django.db.models import (
    CharField,
    F,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Concat

from ...procedures.models import Clock, Series
from ...procedures.seat import Seat
from ...procedures.table import Move
from ...procedures.verdicts import Verdict, verdict
from .. import like
from ..flow import PROPOSAL
from ..models import (
    CoSignature,
    Recommendation,
    Remark,
    Review,
    Submission,
    UnitChoice,
)
from ..queries import visible
from .points import RubricLine, rubric_lines
from .resembling import Resembling, resembling

# In the order of the bar; 立案 or 转复审 comes first and is the primary one.
DECISIONS = (
    "file",
    "pass_on",
    "merge",
    "send_back",
    "turn_to_report",
    "turn_to_letter",
    "divide",
    "set_window",
    "undo",
    "unmerge",
    "refuse_filing",
)
SELDOM = ("turn_to_letter", "divide", "set_window")  # behind 更多; their keys work all the same


@dataclass(frozen=True)
class Button:
    """A verb of the bar: live, or dimmed with what is missing."""

    move: Move
    verdict: Verdict
    primary: bool = False


@dataclass
class Panel:
    """Everything the middle and the right column show."""

    case: Submission
    signatures: list[CoSignature]
    asks: list[Recommendation]
    wished: list[UnitChoice]
    reviewed: list[UnitChoice]
    mine: Review | None
    others: list[Review]
    rubric: list[RubricLine]
    alike: list[Resembling]
    buttons: list[Button]
    remark: Remark | None = None
    next_number: int = 0
    paragraphs: list[tuple[str, list[tuple[int, str]]]] = field(default_factory=list)

    @property
    def state_label(self) -> str:
        return PROPOSAL.label_of(self.case.state)

    @property
    def first(self) -> list[Button]:
        return [
            b for b in self.buttons if b.move.verb not in ("review", *SELDOM) and not b.move.refusal
        ]

    @property
    def more(self) -> list[Button]:
        return [b for b in self.buttons if b.move.verb in SELDOM]

    @property
    def refusals(self) -> list[Button]:
        return [b for b in self.buttons if b.move.refusal]

    @property
    def opinion_open(self) -> bool:
        return any(b.move.verb == "review" for b in self.buttons)

    @property
    def signed(self) -> tuple[int, int]:
        """How many of those asked have signed."""
        asked = [s for s in self.signatures if s.role != "second" and s.state != "dropped"]
        return sum(s.state == "signed" for s in asked), len(asked)

    @property
    def lead(self) -> str:
        return "、".join(str(u.unit) for u in self.reviewed if u.role in ("lead", "each"))

    @property
    def co(self) -> str:
        return "、".join(str(u.unit) for u in self.reviewed if u.role == "co")

    @property
    def way(self) -> str:
        return "each" if any(u.role == "each" for u in self.reviewed) else "lead"


def cases(seat: Seat) -> QuerySet[Submission]:
    """A case with all the panel reads, in a fixed number of queries."""
    series = Series.objects.filter(
        committee_id=OuterRef("committee_id"), key=OuterRef("series_key")
    ).values("last")
    clock = Clock.objects.filter(
        committee_id=OuterRef("committee_id"),
        about_type="submission",
        about_id=OuterRef("pk"),
        kind="review",
        met_on__isnull=True,
        dropped_on__isnull=True,
    ).values("due_on")
    people = CoSignature.objects.select_related("person")
    units = UnitChoice.objects.select_related("unit")
    asks = Recommendation.objects.filter(removed_at__isnull=True).select_related("addressee")
    return (
        visible(seat)
        .select_related(
            "author", "session__term", "rulebook", "group__lead", "split_from", "came_from"
        )
        .annotate(due_on=Subquery(clock[:1]), series_key=series_key())
        .annotate(last_number=Subquery(series[:1]))
        .prefetch_related(
            Prefetch("signatures", queryset=people),
            Prefetch("unit_choices", queryset=units),
            Prefetch("recommendations", queryset=asks),
            Prefetch("reviews", queryset=Review.objects.select_related("reviewer")),
            "suggestions",
        )
    )


def series_key() -> Concat:
    """The key of the session's number series, as the database can compare it."""
    return Concat(Value("proposal:number:"), Cast(F("session_id"), CharField()))


def panel(seat: Seat, case: Submission) -> Panel:
    """Read a case of :func:`cases` into what the page shows."""
    asks, reviews = list(case.recommendations.all()), list(case.reviews.all())
    mine = next((r for r in reversed(reviews) if r.reviewer_id == seat.person_id), None)
    others = [r for r in reviews if r is not mine]
    held = list(case.suggestions.all())
    if case.state in like.IN_REVIEW and not like.searched(case, held):
        held = like.refresh(case)
    alike = resembling(seat, case, held)
    choices = list(case.unit_choices.all())
    out = Panel(
        case=case,
        signatures=list(case.signatures.all()),
        asks=asks,
        wished=[c for c in choices if c.layer == "wished"],
        reviewed=[c for c in choices if c.layer == "reviewed"],
        mine=mine,
        others=others,
        rubric=rubric_lines(case, mine, others, alike),
        alike=alike,
        buttons=buttons(seat, case),
        remark=last_remark(case),
        next_number=case.number or (getattr(case, "last_number", None) or 0) + 1,
    )
    out.paragraphs = numbered(case, asks)
    return out


def last_remark(case: Submission) -> Remark | None:
    """What the office last told the proposer; a case never decided has heard nothing."""
    if case.decided_at is None:
        return None
    return case.remarks.exclude(verb="withdraw").select_related("by").first()


def numbered(
    case: Submission, asks: list[Recommendation]
) -> list[tuple[str, list[tuple[int, str]]]]:
    """Heading and paragraphs of situation and analysis, numbered through; asks go on from there."""
    parts, n = [], 0
    for heading, text in (("情况", case.situation), ("分析", case.analysis)):
        lines = []
        for line in text.splitlines():
            if line.strip():
                n += 1
                lines.append((n, line.strip()))
        if lines:
            parts.append((heading, lines))
    return parts


def buttons(seat: Seat, case: Submission) -> list[Button]:
    """The verbs this seat has here. Where re-review is on, the first reviewer's verb is 转复审."""
    found = []
    for name in (*DECISIONS, "review"):
        said = verdict(PROPOSAL, PROPOSAL[name], seat, case)
        waits = said.kind == "when" and name in ("file", "merge", "unmerge")
        passes_on = case.state == "submitted" and case.rules.steps.get("second_review")
        if (said.ok or waits) and not (name == "file" and passes_on):
            found.append(Button(PROPOSAL[name], said, name in ("file", "pass_on")))
    return found
