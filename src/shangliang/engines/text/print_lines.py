"""The filled lines of a source and what their print tells: width, tears, indents, tables."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass

from .cleaning import cleaned_line, furniture, indent_of
from .columns import reading_order
from .figure_tables import grids_in
from .mapped import Mapped
from .markers import block_marker
from .people import is_date_line, is_name
from .source import Source


@dataclass(frozen=True)
class Piece:
    """One line, or one column of a line, in reading order."""

    line: int
    clean: Mapped
    indent: int
    blank_before: bool
    alone: bool = False


# A table of duties keeps its rows (read by ``duty_tables``).
TABLE_HEAD = re.compile(
    r"^序\s*号.*(?:任务|事项|内容|指标|措施|项目).*(?:牵头|责任|负责|承办|单位|部门)"
)


TABLE_ROW = re.compile(
    r"^\s*(?P<number>\d{1,3})[ \t\u3000]+(?P<task>\S.*\S)[ \t\u3000]+(?P<units>\S{2,60})\s*$"
)


def pieces_of(source: Source) -> list[Piece]:
    """The filled lines in reading order, without page furniture."""
    skipped = furniture(source)
    in_grid = {line for grid in grids_in(source) for line in (grid.head, *grid.rows)}
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
        alone = table or number in in_grid or _stands_alone(raw, blank)
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


def columns_of(text: str) -> float:
    """Width in full-width columns: Latin letters and digits are half as wide."""
    return sum(0.5 if ord(sign) < 0x2000 else 1.0 for sign in text)


def local_widths(widths: list[float], reach: int = 6) -> list[float]:
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


LONG = 60  # columns of two half-widths: wider lines are whole paragraphs, not wrapped print


def torn_lines(pieces: list[Piece], widths: list[float]) -> frozenset[int]:
    """Ranks of pieces that are the rest of one printed line.

    Some converters begin a new line after a narrow comma or stop; the parts then add up to exactly
    one line's width.
    """
    torn: set[int] = set()
    rank = 0
    while rank < len(pieces) - 1:
        width = widths[rank]
        total = columns_of(pieces[rank].clean.text)
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
            if opens_new(text) or HEADER.match(text) or pieces[after].indent >= 2:
                break
            total += columns_of(text)
            parts.append(after)
        if len(parts) > 1 and abs(total - width) <= 1.3:
            torn.update(parts[1:])
            rank = parts[-1]
        else:
            rank += 1
    # One such place may be chance; a converter that tears lines does it all through a paper.
    return frozenset(torn) if len(torn) >= 3 else frozenset()


HEADER = re.compile(
    r"^(?:第[一二三四五六七八九十]{1,3}篇|[【〔]?篇[一二三四五六七八九十]{1,3}|(?:范文|例文|发言稿?|讲话稿?)[一二三四五六七八九十\d]{1,3}[：:】]|附件?\s*\d{0,2}[：:]?$|附件\s*\d{0,2}[：:])"
)


_SALUTED = r"(?:各位|同志们|同志|女士们|先生们|朋友们|委员们|代表们|乡亲们|青年朋友|老师们)"


GREETING = re.compile(
    rf"^(?:尊敬的)?(?:{_SALUTED}[^。；]{{0,40}}[：:！!]|[\u4e00-\u9fff]{{1,8}}(?:主席|书记|主任|领导)，?{_SALUTED}[^。；]{{0,30}}[：:！!]|{_SALUTED}[^。；，]{{0,8}})$"
)


def opens_new(text: str) -> bool:
    marker = block_marker(text)
    return marker is not None and marker.style != "circle"


def set_in(pieces: list[Piece]) -> bool:
    """Whether this text marks its paragraphs by setting the first line in."""
    if len(pieces) < 4:
        return False
    inward = [piece.indent >= 2 for piece in pieces]
    changes = sum(a and not b for a, b in zip(inward, inward[1:], strict=False))
    return changes >= 3 and 0.03 <= sum(inward) / len(inward) <= 0.6
