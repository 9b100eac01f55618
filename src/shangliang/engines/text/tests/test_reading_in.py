"""Files of every kind come in, or are refused in words one can act on."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from shangliang.engines.papers.intake import UploadRefused
from shangliang.engines.text import source_of_file
from shangliang.engines.text.reading import pdf, pictures

WORDS = "市商务局要抓紧研究激励办法，10月底前拿出具体措施。\n各县区要报送台账。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_text_of_any_usual_encoding(encoding):
    assert source_of_file("讲话.txt", WORDS.encode(encoding)).lines[0] == WORDS.split("\n")[0]


def test_carriage_returns_count_no_lines():
    assert source_of_file("a.txt", "甲。\r\n乙。\r丙。".encode()).lines == ("甲。", "乙。", "丙。")


def word_file():
    document = Document()
    document.add_paragraph("在全市会议上的讲话")
    document.add_paragraph("市商务局要抓紧拨付资金。")
    table = document.add_table(rows=2, cols=3)
    for cell, words in zip(
        [*table.rows[0].cells, *table.rows[1].cells],
        ["序号", "工作任务", "牵头单位", "1", "改造农村公路46公里", "县交通运输局"],
        strict=True,
    ):
        cell.text = words
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_word_paragraphs_are_lines_and_table_rows_are_lines():
    source = source_of_file("讲话.docx", word_file())
    assert source.lines[1] == "市商务局要抓紧拨付资金。"
    assert source.lines[3] == "1  改造农村公路46公里  县交通运输局"


def pdf_file(pages):
    import typst

    body = "\n#pagebreak()\n".join("\\\n".join(lines) for lines in pages)
    return typst.compile(f"#set page(width: 15cm, height: 10cm)\n{body}".encode())


def test_text_pdf_keeps_lines_and_pages():
    source = source_of_file(
        "方案.pdf",
        pdf_file(
            [["First line of words here", "Second line of words"], ["Third line on page two"]]
        ),
    )
    assert source.lines[0] == "First line of words here"
    assert source.pages[-1] == 2
    assert source.page_of(source.text.index("Third")) == 2


def test_a_scan_without_ocr_is_told_what_is_missing(monkeypatch):
    monkeypatch.setattr(pdf, "ocr_installed", lambda: False)
    with pytest.raises(UploadRefused) as refused:
        source_of_file("扫描.pdf", pdf_file([["#rect(width: 3cm, height: 3cm)"]]))
    assert refused.value.code == "no_ocr"
    assert "shangliang[ocr]" in refused.value.message_zh


@pytest.mark.skipif(
    not pictures.ocr_installed(), reason="the optional extra 'ocr' is not installed"
)
def test_a_scan_is_read_where_ocr_is_installed():
    assert source_of_file("扫描.pdf", pdf_file([["#text(size: 30pt)[2024]"]])) is not None


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\x00\x01\x02\x03" * 400, "broken"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + b"0" * 90, "mismatch"),
        ("a.txt", "秘密★1年\n关于某事的报告".encode(), "secret"),
        ("a.txt", " \n\n　".encode(), "no_text"),
        ("a.pdf", b"%PDF-1.7 broken half", "broken"),
        ("a.docx", word_file()[:900], "broken"),
        ("a.docx", b"not a package at all", "mismatch"),
        ("a.exe", b"MZ", "kind"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(name, data, code):
    with pytest.raises(UploadRefused) as refused:
        source_of_file(name, data)
    assert refused.value.code == code
    assert refused.value.message_zh.endswith("。") or "。" in refused.value.message_zh


def test_a_locked_pdf_is_told_so():
    pdfium = pytest.importorskip("pypdfium2")
    assert pdfium
    locked = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"4 0 obj<</Filter/Standard/V 1/R 2/O<"
        + b"ab" * 32
        + b">/U<"
        + b"cd" * 32
        + b">/P -4>>endobj\n"
        b"trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>\n%%EOF"
    )
    with pytest.raises(UploadRefused) as refused:
        source_of_file("锁.pdf", locked)
    assert refused.value.code in ("encrypted", "broken")


def run(*words, **more):
    code = (
        "import sys; from shangliang.engines.text.command import main; sys.exit(main(sys.argv[1:]))"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, timeout=60, **more
    )


def test_the_command_prints_json_of_the_promised_shape(tmp_path):
    import json

    paper = tmp_path / "讲话.txt"
    paper.write_text(WORDS, "utf-8")
    done = run(str(paper), "--json")
    data = json.loads(done.stdout.decode("utf-8"))
    assert list(data) == ["documents", "tasks", "indicators", "gaps", "flags"]
    assert list(data["documents"][0]) == [
        "title",
        "title_status",
        "author",
        "author_status",
        "lines",
        "outline",
        "paragraphs",
    ]
    assert list(data["tasks"][0]) == ["text", "action", "object", "lead", "partners", "deadline", "quantity", "kind", "document", "section", "lines", "reason"]  # fmt: skip
    assert done.returncode == 0


def test_the_command_writes_a_workbook_without_formulas(tmp_path):
    import openpyxl

    paper, book = tmp_path / "a.txt", tmp_path / "a.xlsx"
    paper.write_text("=1+1市商务局要抓紧拨付资金。\n" + WORDS, "utf-8")
    assert run(str(paper), "--xlsx", str(book)).returncode == 0
    sheets = openpyxl.load_workbook(book)
    assert sheets.sheetnames == ["结构", "任务", "指标", "差距", "存疑"]
    assert all(cell.data_type != "f" for sheet in sheets for row in sheet for cell in row)


def test_the_command_needs_no_web_framework(tmp_path):
    paper = tmp_path / "a.txt"
    paper.write_text(WORDS, "utf-8")
    code = (
        "import sys; from shangliang.engines.text.command import main; main([sys.argv[1], '--json']);"
        "assert not [m for m in sys.modules if m.split('.')[0] == 'django']"
    )
    done = subprocess.run([sys.executable, "-c", code, str(paper)], capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()


def test_the_command_says_what_is_wrong(tmp_path):
    empty = tmp_path / "a.txt"
    empty.write_bytes(b"")
    done = run(str(empty))
    assert done.returncode == 2
    assert "空" in done.stderr.decode("utf-8")
    missing = run(str(tmp_path / "none.txt"))
    assert missing.returncode == 2
    assert "没有这个文件" in missing.stderr.decode("utf-8")
    secret = tmp_path / "b.txt"
    secret.write_text("秘密★1年\n关于某事的报告\n", "utf-8")
    refused = run(str(secret), "--json")
    assert refused.returncode == 2
    assert "不处理涉密内容" in refused.stderr.decode("utf-8")
    assert refused.stdout == b""


def test_words_from_standard_input_are_read():
    done = run("-", "--json", input=WORDS.encode())
    assert done.returncode == 0
    assert Path(__file__).exists()
