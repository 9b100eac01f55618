"""The bulletin (简报, 社情民意, 专报): red masthead, issue number, issuer and day, red rule, items, foot.

No national standard fixes a bulletin; page, faces and grid are those of GB/T 9704-2012, the head and
foot are the field's own habit (docs/field.md 10.5).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from .model import Paper, Para, chinese_date


@dataclass(frozen=True)
class Bulletin(Paper):
    """One issue. ``total`` is the running number over the years; ``to`` who it is sent to."""

    kind: ClassVar[str] = "bulletin"

    masthead: str
    number: str
    issuer: str
    date: date | None
    title: str
    paragraphs: list[Para]
    total: str = ""
    to: list[str] = field(default_factory=list)
    editor: str = ""
    signer: str = ""

    def derived(self) -> dict[str, Any]:
        names = [("编辑", self.editor), ("签发", self.signer)]
        return {
            "number_line": f"{self.number}（{self.total}）" if self.total else self.number,
            "date_line": chinese_date(self.date) or "未印发",
            "to_line": "，".join(self.to) + "。" if self.to else "",
            "names_line": "　".join(f"{label}：{name}" for label, name in names if name),
        }
