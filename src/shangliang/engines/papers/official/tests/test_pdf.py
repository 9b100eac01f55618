"""PDF papers carry the numbers of GB/T 9704-2012."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from shangliang.engines.papers.official import AssignmentList, paragraphs, to_pdf
from shangliang.engines.papers.official.tests.samples import RARE, letter, papers, proposal
from shangliang.engines.papers.official.tests.test_word import HOSTILE

ALL = papers()
MM = 72 / 25.4
LONG = "示例市政协委员到社区走访听取居民对公共服务的意见建议" * 60  # no digits, no punctuation


class Sheet:
    """One page: its characters with boxes in millimetres from the top left, and its filled boxes."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.width, self.height = (length / MM for length in page.get_size())
        text = page.get_textpage()
        self.text = text.get_text_range()
        self.characters = []
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place, loose=False)
            character = chr(raw.FPDFText_GetUnicode(text, place))
            if right > left:
                size = raw.FPDFText_GetFontSize(text, place)
                self.characters.append(
                    (
                        character,
                        left / MM,
                        self.height - top / MM,
                        right / MM,
                        self.height - bottom / MM,
                        size,
                    )
                )
        self.boxes = []
        for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = thing.get_bounds()
            self.boxes.append(
                (left / MM, self.height - top / MM, right / MM, self.height - bottom / MM)
            )

    def lines(self, size: float) -> list[str]:
        """Text lines of one type size, top to bottom."""
        rows = defaultdict(list)
        for character, left, top, _, bottom, points in self.characters:
            if points == pytest.approx(size, abs=0.1):
                rows[round((top + bottom) / 2 / 5)].append((left, character))
        return ["".join(c for _, c in sorted(rows[key])) for key in sorted(rows)]


def sheets(paper) -> list[Sheet]:
    with pdfium.PdfDocument(to_pdf(paper)) as document:
        return [Sheet(page) for page in document]


def baseline_rows(sheet: Sheet) -> list[list[tuple]]:
    """Body lines by the standard's pitch, counted from the top of the text block."""
    rows = defaultdict(list)
    for character in sheet.characters:
        if character[5] == pytest.approx(16, abs=0.1):
            rows[int((character[2] + 0.6 - 37) / (225 / 22))].append(character)
    return [rows[key] for key in sorted(rows)]


@pytest.mark.parametrize("kind", ALL)
def test_every_page_is_a4_and_text_stays_in_its_block(kind):
    for number, sheet in enumerate(sheets(ALL[kind]), start=1):
        assert (round(sheet.width), round(sheet.height)) == (210, 297)
        letter_head = number == 1 and kind in ("letter", "assignment")
        for character, left, top, right, bottom, _ in sheet.characters:
            is_number = top > 262
            if letter_head and top < 47 or is_number:
                continue
            assert left > 28 - 0.3, character
            assert right < 184 + 0.3, character
            assert top > 37 - 0.3, character
            assert bottom < 262 + 0.6, character


def test_a_full_page_has_22_lines_of_28_characters():
    second = sheets(letter(LONG))[1]
    rows = baseline_rows(second)
    assert len(rows) == 22
    assert {len(row) for row in rows} == {28}
    last = rows[-1]
    assert min(c[1] for c in last) == pytest.approx(28, abs=0.6)
    assert max(c[3] for c in last) == pytest.approx(184, abs=0.8)


def test_the_body_is_16_points_and_the_title_22():
    sizes = {round(c[5], 1) for c in sheets(letter())[0].characters}
    assert {16.0, 22.0, 33.0} <= sizes


def test_a_letter_has_no_number_on_page_1_and_2_stands_left():
    first, second = sheets(letter(LONG[:900]))[:2]
    assert "— 1 —" not in first.text
    below = [c for c in second.characters if c[2] > 262]
    assert "".join(c[0] for c in below) in ("—2—", "— 2 —")
    assert min(c[1] for c in below) == pytest.approx(28 + 14 / MM, abs=0.7)
    assert min(c[5] for c in below) == pytest.approx(14, abs=0.1)
    # 7 mm below the text block.
    assert min(c[2] for c in below if c[0] == "2") == pytest.approx(262 + 7, abs=1.5)


def test_odd_numbers_stand_right():
    first = sheets(proposal())[0]
    below = [c for c in first.characters if c[2] > 262]
    assert max(c[3] for c in below) == pytest.approx(184 - 14 / MM, abs=0.7)


def test_the_letters_rules_are_170_mm_thick_over_thin_and_thin_over_thick():
    first, *rest = sheets(letter(LONG[:900]))
    rules = sorted((top, bottom) for left, top, right, bottom in first.boxes if right - left > 160)
    assert len(rules) == 4
    for left, _, right, _ in first.boxes:
        if right - left > 160:
            assert (left, right) == pytest.approx((20, 190), abs=0.1)
    thick = [bottom - top for top, bottom in rules]
    assert thick[0] > thick[1]
    assert thick[2] < thick[3]
    mark_bottom = 30 + 33 / MM
    assert rules[0][0] == pytest.approx(mark_bottom + 4, abs=0.3)
    assert rules[3][1] == pytest.approx(297 - 20, abs=0.2)
    assert not [box for sheet in rest for box in sheet.boxes if box[2] - box[0] > 160]


