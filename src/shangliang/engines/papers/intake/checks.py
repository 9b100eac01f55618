"""An upload is looked at before anything is stored."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable
from dataclasses import dataclass

from .archives import check_package, mismatch
from .names import extension, safe_name
from .refusals import BROKEN, CLASSIFIED, EMPTY, ENCRYPTED, MACROS, UploadRefused, too_big
from .secrecy import first_page_text, secrecy_mark

KINDS = frozenset({"docx", "doc", "wps", "pdf", "xlsx", "xls", "csv", "png", "jpg", "txt"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ALIASES = {"jpeg": "jpg"}
_MACRO_KINDS = {"docm", "dotm", "xlsm", "xltm", "xlam"}


@dataclass(frozen=True)
class Checked:
    """A file that may be stored: its name to show, its kind, its digest."""

    name: str
    kind: str
    size: int
    sha256: str


def check_upload(name: str, data: bytes, kinds: set[str], max_bytes: int) -> Checked:
    """Look at a file by name and content; ``kinds`` are the extensions allowed here.

    Raises ``UploadRefused`` with code ``empty``, ``too_big``, ``kind``, ``mismatch``,
    ``encrypted``, ``macros``, ``broken``, ``bomb`` or ``secret``.
    """
    shown = safe_name(name)
    kind = _ALIASES.get(extension(name), extension(name))
    if kind in _MACRO_KINDS:
        raise UploadRefused("macros", MACROS)
    if kind not in kinds or kind not in KINDS:
        allowed = "、".join(f".{k}" for k in sorted(kinds & KINDS))
        raise UploadRefused(
            "kind", f"这里不能上传 .{kind or '（无扩展名）'} 文件，可以上传：{allowed}。"
        )
    if not data:
        raise UploadRefused("empty", EMPTY)
    if len(data) > max_bytes:
        raise too_big(len(data), max_bytes)
    _LOOKS[kind](data, kind)
    mark = secrecy_mark(first_page_text(data, kind))
    if mark:
        raise UploadRefused("secret", CLASSIFIED.format(mark=mark))
    return Checked(shown, kind, len(data), hashlib.sha256(data).hexdigest())


def _look_package(data: bytes, kind: str) -> None:
    if data.startswith(_OLE):
        # A locked .docx is an OLE file with the package inside; an unlocked one is an old .doc.
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UploadRefused("encrypted", ENCRYPTED)
        raise UploadRefused("mismatch", mismatch(kind))
    if not data.startswith(b"PK"):
        raise UploadRefused("mismatch", mismatch(kind))
    check_package(data, kind)


def _look_ole(data: bytes, kind: str) -> None:
    if not data.startswith(_OLE):
        raise UploadRefused("mismatch", mismatch(kind))
    if len(data) < 512:
        raise UploadRefused("broken", BROKEN)
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise UploadRefused("macros", MACROS)
    if "EncryptedPackage".encode("utf-16-le") in data or _ole_locked(data, kind):
        raise UploadRefused("encrypted", ENCRYPTED)


def _ole_locked(data: bytes, kind: str) -> bool:
    if kind == "xls":
        # FILEPASS (0x002F) follows BOF near the start of the Workbook stream: [MS-XLS] 2.4.117.
        bof = data.find(b"\x09\x08\x10\x00\x00\x06\x05\x00", 512)
        return bof > 0 and _has_filepass(data[bof : bof + 4096])
    # FIB of Word 97-2003: wIdent 0xA5EC, then fEncrypted is bit 8 of the flags at offset 10.
    fib = data.find(b"\xec\xa5", 512)
    if fib % 512 or fib < 0 or fib + 12 > len(data):
        return False
    return bool(struct.unpack_from("<H", data, fib + 10)[0] & 0x0100)


def _has_filepass(records: bytes) -> bool:
    at = 0
    while at + 4 <= len(records):
        number, length = struct.unpack_from("<HH", records, at)
        if number == 0x002F:
            return True
        at += 4 + length
    return False


def _look_pdf(data: bytes, kind: str) -> None:
    # Whether it opens is seen when its first page is read for secrecy marks.
    if b"%PDF-" not in data[:1024]:
        raise UploadRefused("mismatch", mismatch(kind))


def _look_png(data: bytes, kind: str) -> None:
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        raise UploadRefused("mismatch", mismatch(kind))
    if data[12:16] != b"IHDR" or b"IEND" not in data[-64:]:
        raise UploadRefused("broken", BROKEN)
    _check_pixels(*struct.unpack_from(">II", data, 16))


def _look_jpg(data: bytes, kind: str) -> None:
    if not data.startswith(b"\xff\xd8\xff"):
        raise UploadRefused("mismatch", mismatch(kind))
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, at + 5)
            return _check_pixels(width, height)
        at += 2 + length
    raise UploadRefused("broken", BROKEN)


def _check_pixels(width: int, height: int) -> None:
    if not width or not height:
        raise UploadRefused("broken", BROKEN)
    if width * height > 100_000_000:
        raise UploadRefused("bomb", f"图片有 {width}×{height} 个点，过大。请缩小后上传。")


def _look_text(data: bytes, kind: str) -> None:
    if b"\x00" in data[:65_536] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UploadRefused("mismatch", mismatch(kind))
    if data.startswith((b"MZ", b"PK\x03\x04", b"%PDF-", _OLE, b"\x7fELF")):
        raise UploadRefused("mismatch", mismatch(kind))
    decode_text(data)


def decode_text(data: bytes) -> str:
    """Text of a .txt or .csv: UTF-8 (with or without mark), UTF-16 with mark, or GB 18030."""
    for encoding in (
        ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    ):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UploadRefused("broken", "文件的文字编码认不出来。请另存为 UTF-8 或 GB18030 编码后上传。")


_LOOKS: dict[str, Callable[[bytes, str], None]] = {
    "docx": _look_package,
    "xlsx": _look_package,
    "doc": _look_ole,
    "wps": _look_ole,
    "xls": _look_ole,
    "pdf": _look_pdf,
    "png": _look_png,
    "jpg": _look_jpg,
    "csv": _look_text,
    "txt": _look_text,
}
