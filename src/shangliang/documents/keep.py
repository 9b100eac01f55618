"""Keeping an uploaded file: looked at first, stored under a generated name, never half."""

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import connection, models

from ..engines.papers.intake import UploadRefused, check_upload
from ..journal.kinds import type_of
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .models import Document

MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "wps": "application/vnd.ms-works",
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "csv": "text/csv",
    "txt": "text/plain",
}
EVIDENCE = frozenset({"pdf", "png", "jpg", "docx", "doc", "wps", "xlsx", "xls"})


def keep(
    seat: Seat,
    upload: UploadedFile,
    *,
    kind: str,
    case: models.Model,
    about: models.Model | None = None,
    kinds: frozenset[str] = EVIDENCE,
) -> Document:
    """Store a file with its provenance, inside the verb that needs it.

    Raises Refused, in the words of the sender, for a file that may not be taken in.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a file outside a transaction could outlive the verb that failed")
    data = upload.read()
    try:
        seen = check_upload(upload.name or "", data, set(kinds), settings.UPLOAD_MAX_BYTES)
    except UploadRefused as error:
        raise refuse(error.message_zh) from error
    row = Document(
        committee_id=seat.committee_id,
        kind=kind,
        title=seen.name[:200],
        case_type=type_of(case),
        case_id=case.pk,
        about_type=type_of(about or case),
        about_id=(about or case).pk,
        sha256=seen.sha256,
        mime=MIME[seen.kind],
        size=seen.size,
        by_id=seat.person_id,
    )
    row.file.save(seen.name, ContentFile(data), save=False)
    row.save()
    return row
