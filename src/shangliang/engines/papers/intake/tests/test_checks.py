"""Bad files are refused before anything is stored, each with a word the sender understands."""

from __future__ import annotations

import io
import shutil
import struct
import time
import zipfile
import zlib

import pytest
from docx import Document

from shangliang.engines.papers.intake import KINDS, UploadRefused, check_upload
from shangliang.engines.papers.intake.tests.layouts import chinese_headings, saved
from shangliang.engines.papers.official import Letter, paragraphs, to_pdf

MB = 1_048_576
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(name: str, data: bytes, *, limit: int = 10 * MB) -> UploadRefused:
    with pytest.raises(UploadRefused) as caught:
        check_upload(name, data, set(KINDS), limit)
    return caught.value


def package(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", parts.pop("types", b"<Types/>"))
        made.writestr("word/document.xml", parts.pop("document", b"<w:document/>"))
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def word(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def png(width: int = 2, height: int = 2) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        crc = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\x00\x00\x00" * 2)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def jpg(width: int = 8, height: int = 8) -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return (
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
        + frame
        + b"\xff\xd9"
    )


def pdf(*lines: str) -> bytes:
    return to_pdf(Letter("某局", "", "标题", "", paragraphs("\n".join(lines)), "某局", None))


LOCKED_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<"
    + b"41" * 32
    + b">/U<"
    + b"42" * 32
    + b">>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>\nstartxref\n0\n%%EOF"
)


@pytest.mark.parametrize(
    "name, data, kind",
    [
        ("提案.docx", chinese_headings(), "docx"),
        ("提案.DOCX", chinese_headings(), "docx"),
        ("来件.pdf", pdf("正文"), "pdf"),
        ("照片.jpeg", jpg(), "jpg"),
        ("照片.png", png(), "png"),
        ("名单.csv", "姓名,单位\n林㛃,某局".encode("gb18030"), "csv"),
        ("说明.txt", "说明".encode(), "txt"),
        ("说明.txt", "说明".encode("utf-16"), "txt"),
        ("旧件.doc", OLE + b"\x00" * 2048, "doc"),
    ],
)
def test_a_sound_file_passes_with_its_kind(name, data, kind):
    checked = check_upload(name, data, set(KINDS), 10 * MB)
    assert (checked.kind, checked.size, checked.name) == (kind, len(data), name)
    assert len(checked.sha256) == 64


@pytest.mark.parametrize(
    "name, data, code, word_in_message",
    [
        ("空.docx", b"", "empty", "空的"),
        ("程序.docx", b"MZ" + b"\x00" * 200, "mismatch", "扩展名"),
        ("程序.exe", b"MZ", "kind", ".exe"),
        ("无扩展名", b"x", "kind", "无扩展名"),
        ("压缩包.docx", b"PK\x05\x06" + b"\x00" * 18, "mismatch", "扩展名"),
        ("截断.docx", chinese_headings()[:5000], "broken", "损坏"),
        (
            "加密.docx",
            OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
            "密码",
        ),
        (
            "加密.xlsx",
            OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
            "密码",
        ),
        ("旧格式.docx", OLE + b"\x00" * 600, "mismatch", "扩展名"),
        (
            "加密.doc",
            OLE + b"\x00" * 504 + b"\xec\xa5" + b"\x00" * 8 + b"\x00\x01" + b"\x00" * 600,
            "encrypted",
            "密码",
        ),
        ("带宏.doc", OLE + b"\x00" * 600 + "_VBA_PROJECT".encode("utf-16-le"), "macros", "宏"),
        (
            "加密.xls",
            OLE
            + b"\x00" * 504
            + b"\x09\x08\x10\x00\x00\x06\x05\x00"
            + b"\x00" * 12
            + b"\x2f\x00\x02\x00\x00\x00"
            + b"\x00" * 600,
            "encrypted",
            "密码",
        ),
        ("带宏.docm", chinese_headings(), "macros", "宏"),
        ("带宏.docx", package(**{"word/vbaProject.bin": b"x"}), "macros", "宏"),
        (
            "带宏.docx",
            package(types=b"application/vnd.ms-word.document.macroEnabled.main+xml"),
            "macros",
            "宏",
        ),
        (
            "表.docx",
            package(document=b"<x/>").replace(b"word/document.xml", b"xxxx/document.xml"),
            "mismatch",
            "扩展名",
        ),
        ("路径.docx", package(**{"../../etc/passwd": b"x"}), "broken", "损坏"),
        ("假.pdf", b"hello", "mismatch", "扩展名"),
        ("坏.pdf", b"%PDF-1.7 broken", "broken", "损坏"),
        ("锁.pdf", LOCKED_PDF, "encrypted", "密码"),
        ("假.png", jpg(), "mismatch", "扩展名"),
        ("截断.png", png()[:30], "broken", "损坏"),
        ("巨图.png", png(60_000, 60_000), "bomb", "60000"),
        ("假.jpg", png(), "mismatch", "扩展名"),
        ("坏.jpg", b"\xff\xd8\xff\xd9", "broken", "损坏"),
        ("巨图.jpg", jpg(60_000, 60_000), "bomb", "60000"),
        ("二进制.txt", b"a\x00b", "mismatch", "扩展名"),
        ("程序.csv", b"MZ hello", "mismatch", "扩展名"),
        ("乱码.txt", b"\xff\xff\xff\x81", "broken", "编码"),
        ("壳.doc", b"hello", "mismatch", "扩展名"),
    ],
)
def test_each_bad_file_is_refused_with_its_reason(name, data, code, word_in_message):
    refused = refusal(name, data)
    assert refused.code == code
    assert word_in_message in refused.message_zh


