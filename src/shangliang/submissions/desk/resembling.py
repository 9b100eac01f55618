"""What resembles the case at hand: stored suggestions, with what became of each."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ...tasks.models import Task
from .. import like
from ..flow import PROPOSAL
from ..likeness import likeness, pairs, spoken
from ..models import Submission, Suggestion
from ..queries import visible

MOST_ALIKE = 6


@dataclass(frozen=True)
class Resembling:
    """A similar proposal, with what became of it and why the machine names it."""

    suggestion: Suggestion
    case: Submission
    advice: str
    broken: bool  # a promise of its reply is still open past its date
    answer: str = (
        ""  # the first sentence of what was answered then, on the ask nearest to this case
    )

    @property
    def chip(self) -> str:
        if self.case.grade and self.broken:
            return f"{self.case.grade} 类未兑现"
        if self.case.grade:
            return f"{self.case.grade} 类"
        return PROPOSAL.label_of(self.case.state)


def resembling(seat: Seat, case: Submission, held: list[Suggestion]) -> list[Resembling]:
    """Stored suggestions nobody called wrong, with the cases they name and what was answered; two
    queries."""
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
    answers, mine = spoken(list(said)), pairs(case.title)
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
        best = max(answers.get(row.pk, []), key=lambda a: likeness(mine, a[1]), default=None)
        answer = f"第 {best[0]} 条：{best[2]}" if best else ""
        out.append(Resembling(said[row.pk], row, advice, bool(row.broken), answer))  # type: ignore[attr-defined]
    return out[:MOST_ALIKE]
