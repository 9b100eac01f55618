"""Keep an uploaded template, tried out but not yet in use."""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from ...engines.papers.official import Paper, TemplateRefused, to_docx
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..change_template import check_office, write
from ..models import Document
from ..paper_templates import PAPERS, PREFIX

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def try_out(data: bytes, sample: Paper) -> bytes:
    """The sample paper in this template; refuses with the unknown names in it."""
    try:
        return to_docx(sample, data)
    except TemplateRefused as error:
        raise refuse(str(error)) from error


def upload_template(seat: Seat, key: str, name: str, data: bytes, sample: Paper) -> Document:
    """Keep an uploaded template, tried out but not yet in use."""
    check_office(seat)
    if key not in PAPERS:
        raise refuse("没有这种文书。")
    try_out(data, sample)
    with transaction.atomic():
        digest = hashlib.sha256(data).hexdigest()
        row = Document(
            committee_id=seat.committee_id,
            kind=Document.Kind.TEMPLATE,
            title=name[:200],
            about_type=PREFIX + key,
            sha256=digest,
            mime=WORD,
            size=len(data),
            by_id=seat.person_id,
            removed_at=timezone.now(),
        )
        row.file.save("template.docx", ContentFile(data), save=False)
        row.save()
        write(seat, "template.upload", row, key)
    return row
