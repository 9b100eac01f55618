"""Forms of proposal work: sheets with rows and tick boxes, lists, yearly tables, reports.

Rows after domain practice: the transfer sheet, the opinion form, the yearly duty form. What a hand
will write (signatures, opinions not yet given) is left as room on the paper.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from .model import Paper, Tick, chinese_date

SATISFACTION = ("满意", "基本满意", "不满意")


def ticks(labels: list[str] | tuple[str, ...], chosen: str = "") -> list[Tick]:
    """One box a label; the chosen one is ticked."""
    return [Tick(label, label == chosen) for label in labels]


def row(
    label: str, text: str = "", *, boxes: list[Tick] | None = None, foot: str = "", lines: int = 1
) -> dict[str, Any]:
    """A form row: label at the left, text, tick boxes, a foot at the right (signature, date).

    ``lines`` is the least height in text lines, so that a hand finds room; ``blank`` holds one
    item for each line that the content leaves free.
    """
    used = (len(text) // 24 + 1 if text else 0) + bool(boxes) + bool(foot)
    return {
        "label": label,
        "text": text,
        "boxes": boxes or [],
        "foot": foot,
        "lines": lines,
        "blank": [""] * max(0, lines - used),
    }


@dataclass(frozen=True)
class TransferSheet(Paper):
    """Transfer sheet (提案转办单): goes with each filed proposal to each handling unit."""

    kind: ClassVar[str] = "sheet"

    committee: str
    session: str
    number: str  # 第0131号
    title: str
    proposers: str
    units: str  # 主办：……；会办：……
    review_opinion: str
    distributing_opinion: str = ""
    leaders_instructions: str = ""
    grades: list[Tick] = field(default_factory=list)
    result: str = ""
    satisfaction: list[Tick] = field(default_factory=lambda: ticks(SATISFACTION))
    proposer_opinion: str = ""
    due: date | None = None
    dispatched: date | None = None
    requirements: list[str] = field(default_factory=list)

    def derived(self) -> dict[str, Any]:
        signed = "提案者签名：　　　　　　　　年　　月　　日"
        return {
            "heading": "提案转办单",
            "over": f"{self.committee}{self.session}",
            "under": f"提案编号：{self.number}",
            "rows": [
                row("案由", self.title),
                row("提案者", self.proposers),
                row("承办单位", self.units),
                row("提案委员会审查意见", self.review_opinion, lines=2),
                row("分处意见", self.distributing_opinion, lines=2),
                row("领导批示", self.leaders_instructions, lines=2),
                row("办理结果", self.result, boxes=self.grades, lines=3),
                row(
                    "提案者意见",
                    self.proposer_opinion,
                    boxes=self.satisfaction,
                    foot=signed,
                    lines=3,
                ),
                row("办结期限", chinese_date(self.due)),
                row("答复发出日期", chinese_date(self.dispatched)),
            ],
            "back_heading": "承办要求" if self.requirements else "",
            "back": [f"{n}.{text}" for n, text in enumerate(self.requirements, start=1)],
            "tail": "",
        }


@dataclass(frozen=True)
class FeedbackForm(Paper):
    """Opinion form (征询意见表): a proposer judges one unit's handling and one unit's reply."""

    kind: ClassVar[str] = "sheet"

    session: str
    number: str
    title: str
    proposer: str
    unit: str
    contact_means: list[Tick] = field(
        default_factory=lambda: ticks(("面谈", "座谈", "电话", "信函", "未联系"))
    )
    on_point: list[Tick] = field(
        default_factory=lambda: ticks(("针对性强", "基本有针对性", "无针对性"))
    )
    attitude: list[Tick] = field(default_factory=lambda: ticks(SATISFACTION))
    result: list[Tick] = field(default_factory=lambda: ticks(SATISFACTION))
    opinion: str = ""
    return_to: str = ""

    def derived(self) -> dict[str, Any]:
        return {
            "heading": "提案办理征询意见表",
            "over": self.session,
            "under": f"提案编号：{self.number}",
            "rows": [
                row("案由", self.title),
                row("提案者", self.proposer),
                row("承办单位", self.unit),
                row("办理中的联系方式", boxes=self.contact_means),
                row("答复是否有针对性", boxes=self.on_point),
                row("对办理态度", boxes=self.attitude),
                row("对办理结果", boxes=self.result),
                row(
                    "具体意见和建议",
                    self.opinion,
                    foot="提案者签名：　　　　　　　　年　　月　　日",
                    lines=7,
                ),
            ],
            "back_heading": "",
            "back": [],
            "tail": self.return_to,
        }


@dataclass(frozen=True)
class ExtensionRequest(Paper):
    """Request for more time (延期办理申请): asked before expiry, reasoned, approved."""

    kind: ClassVar[str] = "sheet"

    unit: str
    session: str
    number: str
    title: str
    due: date
    asked_until: date
    reason: str
    progress: str = ""
    contact: str = ""

    def derived(self) -> dict[str, Any]:
        stamp = "（单位盖章）　　　　年　　月　　日"
        return {
            "heading": "提案延期办理申请表",
            "over": self.session,
            "under": f"提案编号：{self.number}",
            "rows": [
                row("申请单位", self.unit),
                row("案由", self.title),
                row("原办结期限", chinese_date(self.due)),
                row("申请延期至", chinese_date(self.asked_until)),
                row("申请理由", self.reason, lines=5),
                row("目前进展", self.progress, foot=stamp, lines=4),
                row("交办机构意见", foot=stamp, lines=4),
                row("联系人及电话", self.contact),
            ],
            "back_heading": "",
            "back": [],
            "tail": "",
        }


@dataclass(frozen=True)
class ReturnRequest(Paper):
    """Request to return (申退): a unit says why it is not the one, and names a better one."""

    kind: ClassVar[str] = "sheet"

    unit: str
    session: str
    number: str
    title: str
    role: str  # 主办 or 会办
    reason: str
    suggested_unit: str
    basis: str = ""  # the provision on which the reason rests
    contact: str = ""
    date: date | None = None

    def derived(self) -> dict[str, Any]:
        stamp = "（单位盖章）　　　　年　　月　　日"
        dated = f"（单位盖章）　　{chinese_date(self.date)}" if self.date else stamp
        return {
            "heading": "提案申退单",
            "over": self.session,
            "under": f"提案编号：{self.number}",
            "rows": [
                row("申退单位", f"{self.unit}（{self.role}）" if self.role else self.unit),
                row("案由", self.title),
                row("申退理由", self.reason, lines=6),
                row("依据", self.basis, lines=2),
                row("建议改交单位", self.suggested_unit, foot=dated, lines=3),
                row("交办机构意见", foot=stamp, lines=4),
                row("联系人及电话", self.contact),
            ],
            "back_heading": "",
            "back": [],
            "tail": "",
        }
