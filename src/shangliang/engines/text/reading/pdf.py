"""Text PDF through PDFium, line by line and page by page; a scan goes to OCR where installed."""

from __future__ import annotations

import pypdfium2 as pdfium

from ...papers.intake import UploadRefused
from ...papers.intake.pdf_pages import _ONE_AT_A_TIME
from ...papers.intake.refusals import BROKEN
from ..source import Source, source_of_pages
from .pictures import NO_OCR, lines_of_image, ocr_installed

MOST_PAGES = 2_000
LEAST_CHARACTERS_A_PAGE = 8


def source_of_pdf(data: bytes) -> Source:
    """Each page's lines. Raises ``UploadRefused`` for broken files and scans without OCR."""
    with _ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            raise UploadRefused("broken", BROKEN) from error
        try:
            pages = [
                _page_text(document, number) for number in range(min(len(document), MOST_PAGES))
            ]
            if sum(len("".join(page.split())) for page in pages) >= LEAST_CHARACTERS_A_PAGE * max(
                1, len(pages)
            ):
                return source_of_pages(pages)
            if not ocr_installed():
                raise UploadRefused("no_ocr", NO_OCR)
            return source_of_pages(
                ["\n".join(lines_of_image(_picture(document, n))) for n in range(len(pages))]
            )
        except pdfium.PdfiumError as error:
            raise UploadRefused("broken", BROKEN) from error
        finally:
            document.close()


def _page_text(document: pdfium.PdfDocument, number: int) -> str:
    page = document[number]
    text = page.get_textpage()
    try:
        words = str(text.get_text_range())
    finally:
        text.close()
        page.close()
    # PDFium marks a soft hyphen at a line's end with U+FFFE.
    return words.replace("\ufffe", "").replace("\x02", "")


def _picture(document: pdfium.PdfDocument, number: int) -> object:
    return document[number].render(scale=200 / 72).to_numpy()
