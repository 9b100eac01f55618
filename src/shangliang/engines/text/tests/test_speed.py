"""Linear time, on long papers and on hostile ones."""

import time

import pytest

from shangliang.engines.text import read_text

PARAGRAPH = (
    "（{n}）推进第{n}项工作。上半年全市固定资产投资增长{n}.3%，其中青禾县-1.2%、白沙县2.4%。市发改委要会同市财政局，"
    "于9月底前拨付资金{n}.5亿元，项目储备不足的县（市、区）要抓紧研究制定措施。希望大家高度重视，认真落实。\n"
)


def report(length):
    text = "".join(PARAGRAPH.format(n=n % 19 + 1) for n in range(length // 100 + 1))
    return text[:length]


def took(text):
    """Seconds of processor; what others do on the machine does not count."""
    begin = time.process_time()
    read_text(text)
    return time.process_time() - begin


def test_a_long_report_is_read_at_once():
    assert took(report(40_000)) < 10


@pytest.mark.slow
def test_a_megabyte_is_read_within_twenty_seconds():
    text = report(350_000)
    assert len(text.encode()) > 900_000
    assert took(text) < 20


HOSTILE = [
    "1" * 8_000, "（" * 8_000, "“" * 8_000, "一是" * 4_000, "一、" * 4_000, "xx\n" * 4_000, "示范区-1.2%、" * 1_500, " " * 20_000,
    "－\n" * 5_000, "a" * 8_000, "第一，" * 3_000, "2024年" * 2_500, "市" * 8_000, "（责任单位：" * 1_500, "张三\n\n" * 2_000,
    "同志们：\n" * 2_000, "省委政府市县局" * 1_200, "县（市、区）" * 1_500, "3.7亿元、" * 1_500, "甲  —\n" * 3_000, "镇\t项\n甲\t1\n乙\t2\n" * 1_500,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:6].strip() or "blank" for text in HOSTILE])
def test_hostile_text_is_read_in_linear_time(text):
    """Far from the square: a text three times as long may not cost more than nine times as much."""
    bound = max(3, 9 * took(text))
    assert min(took(text * 3) for _ in range(2)) < bound
