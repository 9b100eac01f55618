"""Keeping a job's file: a document of the job, reached by who started it and nobody else."""

import hashlib

from django.core.files.base import ContentFile

from ..documents.models import Document
from ..journal.kinds import type_of
from .models import Job


def keep(row: Job, name: str, mime: str, data: bytes) -> Document:
    """Store the bytes under a generated name."""
    document = Document(
        committee_id=row.committee_id,
        kind=Document.Kind.EXPORT,
        title=name[:200],
        case_type=type_of(row),
        case_id=row.pk,
        about_type=type_of(row),
        about_id=row.pk,
        sha256=hashlib.sha256(data).hexdigest(),
        mime=mime,
        size=len(data),
        by_id=row.by_id,
    )
    document.file.save(name, ContentFile(data), save=False)
    document.save()
    return document
