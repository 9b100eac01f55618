"""Duties printed as fields, one a line, under the topic they belong to.

    2. 推动绿色低碳发展
    时间安排：10月
    承办部门：市政协农业和农村委
    协商部门：市发改委、市生态环境局

Consultation plans of city committees are printed so. The topic is the task, its fields say who and when.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .findings import Place, Task
from .mapped import Span
from .printed_duties import JOIN, LABEL, LEAD, PERSON, TIME, names_in
from .wraps import Paragraph

_NUMBER = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?\s*)")


@dataclass(frozen=True)
class Block:
    """A topic (rank of its paragraph) and its fields: (label, rank, where its words stand)."""

    topic: int
    fields: tuple[tuple[str, int, Span], ...]

    @property
    def ranks(self) -> set[int]:
        """Every paragraph of the block."""
        return {self.topic, *(rank for _, rank, _ in self.fields)}

    def task(self, number: int, body: list[Paragraph], section: str) -> Task:
        """The topic as a hard task; whoever organises leads, whoever is consulted joins."""
        home = body[self.topic]
        begin = len(m.group()) if (m := _NUMBER.match(home.text)) else 0
        title = home.words.words(begin, len(home.text))
        first, last = self.topic, self.fields[-1][1]
        lines = (home.first, body[last].last)
        return Task(
            title,
            "",
            title,
            self._names(LEAD, body),
            self._names(JOIN, body),
            self._deadline(body),
            "",
            "",
            "hard",
            section,
            "文中按栏目印明：" + "、".join(label for label, _, _ in self.fields),
            Place(number, first, begin, len(home.text), lines),
        )

    def _names(self, kind: str, body: list[Paragraph]) -> tuple[str, ...]:
        return tuple(
            body[rank].words.words(name.start, name.end)
            for label, rank, span in self.fields
            if re.fullmatch(kind, label)
            for name in names_in(body[rank].text, span)
        )

    def _deadline(self, body: list[Paragraph]) -> str:
        for label, rank, span in self.fields:
            if re.fullmatch(TIME, label):
                return body[rank].words.words(span.start, span.end).strip("。；; ")
        return ""


def blocks_in(body: list[Paragraph]) -> list[Block]:
    """Runs of field lines that name somebody, with the short line above them as their topic."""
    out: list[Block] = []
    rank = 0
    while rank < len(body):
        fields: list[tuple[str, int, Span]] = []
        begin = rank
        while rank < len(body) and (found := LABEL.match(body[rank].text)):
            fields.append((found["label"], rank, Span(found.end(), len(body[rank].text))))
            rank += 1
        named = any(not re.fullmatch(TIME, label) for label, _, _ in fields)
        if len(fields) > 1 and named and begin and _may_be_topic(body[begin - 1].text):
            out.append(Block(begin - 1, tuple(fields)))
        rank = max(rank, begin + 1)
    return out


def _may_be_topic(text: str) -> bool:
    if PERSON.match(text) or LABEL.match(text):
        return False
    return 4 <= len(text) <= 80 and "。" not in text and not text.endswith(("：", ":"))