def test_a_kind_that_this_page_does_not_take_is_refused_with_those_it_takes():
    with pytest.raises(UploadRefused, match="kind") as caught:
        check_upload("a.pdf", pdf("正文"), {"docx", "doc"}, MB)
    assert ".doc、.docx" in caught.value.message_zh


def test_too_big_names_both_sizes():
    refused = refusal("大.txt", b"a" * (3 * MB), limit=2 * MB)
    assert refused.code == "too_big"
    assert "3.0 MB" in refused.message_zh
    assert "2.0 MB" in refused.message_zh


def _bomb() -> bytes:
    return package(**{"word/media/a.bin": b"\x00" * (64 * MB)})


def _lying_bomb() -> bytes:
    """The directory says ten bytes; the stream holds 64 MB."""
    honest = bytearray(_bomb())
    size = struct.pack("<I", 64 * MB)
    for place in range(len(honest) - 4):
        if honest[place : place + 4] == size:
            honest[place : place + 4] = struct.pack("<I", 10)
    return bytes(honest)


def _many_entries() -> bytes:
    return package(**{f"word/media/{n}": b"" for n in range(5_001)})


@pytest.mark.parametrize(
    "make, codes", [(_bomb, {"bomb"}), (_lying_bomb, {"bomb", "broken"}), (_many_entries, {"bomb"})]
)
def test_a_zip_bomb_is_refused_within_a_second(make, codes):
    data = make()
    begun = time.perf_counter()
    assert refusal("b.docx", data).code in codes
    assert time.perf_counter() - begun < 1


def test_a_locked_zip_entry_is_refused():
    data = bytearray(package())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    assert refusal("a.docx", bytes(data)).code == "encrypted"


@pytest.mark.parametrize(
    "lines",
    [
        ["秘密★1年", "关于某事的报告"],
        ["机密★", "报告"],
        ["绝　密", "报告"],
        ["000012", "秘密", "特急"],
        ["密级：机密", "报告"],
        ["【秘密】"],
        ["某市委文件　　机密★10年"],
    ],
)
def test_a_secrecy_mark_on_the_first_page_is_refused_with_the_right_channel(lines):
    for name, data in (
        ("a.docx", word(*lines)),
        ("a.pdf", pdf(*lines)),
        ("a.txt", "\n".join(lines).encode("gb18030")),
    ):
        refused = refusal(name, data)
        assert refused.code == "secret"
        assert "机要" in refused.message_zh
        assert "没有保存" in refused.message_zh


def test_a_mark_in_the_header_counts_too():
    document = Document()
    document.add_paragraph("正文")
    document.sections[0].header.paragraphs[0].text = "秘密★3年"
    assert refusal("a.docx", saved(document)).code == "secret"


@pytest.mark.parametrize(
    "text",
    [
        "关于加强商业秘密保护的提案",
        "做好保密工作。",
        "秘密花园社区",
        "国家秘密载体管理要规范。",
        "申遗之路的秘密",
    ],
)
def test_the_word_in_a_sentence_is_no_mark(text):
    assert check_upload("a.docx", word(text), set(KINDS), MB).kind == "docx"


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.slow
def test_a_mark_in_an_old_word_file_is_found(tmp_path):
    import subprocess

    (tmp_path / "a.docx").write_bytes(word("秘密★1年", "报告", "正文" * 200))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'p').as_uri()}",
            "--headless",
            "--convert-to",
            "doc:MS Word 97",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "a.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert refusal("a.doc", (tmp_path / "a.doc").read_bytes()).code == "secret"
