"""Papers made of lines: the assignment notice with its list, the yearly duty form, reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from .columns import widths_mm
from .forms import row
from .model import Letter, Paper, Para, Table, paragraphs


@dataclass(frozen=True)
class AssignmentRow:
    """One line of the list attached to an assignment notice."""

    number: str
    title: str
    proposer: str
    lead: str
    assist: str = ""
    due: str = ""


@dataclass(frozen=True)
class AssignmentList(Paper):
    """Assignment notice (交办通知): a letter with the list of proposals attached."""

    kind: ClassVar[str] = "assignment"

    letter: Letter
    list_title: str
    rows: list[AssignmentRow]

    def context(self) -> dict[str, Any]:
        head = ["序号", "提案号", "案由", "提案者", "主办单位", "会办单位", "办结期限"]
        return self.letter.context() | {
            "list_title": self.list_title,
            "list_header": head,
            "list_rows": [
                {"place": str(n)} | {k: str(v) for k, v in vars(line).items()}
                for n, line in enumerate(self.rows, start=1)
            ],
        }


@dataclass(frozen=True)
class MemberYear(Paper):
    """A member's yearly duty form (委员年度履职表). ``facts`` are counted lines: (label, text)."""

    kind: ClassVar[str] = "member_year"

    committee: str
    year: int
    name: str
    sex: str = ""
    ethnicity: str = ""
    birth: str = ""
    party: str = ""
    workplace: str = ""
    sector: str = ""
    special_committee: str = ""
    facts: list[tuple[str, str]] = field(default_factory=list)
    statement: str = ""
    unit_opinion: str = ""
    committee_opinion: str = ""
    group_opinion: str = ""
    remark: str = ""

    def derived(self) -> dict[str, Any]:
        stamp = "（盖章）　　　　年　　月　　日"
        return {
            "heading": f"{self.year}年度委员履职情况登记表",
            "facts": [{"label": label, "text": text} for label, text in self.facts],
            "rows": [
                row("个人述职", self.statement, lines=4),
                row("所在单位意见", self.unit_opinion, foot=stamp, lines=2),
                row("所在专门委员会意见", self.committee_opinion, foot=stamp, lines=2),
                row("考核领导小组意见", self.group_opinion, foot=stamp, lines=2),
                row("备注", self.remark),
            ],
        }


@dataclass(frozen=True)
class Section:
    """A part of a report: heading, paragraphs, tables."""

    heading: str = ""
    paragraphs: list[Para] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    @staticmethod
    def of(heading: str, text: str = "", *tables: Table) -> Section:
        """A section from typed text."""
        return Section(heading, paragraphs(text), list(tables))


@dataclass(frozen=True)
class Report(Paper):
    """Any report: statistics, circulars, plans. Plain head, no red."""

    kind: ClassVar[str] = "report"

    title: str
    sections: list[Section]
    subtitle: str = ""
    issuer: str = ""
    date: date | None = None
    copies: list[str] = field(default_factory=list)

    def context(self) -> dict[str, Any]:
        values = super().context()
        for section in values["sections"]:
            for table in section["tables"]:
                table["widths"] = widths_mm(table["header"], table["rows"])
        return values

    def derived(self) -> dict[str, Any]:
        return {"copies_line": "，".join(self.copies) + "。" if self.copies else ""}
