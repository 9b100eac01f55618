"""Files as they come to the command: any order of columns, either encoding, titles, weights that do not fit."""

import json

import pytest

from shangliang.engines.indicators.command import main
from shangliang.engines.indicators.command.files import period_code

PLAIN = "region,indicator,period,value,unit\n甲县,增速,2026Q2,1.5,%\n乙县,增速,2026Q2,-2,%\n"
SAME = {
    "columns in another order": "unit,value,period,indicator,region\n%,1.5,2026Q2,增速,甲县\n%,-2,2026Q2,增速,乙县\n",
    "heads in Chinese": "地区,指标,期间,数值,单位\n甲县,增速,2026年二季度,1.5,%\n乙县,增速,2026年第二季度,-2,%\n",
    "heads with spaces and capitals": "Region , INDICATOR,Period,Value,Unit\n甲县,增速,2026Q2,1.5,%\n乙县,增速,2026Q2,-2,%\n",
    "a title and a unit line above": "主要指标,,,,\n单位：%,,,,\n" + PLAIN,
    "percent signs, no unit column": "region,indicator,period,value\n甲县,增速,2026Q2,1.5%\n乙县,增速,2026Q2,-2％\n",
    "full-width signs": "region,indicator,period,value,unit\n甲 县,增速,2026Q2,＋１．５,％\n乙县,增速,2026Q2,－2,%\n",
    "a true minus": PLAIN.replace("-2", "−2"),
    "tabs": PLAIN.replace(",", "\t"),
    "semicolons": PLAIN.replace(",", ";"),
    "a column nobody asked for": PLAIN.replace("\n", ",初步\n"),
    "blank lines": PLAIN.replace("\n", "\n\n,,,,\n"),
}  # fmt: skip


def told(tmp_path, data, *more):
    file, out = tmp_path / "表.csv", tmp_path / "o.json"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    assert main([str(file), *more, "--json", str(out)]) == 0
    return json.loads(out.read_text(encoding="utf-8"))


def said(data):
    return sorted((r["region"], r["indicator"], r["period"], r["value"], r["rank"]) for r in data["ranks"])  # fmt: skip


