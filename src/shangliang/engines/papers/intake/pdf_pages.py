"""PDF looked at through PDFium, one at a time: the library is not safe in several threads."""

from __future__ import annotations

import threading

import pypdfium2 as pdfium

from .refusals import BROKEN, ENCRYPTED, UploadRefused

_ONE_AT_A_TIME = threading.Lock()


def first_page(data: bytes) -> str:
    """Text of the first page. Raises ``UploadRefused`` with code ``encrypted`` or ``broken``."""
    with _ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(data)
            try:
                return str(document[0].get_textpage().get_text_range())
            finally:
                document.close()
        except pdfium.PdfiumError as error:
            said = str(error).lower()
            if "password" in said or "security" in said:
                raise UploadRefused("encrypted", ENCRYPTED) from error
            raise UploadRefused("broken", BROKEN) from error
        except (IndexError, ValueError) as error:
            raise UploadRefused("broken", BROKEN) from error
