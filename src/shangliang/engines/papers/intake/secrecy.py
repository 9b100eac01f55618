"""Secrecy marks on a first page.

The system is not for state secrets. A mark is what 《国家秘密定密管理暂行规定》 and GB/T 9704-2012 (7.2.2)
put on paper: the grade, often with "★" and a period, or the grade alone on a line. The words inside
a sentence ("商业秘密保护", "做好保密工作") are no mark.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile

from .pdf_pages import first_page

_GRADE = "(?:秘\\s*密|机\\s*密|绝\\s*密)"
_STARRED = re.compile(
    rf"{_GRADE}\s*[★☆*＊]\s*(?:[0-9０-９一二三四五六七八九十]+\s*[年月日]|长\s*期|启\s*封|解\s*密)?"
)
_ALONE = re.compile(rf"^(?:密\s*级\s*[:：]?\s*)?[【\[（(]?\s*({_GRADE})\s*[】\])）]?(?:\s+\d+)?$")
_FIRST_LINES = 40
_FIRST_CHARACTERS = 3_000
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>|(<w:br\b|<w:cr\b|</w:p>|</w:tc>)")


def secrecy_mark(text: str) -> str:
    """The mark found on the first page of a text, or ""."""
    lines = text[:_FIRST_CHARACTERS].splitlines()[:_FIRST_LINES]
    for line in (re.sub(r"[\u3000\xa0]", " ", line).strip() for line in lines):
        found = _STARRED.search(line) or _ALONE.match(line)
        if found:
            return re.sub(r"\s", "", found.group(0))
    return ""


def first_page_text(data: bytes, kind: str) -> str:
    """Roughly the first page's text: enough to find a mark. "" for pictures and unreadable parts.

    Raises ``UploadRefused`` for a PDF that cannot be opened. Headers are read too, because that is where some offices print the grade.
    """
    if kind == "docx":
        return _docx_text(data)
    if kind == "pdf":
        return first_page(data)
    if kind in ("txt", "csv"):
        head = data[: 4 * _FIRST_CHARACTERS]
        encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        try:
            return head.decode(encoding)
        except UnicodeDecodeError as error:
            if len(head) - error.start < 4 and encoding == "utf-8-sig":
                return head[: error.start].decode(encoding)  # cut inside a character
            return head.decode("gb18030", errors="replace")
    if kind in ("doc", "wps"):
        return _ole_text(data)
    return ""


def _docx_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        headers = [n for n in package.namelist() if re.fullmatch(r"word/header\d*\.xml", n)]
        pages = []
        for name in [*headers[:6], "word/document.xml"]:
            with package.open(name) as part:
                pages.append(_plain(part.read(400_000)))
    return "\n".join(page[:_FIRST_CHARACTERS] for page in pages)


def _plain(xml: bytes) -> str:
    pieces = [
        "\n" if line_end else text.decode("utf-8", errors="ignore")
        for text, line_end in _TEXT.findall(xml)
    ]
    return re.sub(r"\n{2,}", "\n", "".join(pieces))


def _ole_text(data: bytes) -> str:
    """The beginning of a Word 97-2003 text: UTF-16 at fcMin of the file information block.

    Source: [MS-DOC] 2.5.1 FibBase. Streams lie in 512-byte sectors; the first pages are nearly
    always in one piece.
    """
    fib = next((at for at in range(512, len(data), 512) if data[at : at + 2] == b"\xec\xa5"), None)
    if fib is None or fib + 28 > len(data):
        return ""
    start = fib + struct.unpack_from("<I", data, fib + 24)[0]
    text = data[start : start + 2 * _FIRST_CHARACTERS].decode("utf-16-le", errors="ignore")
    return re.sub("[\r\x07\x0b\x0c]", "\n", text)
