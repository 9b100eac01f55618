"""Names stand as an office writes a list 按姓氏笔画为序."""

import pytest

from shangliang.actors.naming import keys_of
from shangliang.actors.strokes import FIRST_STROKE, stroke_order, strokes_and_radical

# Checked by hand against GB 13000.1 stroke order: (strokes, 横竖撇点折 = 1-5).
BY_HAND = {
    "丁": (2, 1), "刁": (2, 5), "马": (3, 5), "万": (3, 1), "王": (4, 1), "尹": (4, 5), "毛": (4, 3),
    "卞": (4, 4), "水": (4, 2), "邓": (4, 5), "石": (5, 1), "卢": (5, 2), "冯": (5, 4), "包": (5, 3),
    "司": (5, 5), "成": (6, 1), "吕": (6, 2), "朱": (6, 3), "牟": (6, 5), "江": (6, 4), "孙": (6, 5),
    "李": (7, 1), "吴": (7, 2), "何": (7, 3), "沈": (7, 4), "张": (7, 5), "幸": (8, 1), "岳": (8, 3),
    "罗": (8, 2), "林": (8, 1), "郑": (8, 4), "孟": (8, 5), "胡": (9, 1), "咸": (9, 1), "娄": (9, 4),
    "姚": (9, 5), "钟": (9, 3), "姜": (9, 4), "袁": (10, 1), "贾": (10, 1), "徐": (10, 3), "高": (10, 4),
    "黄": (11, 1), "崔": (11, 2), "梁": (11, 4), "屠": (11, 5), "彭": (12, 1), "景": (12, 2), "程": (12, 3),
    "曾": (12, 4), "雷": (13, 1), "路": (13, 2), "詹": (13, 3), "裴": (14, 2), "蔡": (14, 1), "谭": (14, 4),
    "熊": (14, 5), "樊": (15, 1), "黎": (15, 3), "潘": (15, 4), "薛": (16, 1), "冀": (16, 2), "穆": (16, 3),
    "戴": (17, 1), "魏": (17, 3), "瞿": (18, 2),
}  # fmt: skip


@pytest.mark.parametrize("char", BY_HAND)
def test_strokes_and_first_stroke_agree_with_the_hand_checked_list(char):
    strokes, first = BY_HAND[char]
    assert stroke_order(char)[:3] == f"{strokes:02d}{first}"


def test_no_character_begins_with_two_strokes_at_once():
    every = "".join(FIRST_STROKE.values())
    assert len(every) == len(set(every)) >= 400
    assert all(strokes_and_radical(c)[0] for c in every)


def test_a_list_is_in_the_order_an_office_would_write():
    names = [
        "欧阳䶮",
        "司马朔",
        "丁一",
        "王小北",
        "李在",
        "张望",
        "马原",
        "尹朗",
        "上官清",
        "诸葛宁",
    ]
    ordered = sorted(names, key=lambda n: keys_of(n)[0])
    assert ordered == [
        "丁一", "上官清", "马原", "王小北", "尹朗", "司马朔", "李在", "张望", "欧阳䶮", "诸葛宁",
    ]  # fmt: skip


def test_rare_characters_have_strokes_and_names_without_han_stand_last():
    assert keys_of("欧阳䶮")[0] < keys_of("Zhang")[0]
    assert strokes_and_radical("䶮")[0] > 0
    assert strokes_and_radical("𬱖")[0] > 0


def test_pinyin_and_initials_find_a_name():
    _, pinyin, initials = keys_of("林一舟")
    assert (pinyin, initials) == ("linyizhou", "lyz")