@pytest.mark.parametrize("table", SAME.values(), ids=SAME)
def test_one_table_however_it_is_written(tmp_path, table):
    assert said(told(tmp_path, table)) == [
        ("乙县", "增速", "2026Q2", -2.0, 2),
        ("甲县", "增速", "2026Q2", 1.5, 1),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_one_table_in_every_encoding_a_bureau_sends(tmp_path, encoding):
    assert len(told(tmp_path, PLAIN.encode(encoding))["ranks"]) == 2


def test_thousands_and_exponents_are_numbers_and_a_comma_elsewhere_is_a_doubt(tmp_path):
    head = "region,indicator,period,value,unit\n"
    rows = '甲县,产值,2026Q2,"1,234.5",亿元\n乙县,产值,2026Q2,1.2E+03,亿元\n丙县,产值,2026Q2,"12,34",亿元\n'
    data = told(tmp_path, head + rows)
    assert [r["value"] for r in data["ranks"]] == [1234.5, 1200.0, None]
    assert {f["code"] for f in data["flags"]} == {"separator", "missing"}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "是空的"),
        (b"region,indicator,period,value,unit\n", "没有一行数"),
        (b"region,indicator,value\na,b,1\n", "表头缺period"),
        ("县区,增速\n甲县,1\n".encode(), "一行一个数"),
        (PLAIN.replace("甲县", '"甲县').encode(), "引号"),
        (b"PK\x03\x04" + bytes(range(256)), "不是 CSV"),
        (b"\x00\x01\x02", "不是 CSV"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_writes_nothing(tmp_path, capfd, data, why):
    file, out = tmp_path / "f.csv", tmp_path / "o.json"
    file.write_bytes(data)
    assert main([str(file), "--json", str(out)]) == 2
    assert why in capfd.readouterr().err
    assert not out.exists()


def test_a_file_that_is_not_there_is_named(tmp_path, capfd):
    assert main([str(tmp_path / "没有.csv")]) == 2
    assert "没有找到文件" in capfd.readouterr().err
    (tmp_path / "f.csv").write_text(PLAIN, encoding="utf-8")
    assert main([str(tmp_path / "f.csv"), "--weights", str(tmp_path / "w.csv")]) == 2
    assert main([str(tmp_path / "f.csv"), "--json", str(tmp_path / "no" / "o.json")]) == 2


def weighed(tmp_path, weights):
    file = tmp_path / "w.csv"
    file.write_text(weights, encoding="utf-8")
    return told(tmp_path, PLAIN, "--weights", str(file))


@pytest.mark.parametrize(
    "weights",
    [
        "region,weight\n甲县,0.75\n乙县,0.25\n",
        "权数,地区\n75%,甲县\n25%,乙县\n",
        "region,indicator,weight\n甲县,增速,300\n乙县,增速,100\n",
        "上年总量（亿元）,,\n地区,上年总量,\n甲县,900,\n乙县,300,\n全市,1200,\n",
    ],
)
def test_weights_as_shares_per_cent_or_last_years_amounts(tmp_path, weights):
    data = weighed(tmp_path, weights)
    assert (data["means"][0]["weighted"], data["means"][0]["by_weights"]) == (0.625, True)
    (split,) = data["contributions"]
    assert split["total"] == pytest.approx(sum(p["points"] for p in split["parts"]) + split["unexplained"])  # fmt: skip
    assert data["flags"] == []


@pytest.mark.parametrize(
    ("weights", "code", "words"),
    [
        ("region,weight\n甲县,0.5\n乙县,0.4\n", "weights_sum", "权数合计是0.9"),
        ("region,weight\n甲县,1\n", "weight_missing", "乙县"),
        ("region,weight\n甲县,-1\n乙县,2\n", "weights_sum", "负"),
        ("region,indicator,weight\n甲县,别的,1\n", "weight_extra", "别的"),
    ],
)
def test_weights_that_do_not_fit_are_said_and_no_mean_is_made(tmp_path, weights, code, words):
    data = weighed(tmp_path, weights)
    assert words in next(f["words"] for f in data["flags"] if f["code"] == code)
    assert data["means"][0]["weighted"] is None
    assert data["means"][0]["refused"]
    assert data["contributions"] == []


def test_a_weight_of_a_county_that_is_not_in_the_table_is_said(tmp_path):
    data = weighed(tmp_path, "region,weight\n甲县,0.5\n乙县,0.4\n丙县,0.1\n")
    assert [f["code"] for f in data["flags"]] == ["weight_extra"]


def test_half_year_and_second_quarter_are_one_period_unless_a_region_gave_both(tmp_path):
    head = "region,indicator,period,value,unit\n"
    data = told(tmp_path, head + "甲县,增速,2026H1,1,%\n乙县,增速,2026Q2,2,%\n")
    assert {(r["period"], r["among"]) for r in data["ranks"]} == {("2026H1", 2)}
    both = told(tmp_path, head + "甲县,增速,2026H1,1,%\n甲县,增速,2026Q2,2,%\n")
    assert {r["period"] for r in both["ranks"]} == {"2026H1", "2026Q2"}


def test_a_single_region_is_ranked_first_of_one_and_is_no_mean(tmp_path):
    data = told(tmp_path, "region,indicator,period,value,unit\n甲县,增速,2026Q2,1,%\n")
    assert (data["ranks"][0]["rank"], data["ranks"][0]["among"]) == (1, 1)
    assert "不是平均" in data["means"][0]["refused"]


@pytest.mark.parametrize(
    ("words", "code"),
    [("2025Q3", "2025Q3"), ("2025-Q3", "2025Q3"), ("Q3 2025", "2025Q3"), ("Q3-2025", "2025Q3"), ("2025年三季度", "2025Q3"),
     ("２０２５年第三季度", "2025Q3"), ("二〇二五年三季度", "2025Q3"), ("二零二五年上半年", "2025H1"), ("2025年1—9月", "2025Q3"),
     ("2025年前9个月", "2025Q3"), ("2025年前十一个月", "2025M11"), ("2025-09", "2025M09"), ("202509", "2025M09"),
     ("2025", "2025"), ("25年三季度", None), ("三季度", None), ("202513", None)],
)  # fmt: skip
def test_a_period_however_it_is_written(words, code):
    assert period_code(words) == code


def test_the_page_says_who_is_ahead_and_of_what(tmp_path, capsysbinary):
    file = tmp_path / "f.csv"
    file.write_text(PLAIN + "全市,增速,2026Q2,1,%\n", encoding="utf-8")
    assert main([str(file)]) == 0
    page = capsysbinary.readouterr().out.decode()
    assert "甲县  1.5  领先0.5个百分点" in page
    assert "乙县  -2  落后3个百分点" in page
    assert "和公布的全市数比" in page
