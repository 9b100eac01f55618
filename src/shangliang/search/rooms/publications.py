"""What is written for the public lets be found: texts by title and words; who may open one, its room says."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from ...publications.models import Piece
from ...publications.queries import pieces
from ..sources import Entry, Source, register


def all_pieces(committee_id: int) -> QuerySet[Piece]:
    return Piece.objects.filter(committee_id=committee_id).exclude(state="dropped")


def read_pieces(rows: QuerySet[Piece]) -> Iterator[Entry]:
    for row in rows:
        day = row.published_on or timezone.localtime(row.made_at).date()
        yield Entry(row.pk, row.title, row.text, day, note=row.book.name)


register(
    Source("piece", "宣传稿件", Piece, pieces, all_pieces, read_pieces,
           lambda pk: reverse("piece", args=[pk]))
)  # fmt: skip
