"""换模板: an office puts its own Word template in use, or goes back. Each act is in the log."""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from ...engines.papers.official import Paper, TemplateRefused, to_docx
from ...journal import write as journal
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Document
from ..paper_templates import PAPERS, PREFIX, history

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def check_office(seat: Seat) -> None:
    """The proposal committee's office and the administrator keep the templates."""
    if not seat.has(Role.CLERK, Role.ADMIN):
        raise refuse("只有提案委工作人员或系统管理员可以换模板。", "who")


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


def use_template(seat: Seat, pk: int) -> Document:
    """Put one template in use; the one before it is put away, not lost."""
    check_office(seat)
    with transaction.atomic():
        row = history(seat.committee_id).filter(pk=pk).first()
        if row is None:
            raise refuse("没有找到这个模板。", "wall")
        key = row.about_type.removeprefix(PREFIX)
        others = history(seat.committee_id, key).filter(removed_at__isnull=True).exclude(pk=pk)
        others.update(removed_at=timezone.now())
        row.removed_at = None
        row.save(update_fields=["removed_at"])
        write(seat, "template.use", row, key)
    return row


def use_shipped(seat: Seat, key: str) -> None:
    """Go back to the template that ships with the product."""
    check_office(seat)
    with transaction.atomic():
        rows = history(seat.committee_id, key).filter(removed_at__isnull=True)
        last = rows.first()
        if last is None:
            raise refuse("现在用的就是系统自带的模板。")
        rows.update(removed_at=timezone.now())
        write(seat, "template.use_shipped", last, key)


def write(seat: Seat, verb: str, row: Document, key: str) -> None:
    journal.write(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        verb=verb,
        case=row,
        detail={"paper": key, "sha256": row.sha256[:16]},
    )
