"""Hard-wrapped lines become paragraphs again.

A blank line does not end a paragraph and a line end does not begin one: what counts is whether the
line was full, whether its sentence had ended, and what the next line opens with.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import deque
from dataclasses import dataclass

from .cleaning import cleaned_line, furniture, indent_of
from .columns import reading_order
from .formulas import CLOSING, OPENING
from .mapped import Mapped, joined
from .markers import block_marker, opens_with_said
from .people import is_date_line, is_name
from .source import Source

_STOPS = "。！？!?…"
_CLOSERS = "”’」』）)】》〉〕\"'"
_OPENERS = "“‘「『（(【《〈〔"
_PAIRS = dict(zip("”’」』）)】》〉〕", "“‘「『（(【《〈〔", strict=True))
_COMMAS = "，、,"
LONG = 60  # columns of two half-widths: wider lines are whole paragraphs, not wrapped print
# A table of duties keeps its rows (read by ``duty_tables``).
TABLE_HEAD = re.compile(
    r"^序\s*号.*(?:任务|事项|内容|指标|措施|项目).*(?:牵头|责任|负责|承办|单位|部门)"
)
TABLE_ROW = re.compile(
    r"^\s*(?P<number>\d{1,3})[ \t\u3000]+(?P<task>\S.*\S)[ \t\u3000]+(?P<units>\S{2,60})\s*$"
)
_HEADER = re.compile(
    r"^(?:第[一二三四五六七八九十]{1,3}篇|[【〔]?篇[一二三四五六七八九十]{1,3}|(?:范文|例文|发言稿?|讲话稿?)[一二三四五六七八九十\d]{1,3}[：:】]|附件?\s*\d{0,2}[：:]?$|附件\s*\d{0,2}[：:])"
)
_SALUTED = r"(?:各位|同志们|同志|女士们|先生们|朋友们|委员们|代表们|乡亲们|青年朋友|老师们)"
GREETING = re.compile(
    rf"^(?:尊敬的)?(?:{_SALUTED}[^。；]{{0,40}}[：:！!]|[\u4e00-\u9fff]{{1,8}}(?:主席|书记|主任|领导)，?{_SALUTED}[^。；]{{0,30}}[：:！!]|{_SALUTED}[^。；，]{{0,8}})$"
)
# What a paragraph of text begins with rather than the second line of a heading.
_BEGINS_TEXT = re.compile(
    r"^(?:当前|目前|过去|近年|今年|去年|一年来|上半年|首先|必须|\d{4}年|我们|各级|按照|围绕|对照|坚持|全[市县区省]|同志们|要(?![求素点]))"
)


@dataclass(frozen=True)
class Piece:
    """One line, or one column of a line, in reading order."""

    line: int
    clean: Mapped
    indent: int
    blank_before: bool
    alone: bool = False


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


def pieces_of(source: Source) -> list[Piece]:
    """The filled lines in reading order, without page furniture."""
    skipped = furniture(source)
    pieces: list[Piece] = []
    blank = table = False
    for number, start, end in reading_order(source):
        raw = source.lines[number]
        if number in skipped:
            continue
        clean = cleaned_line(source, number, start, end)
        if not clean.text:
            blank = True
            continue
        short = len(raw) <= 400
        table = short and bool(TABLE_HEAD.match(raw.strip()) or (table and TABLE_ROW.match(raw)))
        alone = table or _stands_alone(raw, blank)
        pieces.append(Piece(number, clean, indent_of(raw) if start == 0 else 0, blank, alone))
        blank = False
    return pieces


def _stands_alone(raw: str, blank_before: bool) -> bool:
    """A parallel title ("四字四字 四字四字") or, after a blank line, a person's name."""
    line = raw.strip(" \t\u3000\f")
    if blank_before and is_name(line):
        return True
    phrases = re.split(r"[ \u3000]+", line)
    return len(phrases) > 1 and all(re.fullmatch(r"[\u4e00-\u9fff“”]{4,}", p) for p in phrases)


def paragraphs_of(source: Source) -> list[Paragraph]:
    """The paragraphs of a source, in reading order."""
    pieces = pieces_of(source)
    widths = _local_widths([_columns(piece.clean.text) for piece in pieces])
    by_indent = _set_in(pieces)
    torn = _torn_lines(pieces, widths)
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


def _columns(text: str) -> float:
    """Width in full-width columns: Latin letters and digits are half as wide."""
    return sum(0.5 if ord(sign) < 0x2000 else 1.0 for sign in text)


def _local_widths(widths: list[float], reach: int = 6) -> list[float]:
    """For each line the width of the print around it: the third largest, as titles stand out.

    Where no three lines share a width nothing is wrapped there, and the width is infinite.
    """
    out: list[float] = []
    window = sorted(widths[:reach])
    for here in range(len(widths)):
        if here + reach < len(widths):
            insort(window, widths[here + reach])
        if here > reach:
            del window[bisect_left(window, widths[here - reach - 1])]
        width = window[-3] if len(window) > 3 else window[-1]
        alike = bisect_right(window, width + 2.5) - bisect_left(window, width - 2.5)
        out.append(width if alike >= 3 else float("inf"))
    return out


