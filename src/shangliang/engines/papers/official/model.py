"""What an official paper says, apart from how it looks.

One value of these types feeds both writers. ``context()`` gives the names an office may use in its
own Word template; it holds only text, numbers, lists and dictionaries, so that a template can read
nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from . import gbt9704

Level = Literal["body", "h1", "h2", "flat"]

# Characters that XML 1.0 cannot carry, and the marks that turn the reading direction.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x85\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_HEADING_1 = re.compile(r"^[一二三四五六七八九十百]+、")
_HEADING_2 = re.compile(r"^（[一二三四五六七八九十百]+）")
_LONGEST_HEADING = 40


def chinese_date(day: date | None) -> str:
    """2027年5月7日: Arabic figures without leading zeros (GB/T 9704-2012, 7.3.5)."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def clean(text: str) -> str:
    """The text without characters that no paper can carry; line ends become plain ones."""
    return _UNPRINTABLE.sub(
        "", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    )


@dataclass(frozen=True)
class Para:
    """One paragraph: body text (仿宋), "一、" (黑体), "（一）" (楷体), or flush left."""

    text: str
    level: Level = "body"


def paragraphs(text: str) -> list[Para]:
    """Typed text to paragraphs; a short line that begins "一、" or "（一）" is a heading."""
    found = []
    for line in (part.strip() for part in clean(text).split("\n")):
        short = len(line) <= _LONGEST_HEADING and not line.endswith(("。", "；"))
        if not line:
            continue
        if _HEADING_1.match(line) and short:
            found.append(Para(line, "h1"))
        elif _HEADING_2.match(line) and short:
            found.append(Para(line, "h2"))
        else:
            found.append(Para(line))
    return found


@dataclass(frozen=True)
class Tick:
    """A box on a form and whether it is ticked."""

    label: str
    checked: bool = False


@dataclass(frozen=True)
class Table:
    """A table of a report or a list: caption above, note below."""

    header: list[str]
    rows: list[list[str]]
    caption: str = ""
    note: str = ""


class Paper:
    """Any paper. ``kind`` names its template."""

    kind: ClassVar[str] = ""

    def context(self) -> dict[str, Any]:
        """Names and values for the templates."""
        values = {f.name: plain(getattr(self, f.name)) for f in fields(self)}  # type: ignore[arg-type]
        return values | plain(self.derived())

    def derived(self) -> dict[str, Any]:
        """Values computed from the fields."""
        return {}


def plain(value: Any) -> Any:
    """Typed content to text, numbers, lists and dictionaries, with unprintable characters gone."""
    if isinstance(value, Paper):
        return value.context()
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return chinese_date(value)
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return value
    return clean(str(value))


@dataclass(frozen=True)
class Letter(Paper):
    """Letter format (信函格式, GB/T 9704-2012, 10.1): replies, opinions, forwarding letters.

    ``grade_mark`` stands at the top right of page 1, for example "B　全文公开". ``title`` may be
    broken by hand with a line end. ``addressee`` is written without the colon. ``attachments``
    lists titles only.
    """

    kind: ClassVar[str] = "letter"

    issuer_mark: str
    number: str
    title: str
    addressee: str
    paragraphs: list[Para]
    issuer: str
    date: date | None
    contact: str = ""
    copies: list[str] = field(default_factory=list)
    grade_mark: str = ""
    has_seal: bool = True
    attachments: list[str] = field(default_factory=list)

    def derived(self) -> dict[str, Any]:
        name_in, day_in = gbt9704.signature_indents(
            self.issuer, chinese_date(self.date), sealed=self.has_seal
        )
        return {
            "mark_pt": gbt9704.mark_size_pt(self.issuer_mark),
            "issuer_indent": name_in,
            "date_indent": day_in,
            "copies_line": "，".join(self.copies) + "。" if self.copies else "",
            "attachment_lines": _attachment_lines(self.attachments),
        }


def _attachment_lines(titles: list[str]) -> list[str]:
    # 7.3.4: one attachment has no number; several are numbered; no full stop after the title.
    if len(titles) == 1:
        return [f"附件：{titles[0]}"]
    return [
        f"{'附件：' if place == 1 else '　　　'}{place}.{title}"
        for place, title in enumerate(titles, start=1)
    ]


@dataclass(frozen=True)
class Proposer:
    """One who proposes: a member or a body. Only what the committee prints is filled in."""

    name: str
    body: str = ""  # 界别、组别 or the organisation
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    contact: str = ""  # contact person of a collective proposer


@dataclass(frozen=True)
class ProposalPrint(Paper):
    """Proposal print (提案印件): the head, the form rows, then situation, analysis, suggestions.

    ``number`` reads like "0131"; ``class_number`` like "城乡建设类12号"; ``year`` is that of the
    numbering. ``remarks`` are further lines of the head table: (label, text).
    """

    kind: ClassVar[str] = "proposal"

    committee: str
    session: str
    year: int
    number: str
    class_number: str
    title: str
    proposers: list[Proposer]
    situation: str
    analysis: str
    asks: list[str]
    seconders: list[str] = field(default_factory=list)
    consent: str = ""
    units_suggested: list[str] = field(default_factory=list)
    review_opinion: str = ""
    received: date | None = None
    remarks: list[tuple[str, str]] = field(default_factory=list)

    def derived(self) -> dict[str, Any]:
        lead = self.proposers[0] if self.proposers else Proposer("")
        number = f"总编（{self.year}）第{self.number}号" if self.number else "未立案，尚无编号"
        rows = [
            ("案由", self.title),
            ("提案人", "\n".join(_with_body(p) for p in self.proposers)),
            ("联系人", lead.contact),
            ("通讯地址", lead.address),
            ("邮政编码", lead.postcode),
            ("联系电话", lead.phone),
            ("电子邮箱", lead.email),
            ("附议人", "、".join(self.seconders)),
            ("是否同意公开", self.consent),
            ("建议承办单位", "、".join(self.units_suggested)),
            ("审查意见", self.review_opinion),
            *self.remarks,
            ("收到日期", chinese_date(self.received)),
        ]
        return {
            "number_line": number,
            "rows": [{"label": label, "text": text} for label, text in rows if text],
            "parts": [
                {"heading": heading, "paragraphs": [p.text for p in paragraphs(text)]}
                for heading, text in (
                    ("一、情况", self.situation),
                    ("二、分析", self.analysis),
                    ("三、建议", "\n".join(numbered(self.asks))),
                )
                if text.strip()
            ],
        }


def _with_body(who: Proposer) -> str:
    return f"{who.name}（{who.body}）" if who.body else who.name


def numbered(asks: list[str]) -> list[str]:
    """Suggestions with "1." before each where there are several; a line end inside one is kept out."""
    texts = [" ".join(ask.split("\n")).strip() for ask in asks if ask.strip()]
    return texts if len(texts) == 1 else [f"{n}.{text}" for n, text in enumerate(texts, start=1)]
