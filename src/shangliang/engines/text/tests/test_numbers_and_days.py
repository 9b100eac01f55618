"""Days against an anchor, quantities and numerals in running text."""

import pytest

from shangliang.engines.text.dates import dates_in
from shangliang.engines.text.names import number_names
from shangliang.engines.text.numerals import numeral, year_of
from shangliang.engines.text.quantities import quantities_in


def test_without_an_anchor_a_relative_date_stays_relative():
    assert dates_in("第三季度")[0].resolved == ""


@pytest.mark.parametrize(
    ("text", "why"), [("2025年2月30日", "没有30日"), ("2024年13月底", "没有第13个月")]
)
def test_days_that_do_not_exist_are_told_and_kept(text, why):
    found = dates_in(text)[0]
    assert why in found.trouble
    assert found.words in text


@pytest.mark.parametrize("text", ["每季度末月报送", "美好明天", "五个月", "1.2月"])
def test_words_that_only_look_like_dates(text):
    assert [d.words for d in dates_in(text) if not d.trouble] == []


@pytest.mark.parametrize(
    ("text", "value", "high", "unit"),
    [
        ("示范区-12.4%、", -12.4, None, "%"),
        ("围绕1-2个主导产业", 1, 2, "个"),
        ("实现3000-5000亿元的收入", 3000, 5000, "亿元"),
        ("资金3.7亿元，", 3.7, None, "亿元"),
        ("增长13％等", 13, None, "%"),
        ("增长百分之十三点四。", 13.4, None, "%"),
        ("用电1.26亿千瓦时，", 1.26, None, "亿千瓦时"),
        ("压缩至0.5个工作日", 0.5, None, "个工作日"),
        ("投资1,180亿美元，", 1180, None, "亿美元"),
        ("2000名以上群众", 2000, None, "名"),
        ("新增4万多亿元，", 4, None, "万亿元"),
        ("增速就能增加0.5%。", 0.5, None, "个百分点"),
    ],
)
def test_quantities(text, value, high, unit):
    from shangliang.engines.text.cleaning import SAFE

    (found,) = quantities_in(text.translate(SAFE))
    assert (found.value, found.high, found.unit) == (value, high, unit)


@pytest.mark.parametrize(
    "text",
    ["推进“12518”湿地体系", "“1+100”制度", "提出了7+1的对标", "以5号文件的形式", "围绕5G产业", "“十四五”规划", "落实“六个一流”", "“五比五不比”导向", "聚焦“415X”集群", "国办发〔2025〕37号", "拨打12345热线", "建党100周年"],
)  # fmt: skip
def test_numbers_that_are_names_count_nothing(text):
    assert number_names(text)
    assert quantities_in(text) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [("一百五十", 150), ("十三点四", 13.4), ("两万三千", 23000), ("万", None), ("好", None)],
)
def test_numerals(words, value):
    assert numeral(words) == value


def test_years_in_letters():
    assert year_of("二oo六") == 2006
    assert year_of("二零二") is None
