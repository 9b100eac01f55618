"""Hard-wrapped lines become paragraphs again.

A blank line does not end a paragraph and a line end does not begin one: what counts is whether the
line was full, whether its sentence had ended, and what the next line opens with.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from .formulas import CLOSING, OPENING
from .mapped import Mapped, joined
from .markers import block_marker, opens_with_said
from .people import is_date_line, is_name
from .print_lines import (
    GREETING,
    HEADER,
    LONG,
    Piece,
    columns_of,
    local_widths,
    opens_new,
    pieces_of,
    set_in,
    torn_lines,
)
from .printed_duties import LABEL, PERSON
from .source import Source

_STOPS = "。！？!?…"
_CLOSERS = "”’」』）)】》〉〕\"'"
_OPENERS = "“‘「『（(【《〈〔"
_PAIRS = dict(zip("”’」』）)】》〉〕", "“‘「『（(【《〈〔", strict=True))
_COMMAS = "，、,"
# What a paragraph of text begins with rather than the second line of a heading.
_BEGINS_TEXT = re.compile(
    r"^(?:当前|目前|过去|近年|今年|去年|一年来|上半年|首先|必须|\d{4}年|我们|各级|按照|围绕|对照|坚持|全[市县区省]|同志们|要(?![求素点]))"
)


@dataclass(frozen=True)
class Paragraph:
    """Joined pieces; ``words`` keeps the place of every character."""

    words: Mapped
    first: int
    last: int
    blank_before: bool = False
    indented: bool = False

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.words.text


def paragraphs_of(source: Source) -> list[Paragraph]:
    """The paragraphs of a source, in reading order."""
    pieces = pieces_of(source)
    widths = local_widths([columns_of(piece.clean.text) for piece in pieces])
    by_indent = set_in(pieces)
    torn = torn_lines(pieces, widths)
    groups: list[_Group] = []
    for rank, piece in enumerate(pieces):
        if (
            rank in torn
            and not piece.alone
            or rank
            and _continues(pieces[rank - 1], piece, widths[rank - 1], groups[-1], by_indent)
        ):
            groups[-1].add(piece)
        else:
            groups.append(_Group(piece))
    return [
        Paragraph(
            joined(source, (piece.clean for piece in group.pieces)),
            group.pieces[0].line + 1,
            max(piece.line for piece in group.pieces) + 1,
            group.pieces[0].blank_before,
            group.pieces[0].indent > 0,
        )
        for group in groups
    ]


class _Group:
    """The pieces of a paragraph so far, and what one must know of them to add another."""

    def __init__(self, piece: Piece) -> None:
        self.pieces: list[Piece] = []
        self.first = piece.clean.text
        self.marked = block_marker(self.first) is not None
        self.prose = False
        self.signs = _Brackets()
        self.add(piece)

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.signs.read(piece.clean.text)
        stops = "[。；！？]" if self.marked else "[，。；！？]"
        self.prose = self.prose or bool(re.search(stops, piece.clean.text))


class _Brackets:
    """Which opening signs of the present paragraph still wait for their partner."""

    def __init__(self) -> None:
        self._open: deque[tuple[str, int]] = deque(maxlen=64)
        self._read = 0

    def read(self, text: str) -> None:
        for sign in text:
            self._read += 1
            if sign in _OPENERS:
                self._open.append((sign.replace("(", "（"), self._read))
            elif sign in _PAIRS and self._open:
                wanted = _PAIRS[sign].replace("(", "（")
                for rank in range(len(self._open) - 1, -1, -1):
                    if self._open[rank][0] == wanted:
                        while len(self._open) > rank:
                            self._open.pop()
                        break

    def waits(self) -> bool:
        """Whether a sign opened within the last 120 characters is still open."""
        return bool(self._open) and self._read - self._open[-1][1] <= 120


def _continues(
    before: Piece,
    piece: Piece,
    width: float,
    group: _Group,
    by_indent: bool,
) -> bool:
    """Whether ``piece`` goes on with the paragraph that ends in ``before``."""
    a, b = before.clean.text, piece.clean.text
    first = group.first
    bare = a.rstrip(_CLOSERS)
    ended = bool(bare) and bare[-1] in _STOPS
    wrapped = width <= LONG
    full = wrapped and columns_of(a) >= width - 1.5
    if b[0] in "，。、；：！？）》”’】〕」』" and not (ended and b[0] in "”’"):
        return True
    if group.signs.waits() and not ended:
        return True
    filled = wrapped and abs(columns_of(a) - width) <= 3.5
    if before.alone and not piece.alone and filled and not opens_new(b):
        # A parallel title that filled its line goes on in the next.
        return len(a) > 8 and columns_of(b) < width and not re.search("[，。；！？：]", b)
    if piece.alone or before.alone:
        return False
    if (is_date_line(b) and columns_of(b) < 0.8 * width) or is_date_line(a):
        return False
    if HEADER.match(b) or HEADER.match(a) or GREETING.match(a) or GREETING.match(b):
        return False
    if by_indent and piece.indent >= 2 and before.indent < 2 and (ended or not full):
        return False
    if is_name(b) or (ended and CLOSING.search(a[-60:]) and OPENING.match(b)):
        return False
    if ended:
        return (
            full
            and not opens_new(b)
            and not (LABEL.match(b) and abs(columns_of(a) - columns_of(b)) > 1.5)
            and not piece.blank_before
            and not (by_indent and piece.indent >= 2)
        )
    if PERSON.match(b) or (PERSON.match(a) and LABEL.match(b)):
        return False
    if opens_new(b) or (LABEL.match(b) and not (full and not LABEL.match(first))):
        return False
    if a[-1] in _COMMAS or a[-1] in _OPENERS:
        return True
    if a[-1] in "；;":
        return full or not (block_marker(first) or opens_with_said(b) or opens_with_said(first))
    if a[-1] in "：:":
        if len(group.pieces) == 1 and _ADDRESSEES.match(a):
            return False
        return full and not piece.blank_before
    return _runs_on(a, b, group, width, wrapped)


def _runs_on(a: str, b: str, group: _Group, width: float, wrapped: bool) -> bool:
    """A line without any stop at its end: run-on if it was full, a heading or title if short."""
    count, marked, prose = len(group.pieces), group.marked, group.prose
    if not prose and _is_title("".join(piece.clean.text for piece in group.pieces[-3:])):
        return False
    if wrapped:
        if columns_of(a) > 1.35 * width:  # a title, wider than the print below it
            return False
        if prose:
            return True
        if marked and count == 1 and _BEGINS_TEXT.match(b):
            return False
        return columns_of(a) >= (0.66 if count > 1 else 0.8) * width
    heading = count == 1 and marked and not prose
    if heading and columns_of(a) <= LONG * 1.3:
        return False
    if opens_with_said(group.first) or ("，" in a and not heading and columns_of(a) >= 16):
        return True
    return columns_of(a) >= 40


_TITLE_END = re.compile(
    r"(?:汇报|总结|摘要|体会|提纲|倡议书|通知|意见|方案|办法|报告|讲话|发言|致辞|计划|要点|规划|清单|细则|规定|决定|公告|通报|文件|号)(?:[（(〔][^（）()]{0,30}[）)〕])?$"
)
_ADDRESSEES = re.compile(
    r"^(?!.*(?:牵头|责任|承办|协商|发布|主办)).*(?:单位|部门|政府|委员会|机构|联席会议|办公室|办事处|委员|代表|同志)[：:]$"
)


def _is_title(text: str) -> bool:
    return len(text) <= 90 and not re.search("[，。；！？]", text) and bool(_TITLE_END.search(text))
