"""Lists from offices read as they were meant."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date

import openpyxl
import pytest
import xlsxwriter

from shangliang.engines.papers.intake import UploadRefused, read_table, tables


def xlsx(*rows: list, merge: str = "") -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if merge:
        book.active.merge_cells(merge)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_numbers_stay_text_and_dates_become_dates():
    table = read_table(
        xlsx(
            ["姓名", "手机", "编号", "金额", "入会"],
            ["林㛃", 13800000000, "0012", 3.5, date(2027, 1, 2)],
        ),
        "a.xlsx",
    )
    assert table.header == ["姓名", "手机", "编号", "金额", "入会"]
    assert table.rows == [["林㛃", "13800000000", "0012", "3.5", date(2027, 1, 2)]]


def test_title_rows_above_the_header_are_skipped_but_kept():
    table = read_table(
        xlsx(
            ["示例市政协委员名单", None, None],
            ["填报单位：某办", None, "2027年"],
            ["姓 名", "界别", "单位"],
            ["林一", "经济", None],
            [None, None, None],
            ["周二", "教育", "某校"],
            merge="A1:C1",
        ),
        "a.xlsx",
    )
    assert table.header == ["姓名", "界别", "单位"]
    assert table.rows == [["林一", "经济", ""], ["周二", "教育", "某校"]]
    assert table.row_numbers == [4, 6]
    assert table.above == ["示例市政协委员名单", "填报单位：某办 2027年"]


def test_a_formula_reads_as_its_last_value():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["项", "和"])
    sheet.write_string(1, 0, "甲")
    sheet.write_formula(1, 1, "=1+1", None, 2)
    book.close()
    assert read_table(out.getvalue(), "a.xlsx").rows == [["甲", "2"]]


def test_a_long_number_stored_as_number_is_warned_about():
    table = read_table(xlsx(["姓名", "证件"], ["林一", 1.1010119900101e17]), "a.xlsx")
    assert any("15 位" in warning for warning in table.warnings)


def test_the_first_sheet_with_content_is_read_and_named():
    book = openpyxl.Workbook()
    book.create_sheet("名单").append(["姓名", "单位"])
    book["名单"].append(["林一", "某局"])
    out = io.BytesIO()
    book.save(out)
    table = read_table(out.getvalue(), "a.xlsx")
    assert table.rows == [["林一", "某局"]]
    assert "名单" in table.warnings[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_csv_in_any_usual_encoding_and_separator(encoding, mark):
    text = f'姓名{mark}单位\n林㛃{mark}"甲{mark}乙"\n'.encode(encoding)
    assert read_table(text, "a.csv").rows == [["林㛃", f"甲{mark}乙"]]


def test_a_cell_that_begins_like_a_formula_stays_text():
    assert (
        read_table(xlsx(["姓名", "注"], ["林一", "'=cmd|' /C calc'!A0"]), "a.xlsx")
        .rows[0][1]
        .startswith("'=cmd")
    )


@pytest.mark.parametrize(
    "data, name, code",
    [
        (b"", "a.xlsx", "broken"),
        (b"PK\x03\x04 broken", "a.xlsx", "broken"),
        (b"hello", "a.xls", "broken"),
        (b"\n\n", "a.csv", "empty_table"),
        (xlsx(), "a.xlsx", "empty_table"),
        (b"a", "a.docx", "kind"),
        ('姓名,注\n"没有收尾'.encode() + b"x" * 200_000, "a.csv", "broken"),
    ],
)
def test_a_bad_table_is_refused_in_words(data, name, code):
    with pytest.raises(UploadRefused) as caught:
        read_table(data, name)
    assert caught.value.code == code
    assert caught.value.message_zh


def test_too_many_rows_are_refused_before_they_are_read(monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    for data, name in ((xlsx(*[["姓名", "单位"]] * 5), "a.xlsx"), (b"a,b\n" * 5, "a.csv")):
        with pytest.raises(UploadRefused, match="too_many_rows"):
            read_table(data, name)


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.slow
def test_old_xls_reads_like_xlsx(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(xlsx(["姓名", "手机"], ["林㛃", 13800000000]))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'p').as_uri()}",
            "--headless",
            "--convert-to",
            "xls:MS Excel 97",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "a.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert read_table((tmp_path / "a.xls").read_bytes(), "a.xls").rows == [["林㛃", "13800000000"]]
