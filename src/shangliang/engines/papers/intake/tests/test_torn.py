"""Torn files of every kind end in a refusal, never in a fault."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress

import pytest

from shangliang.engines.papers.intake import (
    KINDS,
    UploadRefused,
    check_upload,
    clean_pasted_html,
    read_proposal_docx,
    read_table,
    tables,
)
from shangliang.engines.papers.intake.tests.layouts import form_table, saved
from shangliang.engines.papers.intake.tests.test_checks import pdf, refusal
from shangliang.engines.papers.intake.tests.test_tables import xlsx

WORD, SHEET, PDF = form_table(), xlsx(["姓名", "手机"], ["林㛃", 13800000000]), pdf("正文")


def torn(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(out))
        if chance.random() < 0.6:
            out[at] = chance.randrange(256)
        elif chance.random() < 0.5:
            del out[at : at + chance.randrange(1, 60)]
        else:
            out[at:at] = chance.randbytes(chance.randrange(1, 20))
    return bytes(out)


def torn_inside(data: bytes, chance: random.Random, *parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(out, "w") as made:
        for name in whole.namelist():
            body = whole.read(name)
            made.writestr(name, torn(body, chance) if name.endswith(parts) else body)
    return out.getvalue()


@pytest.mark.parametrize("seed", range(40))
def test_a_torn_file_is_read_or_refused(seed):
    chance = random.Random(seed)
    for name, data in (("a.docx", WORD), ("a.xlsx", SHEET), ("a.pdf", PDF)):
        with suppress(UploadRefused):
            check_upload(name, torn(data, chance), set(KINDS), 10_000_000)
    with suppress(UploadRefused):
        read_proposal_docx(torn(WORD, chance))
    with suppress(UploadRefused):
        read_proposal_docx(torn_inside(WORD, chance, "document.xml", "styles.xml"))
    with suppress(UploadRefused):
        read_table(torn_inside(SHEET, chance, "sheet1.xml", "styles.xml"), "a.xlsx")


def test_a_reader_that_gives_up_below_python_ends_in_a_refusal(monkeypatch):
    class PanicException(BaseException):
        pass

    def give_up(file):
        raise PanicException("range end index")

    monkeypatch.setattr(
        tables, "CalamineWorkbook", type("Book", (), {"from_filelike": staticmethod(give_up)})
    )
    with pytest.raises(UploadRefused, match="broken"):
        read_table(b"x", "a.xls")


def test_an_entity_in_a_word_file_reads_no_file_of_the_server():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as whole, zipfile.ZipFile(out, "w") as made:
        for name in whole.namelist():
            body = whole.read(name)
            if name == "word/document.xml":
                head, _, rest = body.partition(b"?>")
                doctype = b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
                body = head + b"?>" + doctype + rest.replace("林一".encode(), b"&a;")
            made.writestr(name, body)
    try:
        draft = read_proposal_docx(out.getvalue())
    except UploadRefused:
        return
    assert "root:" not in draft.leftover + draft.situation


def test_repeated_words_do_not_make_the_reader_slow():
    import time

    from docx import Document

    document = Document()
    for line in ("工作意见" * 400 + "止", "一、" * 3000, "建议" * 3000, "关于" + "的" * 5000):
        document.add_paragraph(line)
    begun = time.perf_counter()
    read_proposal_docx(saved(document))
    for html in ("<!--" * 50_000 + "-->", "<" * 50_000, "<![" * 50_000, "<a " * 50_000):
        with suppress(UploadRefused):
            clean_pasted_html(html)
    assert time.perf_counter() - begun < 5


def test_a_paste_that_is_too_long_is_refused():
    with pytest.raises(UploadRefused, match="too_big"):
        clean_pasted_html("甲" * 2_000_001)


def test_a_pdf_without_a_page_is_refused():
    empty = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF"
    assert refusal("a.pdf", empty).code == "broken"
