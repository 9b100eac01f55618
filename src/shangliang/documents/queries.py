"""Which files a seat may open: those of a case it may see (one source of permission)."""

from django.db import models
from django.db.models import QuerySet
from django.urls import reverse

from ..journal.kinds import type_of
from ..procedures.reach import REACH
from ..procedures.seat import Seat
from ..tasks.sources import SOURCES, Source
from .flow.intake import READERS
from .models import Clause, ClauseMeasure, Document, Extract, Intake


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


def intakes(seat: Seat) -> QuerySet[Intake]:
    """Texts being read: the offices that do it and the leaders."""
    rows = Intake.objects.filter(committee_id=seat.committee_id).select_related("document", "by")
    return rows if seat.signed_in and seat.has(*READERS) else rows.none()


def extracts(seat: Seat) -> QuerySet[Extract]:
    """What was read out of the texts a seat may see."""
    rows = Extract.objects.filter(committee_id=seat.committee_id).select_related("intake")
    return rows if seat.signed_in and seat.has(*READERS) else rows.none()


def clauses(seat: Seat) -> QuerySet[Clause]:
    """Accepted clauses; of public papers and for the units that carry one out, theirs too."""
    rows = Clause.objects.filter(committee_id=seat.committee_id).select_related("intake", "owner")
    if not seat.signed_in:
        return rows.none()
    if seat.has(*READERS):
        return rows
    mine = models.Q(owner_id__in=seat.units) | models.Q(measures__owner_id__in=seat.units)
    return rows.filter(mine).distinct() if seat.units else rows.none()


def measures(seat: Seat) -> QuerySet[ClauseMeasure]:
    """What is done for the clauses one may see; a unit its own."""
    rows = ClauseMeasure.objects.filter(committee_id=seat.committee_id).select_related(
        "clause", "clause__intake", "owner"
    )
    if not seat.signed_in:
        return rows.none()
    return rows if seat.has(*READERS) else rows.filter(owner_id__in=seat.units)


def sources_of_tasks(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """The sentence a task came from: everyone who sees the task reads it; the page itself is for
    those who may open the text."""
    found = {}
    rows = Extract.objects.filter(committee_id=seat.committee_id, pk__in=ids)
    opens = seat.has(*READERS)
    for row in rows.select_related("intake"):
        url = reverse("extract", args=[row.pk]) if opens else ""
        found[row.pk] = Source(f"《{row.intake.title}》第{row.first}行", row.text, url)
    return found


def texts(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """The text a task belongs to."""
    return {
        row.pk: Source("拆解的文件", row.title, reverse("intake", args=[row.pk]))
        for row in intakes(seat).filter(pk__in=ids)
    }


def clause_names(seat: Seat, ids: list[int]) -> dict[int, Source]:
    """The clause a task carries out."""
    return {
        row.pk: Source(
            f"《{row.intake.title}》{row.address}", row.text, reverse("clause", args=[row.pk])
        )
        for row in clauses(seat).filter(pk__in=ids)
    }


REACH["intake"] = intakes
REACH["extract"] = extracts
SOURCES["extract"] = sources_of_tasks
SOURCES["intake"] = texts
SOURCES["clause"] = clause_names
