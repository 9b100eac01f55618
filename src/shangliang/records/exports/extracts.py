"""What was read out of texts: all of one text, and what people said was wrong (E9)."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from ...documents.actions.refuse_extract import WRONG
from ...documents.actions.settle import ANSWERS
from ...documents.flow.extract import STATES
from ...documents.flow.intake import READERS
from ...documents.models import Extract
from ...documents.queries import extracts
from ...procedures.seat import Seat
from ..exporting import Column, Exporter, register

COLUMNS = (
    Column("文件", 30), Column("篇", 6), Column("行", 6), Column("种类", 8), Column("序号", 6),
    Column("原文", 60), Column("拟定", 40), Column("章节", 20), Column("依据", 30), Column("来源", 8),
    Column("状态", 10), Column("哪里不对、怎么定", 16), Column("说明", 30), Column("定的时间", 16),
)  # fmt: skip


def chosen(seat: Seat, request: HttpRequest) -> QuerySet[Extract]:
    """Of one text (``?intake=``), or of all."""
    rows = extracts(seat).order_by("intake_id", "part", "first", "pk")
    asked = request.GET.get("intake", "")
    return rows.filter(intake_id=int(asked)) if asked.isdecimal() and len(asked) < 15 else rows


def lines(rows: QuerySet[Extract]) -> Iterator[Sequence[Any]]:
    """One question, streamed."""
    for row in rows.iterator(chunk_size=2000):
        yield (
            row.intake.title,
            row.part,
            row.first,
            "一般要求" if row.soft else row.get_kind_display(),
            row.number,
            row.text,
            row.title,
            row.section,
            row.why,
            row.get_origin_display(),
            STATES[row.state],
            WRONG.get(row.answer) or ANSWERS.get(row.answer, ""),
            row.note,
            row.decided_at,
        )


def all_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    return lines(chosen(seat, request))


def wrong_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    return lines(chosen(seat, request).filter(state="refused"))


register(Exporter("extracts", "拆解结果", COLUMNS, all_rows, READERS))
register(Exporter("wrong-extracts", "拆解判为不对的", COLUMNS, wrong_rows, READERS))
