"""The case at hand on the review desk: its text, its points, what resembles it, what may be done."""

from dataclasses import dataclass, field

from django.db.models import (
    CharField,
    Exists,
    F,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Concat

from ...procedures.models import Clock, Series
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ...procedures.table import Move
from ...procedures.verdicts import Verdict, verdict
from ...tasks.models import Task
from .. import like
from ..flow import PROPOSAL
from ..likeness import Like
from ..models import (
    CoSignature,
    Recommendation,
    Remark,
    Review,
    Submission,
    Suggestion,
    UnitChoice,
)
from ..queries import visible
from ..rubric import Ask, Texts, judge

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
MOST_ALIKE = 6
MARKS = {"yes": ("是", "ok"), "no": ("否", "near"), "unsure": ("待定", "near")}
# A press goes from what is said now to the next; the machine's word is accepted first.
NEXT = {"yes": "no", "no": "unsure", "unsure": "yes"}


@dataclass(frozen=True)
class Button:
    """A verb of the bar: live, or dimmed with what is missing."""

    move: Move
    verdict: Verdict
    primary: bool = False


@dataclass(frozen=True)
class RubricLine:
    """One point: settled by this reviewer, or the machine's dashed suggestion."""

    n: int
    key: str
    label: str
    mark: str  # yes no unsure, or empty while nobody settled it
    word: str
    tone: str
    why: str
    others: str  # what the other reviewers settled

    @property
    def settled(self) -> bool:
        return bool(self.mark)


@dataclass(frozen=True)
class Resembling:
    """A similar proposal, with what became of it and why the machine names it."""

    suggestion: Suggestion
    case: Submission
    advice: str
    broken: bool  # a promise of its reply is still open past its date

    @property
    def chip(self) -> str:
        if self.case.grade and self.broken:
            return f"{self.case.grade} 类未兑现"
        if self.case.grade:
            return f"{self.case.grade} 类"
        return PROPOSAL.label_of(self.case.state)


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


def rubric_lines(
    case: Submission, mine: Review | None, others: list[Review], alike: list[Resembling]
) -> list[RubricLine]:
    """The rulebook's points: what this reviewer settled, else what the machine suggests."""
    texts = Texts(
        title=case.title,
        situation=case.situation,
        analysis=case.analysis,
        asks=[Ask(a.text, bool(a.addressee_id)) for a in case.recommendations.all()],
        likes=[as_like(r) for r in alike],
        words_advised=case.rules.words_advised,
    )
    said = {p.key: p for p in judge(texts, case.rules)}
    settled = mine.rubric if mine else {}
    lines = []
    for n, item in enumerate(case.rules.rubric, 1):
        point = said[item.key]
        mark = settled.get(item.key, "")
        if mark:
            word, tone = MARKS[mark]
        elif point.ok is None:
            word, tone = "待定", "near"
        else:
            word, tone = ("拟 是" if point.ok else "拟 否"), "hint"
        theirs = "；".join(
            f"{r.reviewer}：{MARKS[r.rubric[item.key]][0]}"
            for r in others
            if r.rubric.get(item.key) in MARKS
        )
        why = "，".join(w for w in (point.where, point.why) if w)
        lines.append(RubricLine(n, item.key, item.label, mark, word, tone, why, theirs))
    return lines


def settle(line: RubricLine) -> str:
    """What a press on the point's key makes of it."""
    if line.mark:
        return NEXT[line.mark]
    return {"拟 是": "yes", "拟 否": "no"}.get(line.word, "yes")


def as_like(row: Resembling) -> Like:
    """As the rubric's point about repetition reads it."""
    other = row.case
    return Like(
        pk=other.pk,
        label=other.number_label,
        year=other.session.year,
        title=other.title,
        state=other.state,
        state_label=PROPOSAL.label_of(other.state),
        grade=other.grade,
        share=1.0,
        where="案由",
        sentence="",
    )


def resembling(seat: Seat, case: Submission, held: list[Suggestion]) -> list[Resembling]:
    """Stored suggestions nobody called wrong, with the cases they name; one query."""
    said = {
        int(s.value): s
        for s in held
        if s.kind == like.KIND and s.verdict != "wrong" and s.value.isdecimal()
    }
    if not said:
        return []
    promise = Task.objects.filter(
        committee_id=case.committee_id,
        case_type="submission",
        case_id=OuterRef("pk"),
        kind=Task.Kind.PROMISE,
        verified_on__isnull=True,
        due_on__lt=today(),
    )
    rows = (
        visible(seat)
        .filter(pk__in=said)
        .exclude(pk=case.pk)
        .select_related("session__term")
        .annotate(broken=Exists(promise))
    )
    out = []
    for row in sorted(rows, key=lambda r: said[r.pk].pk):  # the most alike were kept first
        if case.group_id and row.group_id == case.group_id:
            continue
        joins = row.session_id == case.session_id and row.state in (
            "submitted",
            "reviewing",
            "filed",
        )
        advice = "建议并案。" if joins else "建议立案时引用。"
        out.append(Resembling(said[row.pk], row, advice, bool(row.broken)))  # type: ignore[attr-defined]
    return out[:MOST_ALIKE]
