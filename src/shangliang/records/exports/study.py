"""学习完成情况, 竞赛成绩 and 题库 as tables."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest

from ...procedures.seat import Seat
from ...study.bank_sheet import LETTERS
from ...study.boards import people_board
from ...study.flow import DUTY, ENTRY
from ...study.forms.bank import answer_words
from ...study.models import BankQuestion, QuizEntry, StudyDuty, StudyItem
from ...study.queries import questions
from ...study.who import KEEPERS
from ..exporting import Column, Exporter, register
from .years import number

KINDS = dict(StudyItem.Kind.choices)
HOWS = dict(StudyDuty.How.choices)


def study_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a person and item. ``?item=``, ``?plan=``, ``?year=``. What was learned is not in it."""
    rows = StudyDuty.objects.filter(committee_id=seat.committee_id).exclude(item__state="dropped")
    for name, field in (
        ("item", "item_id"),
        ("plan", "item__plan_id"),
        ("year", "item__plan__year"),
    ):
        if value := number(request, name):
            rows = rows.filter(**{field: value})
    for row in rows.order_by("item_id", "layer__order", "person__stroke_key", "pk").values_list(
        "item__plan__title", "item__title", "item__kind", "layer__label", "person__name",
        "group__name", "layer__due_on", "state", "done_at", "how", "item__hours",
    ).iterator(chunk_size=2000):  # fmt: skip
        yield (
            *row[:2], KINDS[row[2]], *row[3:7], DUTY.states[row[7]], row[8], HOWS.get(row[9], ""),
            row[10] if row[7] == "done" else 0,
        )  # fmt: skip


def quiz_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a person and contest, with the place; ties share it. ``?quiz=``."""
    from ...study.models import Quiz
    from ...study.results import results_of

    wanted = number(request, "quiz")
    row = Quiz.objects.filter(committee_id=seat.committee_id, pk=wanted).first() if wanted else None
    ranks = {line.key: line.rank for line in people_board(results_of(row))} if row else {}
    rows = QuizEntry.objects.filter(committee_id=seat.committee_id)
    if wanted:
        rows = rows.filter(quiz_id=wanted)
    for entry in rows.order_by("quiz_id", "-score", "seconds", "pk").values_list(
        "quiz__title", "person_id", "person__name", "team__name", "state", "score", "right",
        "seconds", "started_at", "handed_at",
    ).iterator(chunk_size=2000):  # fmt: skip
        rank = ranks.get(entry[1]) if entry[4] == "handed" else None
        yield (entry[0], rank, *entry[2:4], ENTRY.states[entry[4]], *entry[5:])


def question_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """The bank in the columns of the import. ``?bank=``."""
    rows = questions(seat).filter(state="active")
    if wanted := number(request, "bank"):
        rows = rows.filter(bank_id=wanted)
    kinds = dict(BankQuestion.Kind.choices)
    for q in rows.order_by("bank_id", "pk").iterator(chunk_size=2000):
        options = [] if q.kind in ("judge", "fill") else q.options
        yield (
            kinds[q.kind], q.text, *(options[n] if n < len(options) else "" for n in range(len(LETTERS))),
            answer_words(q), q.clause.intake.title, q.clause.address, q.sentence,
        )  # fmt: skip


register(
    Exporter(
        "study",
        "学习完成情况",
        (
            Column("计划", 24), Column("内容", 36), Column("方式", 14), Column("层", 16),
            Column("姓名", 12), Column("界别、机构", 20), Column("时限", 12), Column("结果", 10),
            Column("完成", 18), Column("怎么完成", 14), Column("学时", 8),
        ),
        study_rows,
        KEEPERS,
    )
)  # fmt: skip
register(
    Exporter(
        "quiz",
        "竞赛成绩",
        (
            Column("竞赛", 30), Column("名次", 8), Column("姓名", 12), Column("队", 24),
            Column("状态", 10), Column("得分", 8), Column("答对", 8), Column("用时（秒）", 12),
            Column("开始", 18), Column("交卷", 18),
        ),
        quiz_rows,
        KEEPERS,
    )
)  # fmt: skip
register(
    Exporter(
        "questions",
        "题库",
        (
            Column("题型", 8), Column("题目", 50), *(Column(f"选项{c}", 16) for c in LETTERS),
            Column("答案", 12), Column("文件", 30), Column("条目号", 16), Column("原句", 60),
        ),
        question_rows,
        KEEPERS,
    )
)  # fmt: skip
