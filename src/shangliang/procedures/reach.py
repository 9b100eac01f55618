"""Which rows of a table's model a seat may reach: each room registers its own queryset."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from .seat import Seat

# table name -> rows visible to a seat; the same querysets lists and pages use.
REACH: dict[str, Callable[[Seat], QuerySet[Any]]] = {}


def reach(table: str, seat: Seat) -> QuerySet[Any]:
    """Rows of the table's model this seat may see."""
    return REACH[table](seat)
