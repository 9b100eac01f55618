"""What a survey says: counts by group with small groups hidden, problems by class, who has not answered."""

from collections import Counter
from dataclasses import dataclass

from .grouping import guess
from .models import Survey, SurveyAnswer
from .suppress import hide_small, hide_totals


@dataclass(frozen=True)
class Table:
    """A question by trade; None where the group is too small to show."""

    title: str
    heads: list[str]
    rows: list[tuple[str, list[int | None]]]
    totals: list[int | None]


@dataclass(frozen=True)
class Cluster:
    """Problems of one class."""

    code: str
    name: str
    count: int
    made: int
    answers: list[SurveyAnswer]


QUESTIONS = (
    ("work", "开工情况", SurveyAnswer.Work.choices),
    ("orders", "订单比上年", SurveyAnswer.Trend.choices),
    ("cash", "资金够用", SurveyAnswer.Cash.choices),
)


def tables(survey: Survey, answers: list[SurveyAnswer]) -> list[Table]:
    """Each question by trade. Answers by forwarded links are not counted."""
    limit = survey.rules.small_group
    trades = sorted({a.trade or "未写行业" for a in answers})
    found = []
    for name, title, choices in QUESTIONS:
        counts = Counter((a.trade or "未写行业", getattr(a, name)) for a in answers)
        codes = [code for code, _ in choices]
        cells = [[counts[(trade, code)] for code in codes] for trade in trades]
        sums = [sum(row[n] for row in cells) for n in range(len(codes))]
        shown = hide_small(cells, limit)
        found.append(
            Table(
                title,
                [str(label) for _, label in choices],
                list(zip(trades, shown, strict=True)),
                hide_totals(sums, limit),
            )
        )
    return found


def clusters(survey: Survey, answers: list[SurveyAnswer]) -> list[Cluster]:
    """Free-text problems by class, most first; each answer carries why it was put there."""
    rules = survey.rules
    by_code: dict[str, list[SurveyAnswer]] = {}
    for row in answers:
        if row.problem:
            row.why = "已由人定" if row.matter_settled else guess(row.problem, rules.matters).why  # type: ignore[attr-defined]
            by_code.setdefault(row.matter, []).append(row)
    found = []
    for code, rows in by_code.items():
        matter = rules.matter(code)
        made = sum(row.voice_id is not None for row in rows)
        found.append(Cluster(code, matter.name if matter else "没认出", len(rows), made, rows))
    return sorted(found, key=lambda c: (-c.count, c.code == "", c.code))
