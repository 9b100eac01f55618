"""Files read in: text in any usual encoding, Word, PDF, scans. Looked at before anything else."""

from __future__ import annotations

from ...papers.intake import UploadRefused, check_upload, legacy_to_docx
from ..source import Source, source_of_text
from .pdf import source_of_pdf
from .pictures import source_of_picture
from .plain import decoded
from .word import source_of_docx

KINDS = {"txt", "docx", "doc", "wps", "pdf", "png", "jpg"}
MOST_BYTES = 50 * 1_048_576

__all__ = ["KINDS", "MOST_BYTES", "UploadRefused", "source_of_file"]


def source_of_file(name: str, data: bytes, most_bytes: int = MOST_BYTES) -> Source:
    """The text of a file with its lines and pages.

    Raises ``UploadRefused`` (empty, too big, locked, broken, wrong kind, marked secret, no text
    without OCR, no converter for old formats), with words for the one who sent it.
    """
    if name.lower().endswith((".txt", ".text", ".md")) or "." not in name:
        text = decoded(data)
        check_upload("文本.txt", text.encode("utf-8"), {"txt"}, most_bytes)
        source = source_of_text(text)
    else:
        checked = check_upload(name, data, KINDS, most_bytes)
        if checked.kind == "pdf":
            source = source_of_pdf(data)
        elif checked.kind in ("png", "jpg"):
            source = source_of_picture(data)
        else:
            docx = data if checked.kind == "docx" else legacy_to_docx(data, checked.kind)
            source = source_of_docx(docx)
    if not source.text.strip():
        raise UploadRefused("no_text", "文件里没有文字。请确认是否选错文件，或内容是否为图片。")
    return source
