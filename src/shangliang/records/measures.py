"""Measures (指标): each number of the statistics is a named condition, so that it opens its parts.

Counting and listing ask the same condition; a number and its list cannot differ. The words follow
published yearly reports: received, filed, merged, turned, not filed, withdrawn; replies, meetings,
ratings first and last, grades.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When

from ..rulebooks.models import Rulebook
from ..rulebooks.queries import rules_of
from ..submissions.models import Contact, CoSignature, Rating, Submission
from ..submissions.queries import UNSENT

FILED = ("filed", "handling", "replied", "closed")
FIVE = {
    "economy": "经济建设",
    "politics": "政治建设",
    "culture": "文化建设",
    "society": "社会建设",
    "ecology": "生态文明建设",
}
SCORES = dict(Rating.Score.choices)
FACE = "面商"


@dataclass(frozen=True)
class Measure:
    """``q`` holds of a proposal that counts; ``says`` is the definition shown beside the number."""

    key: str
    label: str
    q: Q
    says: str = ""
    group: str = ""


def filed(**more: Any) -> Q:
    """Filed on its own: not merged into another, not withdrawn since."""
    return Q(state__in=FILED, **more)


# 收到 is the sum of the eight lines below it (tests/test_statistics.py keeps it so). The original
# of a divided proposal does not count: its parts do.
OUTCOMES = (
    Measure("filed", "立案", filed(), "已立案、办理中、已答复、已办结"),
    Measure("merged", "并案", Q(state="merged"), "并入另一件办理，仍算提案人一件"),
    Measure("to_report", "转社情民意", Q(state="to_report")),
    Measure("to_letter", "转来信", Q(state="to_letter")),
    Measure("not_filed", "不予立案", Q(state="not_filed")),
    Measure("withdrawn", "撤案", Q(state="withdrawn"), "立案前后由提案人撤回"),
    Measure("in_review", "审查中", Q(state__in=("submitted", "reviewing"))),
    Measure("returned", "退回修改中", Q(state="returned")),
)
RECEIVED = Measure("received", "收到", ~Q(state="divided"), "提交过的提案；分案的按分出的件数计")
DIVIDED = Measure("divided", "分案的原件", Q(state="divided"), "不计入收到")
NATURES = tuple(
    Measure(f"nature_{code}", f"{label}提案", filed(nature=code))
    for code, label in Submission.Nature.choices
)
MEMBER = Measure("by_members", "委员提案", filed(nature__in=("individual", "joint")), "个人与联名")
COLLECTIVE = Measure(
    "collective", "集体提案", filed() & ~Q(nature__in=("individual", "joint")), "党派、团体、界别等"
)
WINDOWS = (
    Measure("plenary", "大会提案", filed(window="plenary")),
    Measure("ordinary", "平时提案", filed() & ~Q(window="plenary")),
)
WITH_ASKS = Measure("with_asks", "有具体建议的", filed(asks_count__gt=0))
ASSIGNED = Measure("assigned", "已交办", filed(assigned_at__isnull=False))
REPLIED = Measure("replied", "已办复", filed(replied_at__isnull=False), "答复已送达提案人")
MET = Measure(
    "met", "面商过", filed(replied_at__isnull=False, was_met=True), "有当面商量的沟通记录"
)
REHANDLED = Measure("rehandled", "重办过", filed(round__gt=1))
RATED = Measure("rated", "已评价（最后一轮）", filed() & ~Q(satisfaction=""))
FINAL = tuple(
    Measure(f"final_{code}", label, filed(satisfaction=code)) for code, label in SCORES.items()
)
FIRST_RATED = Measure(
    "first_rated", "已评价（第一轮）", filed() & ~Q(first_result="") & Q(first_result__isnull=False)
)
FIRST = tuple(
    Measure(f"first_{code}", label, filed(first_result=code)) for code, label in SCORES.items()
)
KEY = Measure("key", "重点提案", filed(key=True))
EXCELLENT = Measure("excellent", "优秀提案", filed(excellent=True))
PLAIN = (
    RECEIVED,
    *OUTCOMES,
    DIVIDED,
    MEMBER,
    COLLECTIVE,
    *NATURES,
    *WINDOWS,
    WITH_ASKS,
    ASSIGNED,
    REPLIED,
    MET,
    REHANDLED,
    RATED,
    *FINAL,
    FIRST_RATED,
    *FIRST,
    KEY,
    EXCELLENT,
)
RATINGS = frozenset(m.key for m in (RATED, *FINAL, FIRST_RATED, *FIRST))


class Measures:
    """The measures of a committee: those of all, and those of its own classes and grades."""

    def __init__(self, committee_id: int) -> None:
        self.committee_id = committee_id
        books = {
            book.pk: rules_of(book)
            for book in Rulebook.objects.filter(
                committee_id=committee_id, kind=Rulebook.Kind.PROPOSAL
            ).defer("committee")
        }
        self.first_books = [pk for pk, r in books.items() if r.rating.headline == "first"]
        self.classes = tuple(
            Measure(f"class_{code}", label, filed() & self.in_class(books, code))
            for code, label in FIVE.items()
        )
        known = Q()
        for measure in self.classes:
            known |= measure.q
        self.unclassed = Measure("class_none", "未归类", filed() & ~known if known else filed())
        names: dict[str, str] = {}
        for _, rules in sorted(books.items()):
            names |= {g.code: g.name for g in rules.grades}
        self.grades = tuple(
            Measure(
                f"grade_{code}", f"{code} 类", filed(replied_at__isnull=False, grade=code), name
            )
            for code, name in sorted(names.items())
        )
        self.ungraded = Measure("grade_none", "未定类", filed(replied_at__isnull=False, grade=""))
        every = (*PLAIN, *self.classes, self.unclassed, *self.grades, self.ungraded)
        self.by_key: dict[str, Measure] = {m.key: m for m in every}

    @staticmethod
    def in_class(books: dict[int, Any], five: str) -> Q:
        """Local classes mapped to one of the five, by the rulebook each case keeps."""
        same: dict[tuple[str, ...], list[int]] = {}
        for pk, rules in books.items():
            codes = tuple(sorted(c.code for c in rules.classes if c.five == five))
            same.setdefault(codes, []).append(pk)
        found = Q(pk__in=[])
        for codes, pks in same.items():
            if codes:
                found |= Q(rulebook_id__in=pks, class_code__in=codes)
        return found

    def rows(
        self, sessions: Iterable[int] = (), among: QuerySet[Submission] | None = None
    ) -> QuerySet[Submission]:
        """Proposals handed in (``among`` those of a seat), with what the conditions ask."""
        face = Contact.objects.filter(submission=OuterRef("pk"), means=FACE)
        every = Submission.objects.filter(committee_id=self.committee_id)
        rows = (every if among is None else among).filter(kind=Submission.Kind.PROPOSAL)
        rows = rows.exclude(state__in=UNSENT)
        if sessions:
            rows = rows.filter(session_id__in=list(sessions))
        return rows.alias(was_met=Exists(face), first_result=self.first_result()).order_by()

    def first_result(self) -> Case:
        """The headline of the first round, kept after a second one began (初次满意率)."""
        severity = Case(
            When(result="not", then=Value(2)),
            When(result="basically", then=Value(1)),
            default=Value(0),
        )
        given = Rating.objects.filter(submission=OuterRef("pk"), round=1)
        signer = CoSignature.objects.filter(
            submission=OuterRef("submission"), role=CoSignature.Role.FIRST
        )
        worst = given.annotate(severity=severity).order_by("-severity").values("result")[:1]
        first = given.filter(person=Subquery(signer.values("person")[:1])).values("result")[:1]
        return Case(
            When(round=1, then=F("satisfaction")),
            When(rulebook_id__in=self.first_books, then=Subquery(first)),
            default=Subquery(worst),
        )

    def count(self, sessions: list[int]) -> dict[int, dict[str, int]]:
        """{session: {measure: number}}, all of them in one question."""
        zero = dict.fromkeys(self.by_key, 0)
        found = {pk: dict(zero) for pk in sessions}
        counts = {f"n_{key}": Count("pk", filter=m.q) for key, m in self.by_key.items()}
        rows: QuerySet[Any] = self.rows(sessions).values("session_id").annotate(**counts)
        for row in rows:
            found[row["session_id"]] = {key: row[f"n_{key}"] for key in self.by_key}
        return found
