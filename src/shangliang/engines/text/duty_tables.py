"""Divisions of work printed as tables: rows "1 任务 牵头单位" under a head "序号 工作任务 牵头单位"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .findings import Place, Task
from .mapped import Span
from .print_lines import TABLE_HEAD, TABLE_ROW
from .printed_duties import names_in
from .wraps import Paragraph


@dataclass(frozen=True)
class Row:
    """One row of a table: ranks of characters within its paragraph."""

    paragraph: int
    task_span: Span
    unit_span: Span

    def task(self, number: int, body: list[Paragraph]) -> Task:
        """The row as a hard task; the first unit leads."""
        paragraph = body[self.paragraph]
        names = names_in(paragraph.text, self.unit_span)
        words = [paragraph.words.words(n.start, n.end) for n in names]
        text = paragraph.words.words(self.task_span.start, self.task_span.end)
        return Task(
            text,
            "",
            text,
            tuple(words[:1]),
            tuple(words[1:]),
            "",
            "",
            "",
            "hard",
            "",
            "表格所列分工，首位为牵头",
            Place(
                number,
                self.paragraph,
                self.task_span.start,
                self.task_span.end,
                paragraph.words.lines(self.task_span.start, self.task_span.end),
            ),
        )


def rows_in(body: list[Paragraph]) -> list[Row]:
    """The rows of all tables with such a head."""
    out: list[Row] = []
    inside = False
    for rank, paragraph in enumerate(body):
        if TABLE_HEAD.match(paragraph.text):
            inside = True
            continue
        if not inside:
            continue
        whole = paragraph.words.words(0, len(paragraph.text))
        match = TABLE_ROW.match(whole)
        if not match:
            inside = bool(re.match(r"^\d{1,3}", paragraph.text))
            continue
        unit_length = len(re.sub(r"\s", "", match["units"]))
        number_length = len(match["number"])
        size = len(paragraph.text)
        out.append(
            Row(rank, Span(number_length, size - unit_length), Span(size - unit_length, size))
        )
    return out