def test_the_mark_begins_30_mm_down_and_is_centred():
    mark = [c for c in sheets(letter())[0].characters if c[5] > 30]
    assert min(c[2] for c in mark) == pytest.approx(30, abs=1.5)
    assert (min(c[1] for c in mark) + max(c[3] for c in mark)) / 2 == pytest.approx(105, abs=1.5)


def test_the_document_number_ends_at_the_right_edge_under_the_rule():
    number = [c for c in sheets(letter())[0].characters if 50 < c[2] < 60]
    assert "".join(c[0] for c in sorted(number, key=lambda c: c[1])) == "示城函〔2027〕41号"
    assert max(c[3] for c in number) == pytest.approx(184, abs=0.8)


def test_date_ends_4_characters_in_when_sealed():
    last = sheets(letter())[-1]
    row = [c for c in last.characters if c[0] == "日" and c[5] == pytest.approx(16, abs=0.1)]
    assert max(row, key=lambda c: c[2])[3] == pytest.approx(184 - 4 * 156 / 28, abs=1.2)


@pytest.mark.parametrize("count", range(100, 700, 30))
def test_the_signature_never_stands_on_a_page_alone(count):
    last = sheets(letter(LONG[:count], contact="", copies=[]))[-1]
    assert len(baseline_rows(last)) > 2


def test_the_copies_stand_at_the_foot_of_the_last_page():
    last = sheets(letter())[-1]
    copies = [c for c in last.characters if c[5] == pytest.approx(14, abs=0.1) and c[2] < 262]
    assert "".join(c[0] for c in copies).startswith("抄送：市政府办公室")
    assert max(c[4] for c in copies) == pytest.approx(262, abs=1.5)


def test_rare_characters_are_in_the_text():
    text = "".join(sheet.text for sheet in sheets(letter()))
    assert all(character in text for character in RARE)


def test_hostile_text_is_only_text():
    found = sheets(
        letter(HOSTILE, title=HOSTILE, addressee=HOSTILE, number=HOSTILE, copies=[HOSTILE])
    )
    text = "".join("".join(sheet.text.split()) for sheet in found)
    assert text.count("<script>alert(1)</script>{{7*7}}") == 5
    assert "49" not in text
    markup = (
        '#set page(width: 1cm) $x$ *b* _i_ `r` \\ @label <a> = head\n- item\n#read("/etc/passwd")'
    )
    shown = "".join("".join(s.text.split()) for s in sheets(letter(markup)))
    assert "".join(["#setpage(width:1cm)$x$*b*_i_`r`\\@label<a>=head"]) in shown
    assert '#read("/etc/passwd")' in shown


def test_the_same_content_gives_the_same_bytes():
    assert to_pdf(letter()) == to_pdf(letter())


def test_a_form_ticks_the_chosen_box_and_prints_its_back():
    front, back = sheets(ALL["transfer"])
    assert front.text.count("√") == 1
    assert "承办要求" in back.text
    assert "1.不属于本单位职责的" in "".join(back.text.split())


def test_a_long_list_repeats_its_head_on_each_page():
    pages = sheets(ALL["assignment"])
    assert len(pages) >= 3
    assert all("主办单位" in "".join(page.text.split()) for page in pages[1:])


def test_an_empty_letter_and_an_empty_list_still_print():
    bare = letter("", addressee="", number="", contact="", copies=[], grade_mark="", date=None)
    assert len(sheets(bare)) == 1
    assert len(sheets(AssignmentList(bare, "表", []))) == 2


def test_a_very_long_cell_runs_on_to_the_next_page():
    found = sheets(proposal(review_opinion="意见" * 1500, received=date(2027, 1, 1)))
    assert sum(sheet.text.count("意") for sheet in found) >= 1500


def test_paragraphs_of_every_level_print_once():
    text = "".join("".join(s.text.split()) for s in sheets(letter("一、甲乙\n（一）丙丁\n戊己。")))
    for part in ("一、甲乙", "（一）丙丁", "戊己。"):
        assert text.count(part) == 1
    assert paragraphs("") == []


@pytest.mark.parametrize("count", range(290, 420, 13))
def test_a_long_last_paragraph_that_is_parted_loses_nothing(count):
    text = ("2027年，示例市（含各区）共走访15个社区；“听取意见”、“当场答复”。" * 30)[
        :count
    ] + "止。"
    shown = "".join("".join(sheet.text.split()) for sheet in sheets(letter(text)))
    assert text.replace(" ", "") in shown
