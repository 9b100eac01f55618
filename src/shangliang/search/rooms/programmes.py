"""What long work lets be found: programmes by name and aim, and the rows of their sheets.

Of a row everything is read but its private amount; who may open a row is what the room's own pages say.
"""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse

from ...programmes.models import Item, Programme
from ...programmes.queries import items, programmes
from ..sources import Entry, Source, register


def all_programmes(committee_id: int) -> QuerySet[Programme]:
    return Programme.objects.filter(committee_id=committee_id)


def read_programmes(rows: QuerySet[Programme]) -> Iterator[Entry]:
    for row in rows:
        text = "\n".join(t for t in (row.aim, row.basis) if t)
        yield Entry(row.pk, row.title, text, row.starts_on, note=row.book.name)


def all_items(committee_id: int) -> QuerySet[Item]:
    return Item.objects.filter(committee_id=committee_id, void_why="")


def read_items(rows: QuerySet[Item]) -> Iterator[Entry]:
    for row in rows.select_related("programme"):
        said = (str(value) for _, value in row.said(but=row.book.private))
        yield Entry(row.pk, row.title, "\n".join(said), row.on, note=str(row.programme))


register(
    Source("programme", "专项", Programme, programmes, all_programmes, read_programmes,
           lambda pk: reverse("programme", args=[pk]))
)  # fmt: skip
register(
    Source("item", "专项记录", Item, items, all_items, read_items,
           lambda pk: reverse("programme-item", args=[pk]))
)  # fmt: skip
