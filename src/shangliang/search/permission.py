"""Which index rows a seat may find: those whose thing its room's own queryset holds."""

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from ..procedures.seat import Seat
from .sources import SOURCES


def allowed(seat: Seat, kind: str = "", prefix: str | None = None) -> Q:
    """A condition on rows of the index, asked of each row that answers. Nothing for nobody."""
    if prefix is None:
        prefix = "row__" if connection.vendor == "sqlite" else ""
    condition = Q(pk__in=[])
    if not seat.signed_in:
        return condition
    for source in SOURCES.values():
        if kind and source.kind != kind:
            continue
        seen = source.visible(seat).order_by().filter(pk=OuterRef(f"{prefix}object_id"))
        condition |= Q(Exists(seen), **{f"{prefix}kind": source.kind})
    return condition
