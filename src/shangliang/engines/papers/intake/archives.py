"""Zip containers (docx, xlsx) looked at without unpacking them into memory."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from .refusals import BOMB, BROKEN, ENCRYPTED, MACROS, UploadRefused

MOST_ENTRIES = 5_000
MOST_INFLATED = 300 * 1_048_576
MOST_RATIO = 200  # a text-heavy Word file reaches some 30, a sheet of zeros some 100
RATIO_MATTERS_ABOVE = 20 * 1_048_576
_CHUNK = 65_536
# What zipfile raises on a torn file, beside its own error.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    KeyError,
    ValueError,
)

_MAIN_PART = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


def check_package(data: bytes, kind: str) -> None:
    """Refuse a docx or xlsx that is broken, bombed, locked or carries macros.

    The declared sizes are checked first, then the real ones by inflating in pieces and throwing
    them away, because a forged directory may lie. Bounded by ``MOST_INFLATED``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _check_directory(entries, len(data))
            _check_parts(package, {entry.filename for entry in entries}, kind)
            _check_inflated(package, entries, len(data))
    except UploadRefused:
        raise
    except UNREADABLE as error:
        raise UploadRefused("broken", BROKEN) from error


def _check_directory(entries: list[zipfile.ZipInfo], size: int) -> None:
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UploadRefused("encrypted", ENCRYPTED)
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or total > MOST_INFLATED or _blown_up(total, size):
        raise UploadRefused("bomb", BOMB)
    # Entries that lie over each other count the same bytes many times (the "better zip bomb").
    if sum(entry.compress_size for entry in entries) > size:
        raise UploadRefused("bomb", BOMB)


def _blown_up(inflated: int, size: int) -> bool:
    return inflated > RATIO_MATTERS_ABOVE and inflated > MOST_RATIO * size


def _check_parts(package: zipfile.ZipFile, names: set[str], kind: str) -> None:
    if any(name.startswith(("/", "\\")) or ".." in name.split("/") for name in names):
        raise UploadRefused("broken", BROKEN)
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise UploadRefused("macros", MACROS)
    if "[Content_Types].xml" not in names or _MAIN_PART[kind] not in names:
        raise UploadRefused("mismatch", mismatch(kind))
    types = package.open("[Content_Types].xml").read(1_048_576)
    if b"macroEnabled" in types:
        raise UploadRefused("macros", MACROS)


def _check_inflated(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo], size: int) -> None:
    total = 0
    for entry in entries:
        with package.open(entry) as part:
            while piece := part.read(_CHUNK):
                total += len(piece)
                if total > MOST_INFLATED or _blown_up(total, size):
                    raise UploadRefused("bomb", BOMB)


def mismatch(kind: str) -> str:
    """The words for a file whose content is not what its name says."""
    return f"文件内容不是 .{kind} 格式，可能只是改了扩展名。请用原软件另存为 .{kind} 后上传。"
