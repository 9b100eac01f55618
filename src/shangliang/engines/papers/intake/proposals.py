"""A member's Word file, however written, split into title, situation, analysis and suggestions.

Nothing is lost: a line that finds no place goes to ``leftover``; what cannot be carried over is
named in ``dropped``. A person checks the result before it is handed in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from .asks import asks_of
from .proposal_words import (
    ASK_LEAD,
    DATE,
    META,
    TITLE,
    Part,
    compact,
    is_pure,
    label_of,
    part_of,
    unnumbered,
)
from .word_lines import Line, read_lines

_INLINE = re.compile(r"^([^：:。，]{2,14})[：:]\s*(\S.*)$")
_LONGEST_HEADING = 32


@dataclass(frozen=True)
class ProposalDraft:
    """What was read. ``asks`` holds one suggestion an item."""

    title: str
    situation: str
    analysis: str
    asks: list[str]
    leftover: str = ""
    dropped: list[str] = field(default_factory=list)


def read_proposal_docx(data: bytes) -> ProposalDraft:
    """Split a .docx into the parts of a proposal.

    Raises ``UploadRefused("broken")`` when the file cannot be opened. The file should have passed
    ``check_upload`` before.
    """
    found = read_lines(data)
    sorter = _Sorter()
    sorter.take(found.body)
    leftover = sorter.leftover + found.aside
    asks, lead = asks_of(sorter.parts["asks"])
    return ProposalDraft(
        title=sorter.title,
        situation=_text(sorter.parts["situation"]),
        analysis=_text(sorter.parts["analysis"]),
        asks=asks,
        leftover="\n".join(lead + leftover),
        dropped=found.dropped,
    )


def _text(lines: list[Line]) -> str:
    return "\n".join(line.text for line in lines)


class _Sorter:
    """Goes down the lines once and remembers which part is open."""

    def __init__(self) -> None:
        self.title = ""
        self.parts: dict[Part, list[Line]] = {"situation": [], "analysis": [], "asks": []}
        self.leftover: list[str] = []
        self.open: Part = "situation"
        self.headed = False  # a part's heading has been seen
        self.deep = ""  # kind of number of the headings that open parts

    def take(self, lines: list[Line]) -> None:
        for line in self._with_title(lines):
            if line.cells:
                self._row(line)
            else:
                self._line(line)

    # -- title ---------------------------------------------------------------------------------

    def _with_title(self, lines: list[Line]) -> list[Line]:
        """Find a title among the first lines; it may run over two lines."""
        if self.title or any(label_of(_first_cell(line)) == "title" for line in lines):
            return lines
        for place, line in enumerate(lines[:8]):
            following = lines[place + 1].text if place + 1 < len(lines) else ""
            text = compact(line.text)
            if line.cells or not text.startswith("关于"):
                continue
            if TITLE.match(text) or (len(text) <= 60 and text[-1] not in "。：:，；"):
                joined = text + compact(following)
                if not TITLE.match(text) and TITLE.match(joined):
                    self.title = joined
                    return lines[:place] + lines[place + 2 :]
                if TITLE.match(text) or place == 0 or line.marked:
                    self.title = text
                    return lines[:place] + lines[place + 1 :]
        return lines

    # -- table rows ----------------------------------------------------------------------------

    def _row(self, line: Line) -> None:
        cells = list(line.cells)
        labels = [label_of(" ".join(part.text for part in cell)) for cell in cells]
        if len(cells) == 1:
            self.take(list(cells[0]))  # a frame around the text, or a form's wide cell
            return
        if not labels[0]:
            self._put(Line(line.text))
            return
        place = 0
        while place < len(cells):
            label, name = labels[place], compact(" ".join(p.text for p in cells[place]))
            value = cells[place + 1] if place + 1 < len(cells) else ()
            self._field(label, name.strip("：:"), value)
            place += 2

    def _field(self, label: str, name: str, value: tuple[Line, ...]) -> None:
        text = " ".join(line.text for line in value)
        if label == "title" and not self.title:
            self.title = compact(text) if re.search(r"[\u4e00-\u9fff]", text) else text
        elif label == "content":
            self.take(list(value))
        elif label in ("situation", "analysis", "asks"):
            self.headed = True
            self.open = label  # type: ignore[assignment]
            for line in value:
                self._line(line, inside_field=True)
        elif name or text:
            self.leftover.append(f"{name}：{text}" if text else name)

    # -- lines ---------------------------------------------------------------------------------

    def _line(self, line: Line, *, inside_field: bool = False) -> None:
        if META.match(line.text) or DATE.match(compact(line.text)):
            self.leftover.append(line.text)
            return
        if not inside_field and self._opens(line):
            return
        if not self.headed and not self.parts["situation"] and self._is_letterhead(line.text):
            self.leftover.append(line.text)
            return
        self._put(line)

    def _opens(self, line: Line) -> bool:
        """Whether the line opens a part; then what it says beyond that is kept."""
        inline = _INLINE.match(line.text)
        kind, bare = unnumbered(line.text)
        if inline and not ASK_LEAD.match(line.text):
            label = label_of(unnumbered(inline.group(1))[1])
            if label == "title" and not self.title:
                self.title = compact(inline.group(2))
                return True
            if label == "content" or label in self.parts:
                self._start(label if label in self.parts else self.open, kind)
                self._line(Line(inline.group(2), listed=False))
                return True
        if ASK_LEAD.match(compact(line.text)):
            self._start("asks", kind)
            return True
        return self._opens_as_heading(line, kind, bare)

    def _opens_as_heading(self, line: Line, kind: str, bare: str) -> bool:
        name = compact(bare).strip("：:。【】[]（）()")
        if label_of(name) in ("title", "content"):
            self.headed = self.headed or label_of(name) == "content"
            return True
        part = part_of(name) if name else ""
        long = len(name) > _LONGEST_HEADING or bare.rstrip().endswith(("。", "；", "，"))
        pure = is_pure(line.text)
        if not part or (long and not pure):
            return False
        headed_line = line.marked or line.listed or bool(kind) or bare.endswith(("：", ":")) or pure
        if not headed_line or (self._is_item(kind, line) and not pure):
            return False
        self._start(part, kind)
        if not pure:
            self._put(Line(line.text))
        return True

    def _is_item(self, kind: str, line: Line) -> bool:
        """An item inside a part, numbered one level deeper than the headings that open parts."""
        if not self.headed:
            return kind not in ("", "一、", "（一）", "1.") and not line.marked
        return kind != self.deep or self.open == "asks"

    def _start(self, part: Part | Literal[""] | str, kind: str) -> None:
        if part in self.parts:
            self.open = part  # type: ignore[assignment]
        if not self.headed:
            self.deep = kind
        self.headed = True

    def _put(self, line: Line) -> None:
        self.parts[self.open].append(line)

    @staticmethod
    def _is_letterhead(text: str) -> bool:
        name = compact(text)
        return bool(
            re.fullmatch(
                r".{0,40}(?:会议|委员会|政协|大会)?.{0,8}(?:提案|提案表|提案纸|建议表|提案书)", name
            )
            and not name.startswith("关于")
        ) or bool(re.fullmatch(r"[（(].{1,30}[）)]", name))


def _first_cell(line: Line) -> str:
    return " ".join(part.text for part in line.cells[0]) if line.cells else ""