def _torn_lines(pieces: list[Piece], widths: list[float]) -> frozenset[int]:
    """Ranks of pieces that are the rest of one printed line.

    Some converters begin a new line after a narrow comma or stop; the parts then add up to exactly
    one line's width.
    """
    torn: set[int] = set()
    rank = 0
    while rank < len(pieces) - 1:
        width = widths[rank]
        total = _columns(pieces[rank].clean.text)
        parts = [rank]
        while width <= LONG and total < width - 1.5 and parts[-1] + 1 < len(pieces):
            after = parts[-1] + 1
            text = pieces[after].clean.text
            if (
                pieces[after - 1].clean.text[-1] not in "，。、；：）”》,;"
                or pieces[after].blank_before
            ):
                break
            if GREETING.match(text) or is_date_line(pieces[after - 1].clean.text):
                break
            if _opens_new(text) or _HEADER.match(text) or pieces[after].indent >= 2:
                break
            total += _columns(text)
            parts.append(after)
        if len(parts) > 1 and abs(total - width) <= 1.3:
            torn.update(parts[1:])
            rank = parts[-1]
        else:
            rank += 1
    # One such place may be chance; a converter that tears lines does it all through a paper.
    return frozenset(torn) if len(torn) >= 3 else frozenset()


def _set_in(pieces: list[Piece]) -> bool:
    """Whether this text marks its paragraphs by setting the first line in."""
    if len(pieces) < 4:
        return False
    inward = [piece.indent >= 2 for piece in pieces]
    changes = sum(a and not b for a, b in zip(inward, inward[1:], strict=False))
    return changes >= 3 and 0.03 <= sum(inward) / len(inward) <= 0.6


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
    full = wrapped and _columns(a) >= width - 1.5
    if b[0] in "，。、；：！？）》”’】〕」』" and not (ended and b[0] in "”’"):
        return True
    if group.signs.waits() and not ended:
        return True
    if before.alone and not piece.alone and wrapped and abs(_columns(a) - width) <= 3.5:
        # A parallel title that filled its line goes on in the next.
        return len(a) > 8 and _columns(b) < width and not re.search("[，。；！？：]", b)
    if piece.alone or before.alone:
        return False
    if (is_date_line(b) and _columns(b) < 0.8 * width) or is_date_line(a):
        return False
    if _HEADER.match(b) or _HEADER.match(a) or GREETING.match(a) or GREETING.match(b):
        return False
    if by_indent and piece.indent >= 2 and before.indent < 2 and (ended or not full):
        return False
    if is_name(b) or (ended and CLOSING.search(a[-60:]) and OPENING.match(b)):
        return False
    if ended:
        return (
            full
            and not _opens_new(b)
            and not piece.blank_before
            and not (by_indent and piece.indent >= 2)
        )
    if _opens_new(b):
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


def _opens_new(text: str) -> bool:
    marker = block_marker(text)
    return marker is not None and marker.style != "circle"


def _runs_on(a: str, b: str, group: _Group, width: float, wrapped: bool) -> bool:
    """A line without any stop at its end: run-on if it was full, a heading or title if short."""
    count, marked, prose = len(group.pieces), group.marked, group.prose
    if not prose and _is_title("".join(piece.clean.text for piece in group.pieces[-3:])):
        return False
    if wrapped:
        if _columns(a) > 1.35 * width:  # a title, wider than the print below it
            return False
        if prose:
            return True
        if marked and count == 1 and _BEGINS_TEXT.match(b):
            return False
        return _columns(a) >= (0.66 if count > 1 else 0.8) * width
    heading = count == 1 and marked and not prose
    if heading and _columns(a) <= LONG * 1.3:
        return False
    if opens_with_said(group.first) or ("，" in a and not heading and _columns(a) >= 16):
        return True
    return _columns(a) >= 40


_TITLE_END = re.compile(
    r"(?:汇报|总结|摘要|体会|提纲|倡议书|通知|意见|方案|办法|报告|讲话|发言|致辞|计划|要点|规划|清单|细则|规定|决定|公告|通报|文件|号)(?:[（(〔][^（）()]{0,30}[）)〕])?$"
)
_ADDRESSEES = re.compile(
    r"^(?!.*(?:牵头|责任|承办|协商|发布|主办)).*(?:单位|部门|政府|委员会|机构|联席会议|办公室|办事处|委员|代表|同志)[：:]$"
)


def _is_title(text: str) -> bool:
    return len(text) <= 90 and not re.search("[，。；！？]", text) and bool(_TITLE_END.search(text))
