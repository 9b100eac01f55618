"""存文件: looked at first, stored under its digest, one event. A refused file leaves no trace."""

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction

from ...engines.papers.intake import Checked, UploadRefused, check_upload
from ...journal import write as journal
from ...journal.kinds import type_of
from ...procedures.perform import lock
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..models import Document, where

# What may come in as what: text and tables as attachments; a proposal's original is a text.
PAPERS = {"docx", "doc", "wps", "pdf"}
SHEETS = {"xlsx", "xls", "csv"}
PICTURES = {"png", "jpg"}
ALLOWED: dict[str, set[str]] = {
    Document.Kind.ATTACHMENT: PAPERS | SHEETS | PICTURES | {"txt"},
    Document.Kind.ORIGINAL: {"docx", "doc", "wps"},
    Document.Kind.REPLY: {"pdf", "docx", "doc", "wps", "png", "jpg"},
    Document.Kind.EVIDENCE: PAPERS | SHEETS | PICTURES,
    Document.Kind.TEMPLATE: {"docx"},
    Document.Kind.IMPORT: SHEETS,
    Document.Kind.SOURCE: PAPERS | {"txt", "png", "jpg"},
}
MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "wps": "application/vnd.ms-works",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "csv": "text/csv",
    "png": "image/png",
    "jpg": "image/jpeg",
    "txt": "text/plain",
}
MOST_FILES = 20


def look(upload: UploadedFile, kind: str) -> tuple[Checked, bytes]:
    """The file, checked, with its bytes. Raises Refused in the user's words; nothing is stored."""
    limit = settings.UPLOAD_MAX_BYTES
    size = upload.size or 0
    upload.seek(0)  # a verb done again reads it again
    # One byte too many is enough to know: the rest is not read into memory.
    data = upload.read(limit + 1) if size > limit else upload.read()
    try:
        return check_upload(upload.name or "", data, ALLOWED.get(kind, set()), limit), data
    except UploadRefused as refused:
        raise refuse(refused.message_zh) from refused


def store(
    seat: Seat,
    case: models.Model,
    upload: UploadedFile,
    kind: str,
    *,
    about: models.Model | None = None,
    title: str = "",
) -> Document:
    """Check and keep ``upload`` for ``case``; ``about``: the row it belongs to, if not the case.

    The caller has asked whether this seat may change the case. The same file sent twice is kept
    once. Raises Refused; a refused file is never stored.
    """
    owner = case.committee_id  # type: ignore[attr-defined]
    if not seat.signed_in or seat.committee_id != owner:
        raise refuse("这件不属于您所在的政协。", "wall")
    checked, data = look(upload, kind)
    return keep(seat, case, checked, data, kind, about=about, title=title)


def keep(
    seat: Seat,
    case: models.Model,
    checked: Checked,
    data: bytes,
    kind: str,
    *,
    about: models.Model | None = None,
    title: str = "",
) -> Document:
    """Keep a file that was checked already."""
    owner = case.committee_id  # type: ignore[attr-defined]
    with transaction.atomic():
        lock(type(case), case.pk, owner)  # sent twice at once: the second finds the first's
        mine = Document.objects.filter(
            committee_id=owner, case_type=type_of(case), case_id=case.pk, removed_at=None
        )
        same = mine.filter(kind=kind, sha256=checked.sha256)
        if about is not None:
            same = same.filter(about_type=type_of(about), about_id=about.pk)
        if known := same.first():
            return known
        if mine.filter(kind=kind).count() >= MOST_FILES:
            raise refuse(f"一件最多放 {MOST_FILES} 个文件，请合并，或先去掉一个。")
        row = Document(
            committee_id=owner,
            kind=kind,
            title=(title.strip() or checked.name)[:200],
            case_type=type_of(case),
            case_id=case.pk,
            about_type=type_of(about) if about is not None else "",
            about_id=about.pk if about is not None else None,
            sha256=checked.sha256,
            mime=MIME[checked.kind],
            size=checked.size,
            by_id=seat.person_id,
        )
        place = where(row, checked.name)
        storage = row.file.storage
        if storage.exists(place):  # the same bytes are on the disk already
            row.file.name = place
        else:
            row.file.save(checked.name, ContentFile(data), save=False)
        row.save()
        journal.write(
            committee_id=owner,
            person_id=seat.person_id,
            verb="document.store",
            case=case,
            about=row,
            detail={"kind": kind, "size": checked.size},
        )
        return row
