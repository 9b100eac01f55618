"""The rubric on the desk: settled by a reviewer, or the machine's dashed word until then (S-002)."""

from dataclasses import dataclass

from ..flow import PROPOSAL
from ..likeness import Like
from ..models import Review, Submission
from ..rubric import Ask, Texts, judge
from .resembling import Resembling

MARKS = {"yes": ("是", "ok"), "no": ("否", "near"), "unsure": ("待定", "near")}
# A press goes from what is said now to the next; the machine's word is accepted first.
NEXT = {"yes": "no", "no": "unsure", "unsure": "yes"}


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
