"""Bytes of a text file as text, in whatever encoding Chinese offices use."""

from __future__ import annotations

from ...papers.intake import UploadRefused
from ...papers.intake.refusals import EMPTY

UNREADABLE = "这不是文本文件，或文字编码认不出来。请用记事本打开，另存为 UTF-8 编码后再试。"
_BINARY = (
    b"MZ",
    b"PK\x03\x04",
    b"%PDF-",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"\x89PNG",
    b"\xff\xd8\xff",
)


def decoded(data: bytes) -> str:
    """UTF-8, UTF-16 (with or without mark) or GB 18030. Raises ``UploadRefused``."""
    if not data:
        raise UploadRefused("empty", EMPTY)
    if data.startswith(_BINARY):
        raise UploadRefused("mismatch", UNREADABLE)
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_well(text):
            return text.removeprefix("\ufeff")
    raise UploadRefused("broken", UNREADABLE)


def _candidates(data: bytes) -> list[str]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return ["utf-16"]
    sample = data[:4096]
    zeros = sample.count(0)
    if zeros:
        # Newlines and digits of UTF-16 text have a zero byte on one side only.
        even = sum(sample[at] == 0 for at in range(0, len(sample), 2))
        return ["utf-16-be", "utf-16-le"] if even * 2 > zeros else ["utf-16-le", "utf-16-be"]
    return ["utf-8-sig", "gb18030", "big5", "utf-16-le", "utf-16-be"]


def _reads_well(text: str) -> bool:
    """Whether most of it is Chinese, Latin or their punctuation: noise decodes to other signs."""
    sample = text[:20_000]
    known = sum(map(_is_usual, sample))
    return known >= 0.8 * len(sample)


def _is_usual(sign: str) -> bool:
    code = ord(sign)
    return (
        sign in "\t\n\r\f\x0b\ufeff"
        or 0x20 <= code < 0x7F
        or 0x4E00 <= code <= 0x9FFF
        or 0x2000 <= code <= 0x303F
        or 0xFF00 <= code <= 0xFFEF
        or 0xA0 <= code <= 0xFF
        or 0x2460 <= code <= 0x24FF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x323AF
        or 0x370 <= code <= 0x3FF
        or 0x2F00 <= code <= 0x2FDF
        or 0xF900 <= code <= 0xFAFF
    )
