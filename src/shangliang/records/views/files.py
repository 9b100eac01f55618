"""Files as answers: a Chinese name that every browser keeps, and no copy in a cache."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


def attachment(data: bytes, mime: str, name: str, inline: bool = False) -> HttpResponse:
    """The bytes as a download, or shown where the browser can."""
    answer = HttpResponse(data, content_type=mime)
    answer["Content-Disposition"] = content_disposition_header(not inline, name) or ""
    answer["Cache-Control"] = "private, no-store"
    return answer
