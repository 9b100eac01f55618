"""The proposals behind one number of the statistics."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from ...procedures.seat import Role, Seat
from ..exporting import Exporter, register
from ..parts import NoSuchPart, open_parts, unit_named
from ..statistics import sessions_of
from .proposals import COLUMNS, lines
from .years import WATCH, number


def rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """``?key=&session=&unit=`` as the page of parts has them."""
    _, compared = sessions_of(seat.committee_id, number(request, "session"))
    try:
        if not compared:
            raise NoSuchPart
        unit = unit_named(seat, number(request, "unit"))
        found = open_parts(seat, request.GET.get("key", ""), compared[0], unit)
        if found.kind != "proposals":
            raise NoSuchPart
    except NoSuchPart as error:
        raise PermissionDenied("没有这个数字，或者您现在的身份不能导出它。") from error
    return lines(seat, found.rows)


register(Exporter("parts", "统计构成", COLUMNS, rows, (*WATCH, Role.MEMBER)))
