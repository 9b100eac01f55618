"""Which files a seat may open: those of a case it may see (one source of permission)."""

from django.db import models
from django.db.models import QuerySet

from ..journal.kinds import type_of
from ..procedures.reach import REACH
from ..procedures.seat import Seat
from .models import Document


def files_of(case: models.Model, *kinds: str) -> QuerySet[Document]:
    """The files of a case, oldest first."""
    rows = Document.objects.filter(
        committee_id=case.committee_id,  # type: ignore[attr-defined]
        case_type=type_of(case),
        case_id=case.pk,
        removed_at=None,
    )
    return rows.filter(kind__in=kinds) if kinds else rows


def reachable(seat: Seat, kind: str, pk: int | None) -> bool:
    """Whether the seat may see the row of that kind: asked of the table's own queryset.

    A kind no table registered is nobody's: default deny.
    """
    for rows_of in REACH.values():
        rows = rows_of(seat)
        if rows.model._meta.model_name == kind:
            return rows.filter(pk=pk).exists()
    return False


def opened(seat: Seat, pk: int) -> Document | None:
    """The file, when the seat may see its case, and the row it is about where that is a case too
    (the scan of a reply not yet sent is not shown to the proposer)."""
    if not seat.signed_in:
        return None
    row = Document.objects.filter(
        pk=pk, committee_id=seat.committee_id, removed_at__isnull=True
    ).first()
    if row is None or not reachable(seat, row.case_type, row.case_id):
        return None
    walled = {rows(seat).model._meta.model_name for rows in REACH.values()}
    if row.about_type in walled and not reachable(seat, row.about_type, row.about_id):
        return None
    return row
