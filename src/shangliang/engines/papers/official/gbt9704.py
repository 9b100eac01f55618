"""The numbers of GB/T 9704-2012 (党政机关公文格式) that every paper of ours obeys.

Lengths are in millimetres, type in points. Both writers (Word and PDF) take them from here, so a
printed page and a Word file cannot drift apart.
"""

from __future__ import annotations

# 5.2.1 幅面 and 5.2.2 版面: A4; 天头 37 mm, 订口 28 mm, 版心 156 x 225 mm.
PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210.0, 297.0
TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM = 37.0, 35.0, 28.0, 26.0
TEXT_WIDTH_MM, TEXT_HEIGHT_MM = 156.0, 225.0

# 5.2.3 字体和字号 and 5.2.4 行数和字数: 3 号仿宋, 22 lines of 28 characters.
LINES_PER_PAGE, CHARS_PER_LINE = 22, 28
BODY_PT = 16.0  # 三号
TITLE_PT = 22.0  # 二号
SMALL_PT = 14.0  # 四号: 版记, page numbers
TABLE_PT = 12.0  # 小四: cells of wide tables, a habit of the field, not of the standard

PT_PER_MM = 72 / 25.4
CELL_PT = TEXT_WIDTH_MM * PT_PER_MM / CHARS_PER_LINE  # 15.79: one character with its share of space
LINE_PT = TEXT_HEIGHT_MM * PT_PER_MM / LINES_PER_PAGE  # 28.99: one line with its share of space

# 7.5 页码: 4 号 Song, 7 mm below the text block, odd pages right, even pages left, one character in.
PAGE_NUMBER_BELOW_MM = 7.0

# 10.1 信函格式: the mark's top edge at 30 mm, a double rule 4 mm under it (thick over thin), another
# 20 mm above the page's foot (thin over thick), both 170 mm and centred.
LETTER_MARK_TOP_MM = 30.0
LETTER_RULE_UNDER_MARK_MM = 4.0
LETTER_RULE_FOOT_MM = 20.0
LETTER_RULE_WIDTH_MM = 170.0
RED = "C8161D"

# Faces as the standard and the offices' machines name them.
SONG_TITLE = "方正小标宋简体"
FANGSONG = "仿宋_GB2312"
KAITI = "楷体_GB2312"
HEITI = "黑体"
SONGTI = "宋体"
STANDARD_FACES = (SONG_TITLE, FANGSONG, KAITI, HEITI, SONGTI)


def mark_size_pt(text: str) -> float:
    """Size of a letter's red mark: 33 pt, or smaller where the issuer's name fills the rule."""
    room = LETTER_RULE_WIDTH_MM * PT_PER_MM * 0.94
    return round(min(33.0, room / max(1.0, em_width(text)) / 1.06) * 2) / 2


def em_width(text: str) -> float:
    """Width in characters: ASCII counts half, everything else one."""
    return sum(0.5 if ord(c) < 0x2000 else 1.0 for c in text)


def signature_indents(issuer: str, day: str, *, sealed: bool) -> tuple[float, float]:
    """Right indents of issuer and date, in characters.

    7.3.5.1 sealed: the date ends 4 characters from the right and the issuer is centred over it.
    7.3.5.2 unsealed: the issuer ends 2 characters from the right and the date begins 2 characters
    further right than the issuer; a date longer than that ends 2 characters from the right.
    """
    name, date_ = em_width(issuer), em_width(day)
    if sealed:
        return max(0.0, 4 - (name - date_) / 2), 4.0
    if name - date_ >= 2:
        return 2.0, name - date_
    return 4 + date_ - name, 2.0
