"""Which index rows a seat may find: those whose thing its room's own queryset holds.

The condition is a sentence about the seat, and putting such a sentence together costs Django ten times
what the database needs to answer it. It is therefore written once for each shape of seat (its roles and
how many units, bodies and so on it has), with stand-ins for the ids, and filled in for each seat. That
is done only where a first seat shows that filling in gives what the room itself would have written,
and where writing it asked the database nothing: otherwise the room is asked each time. What was
written holds for its day only, since a room may name today in what it says.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.db.models.sql import Query

from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from .models import Row
from .sources import SOURCES, Source

SETS = ("units", "bodies", "organises", "rooms", "heads", "in_charge")
STAND_IN = 1 << 50  # no id is so large
Written = tuple[str, tuple[Any, ...]] | None  # SQL with its values; None where nothing is allowed
Shape = tuple[Any, ...]


@dataclass(frozen=True)
class Template:
    """A condition with stand-ins, or ``None`` in ``written`` where the room must be asked each time."""

    written: Written
    usable: bool


_templates: dict[tuple[str, str, Shape], Template] = {}
_day: list[date] = []  # the office's day the templates were written on


def allowed(seat: Seat, kind: str = "", prefix: str = "") -> Q:
    """A condition on rows of the index for a queryset. Nothing for nobody."""
    condition = Q(pk__in=[])
    if not seat.signed_in:
        return condition
    for source in SOURCES.values():
        if kind and source.kind != kind:
            continue
        seen = source.visible(seat).order_by().filter(pk=OuterRef(f"{prefix}object_id"))
        condition |= Q(Exists(seen), **{f"{prefix}kind": source.kind})
    return condition


def written(seat: Seat, kinds: Sequence[str]) -> Written:
    """The same as SQL on ``search_row``; None where none of these kinds can be seen."""
    if not seat.signed_in:
        return None
    pieces, values = [], []
    for kind in kinds:
        if kind in SOURCES and (said := of_kind(seat, SOURCES[kind])) is not None:
            pieces.append(f'("search_row"."kind" = %s AND {said[0]})')
            values += [kind, *said[1]]
    return (f"({' OR '.join(pieces)})", tuple(values)) if pieces else None


def of_kind(seat: Seat, source: Source) -> Written:
    """What one room says of the seat, filled in where that is proven to be the same."""
    if seat.extra:  # carries what is not in the shape, such as a receipt
        return asked(seat, source)
    if _day != [today()]:
        _templates.clear()
        _day[:] = [today()]
    key = (connection.vendor, source.kind, shape_of(seat))
    template = _templates.get(key)
    if template is None:
        template = _templates[key] = prove(seat, source)
    return filled(template.written, seat) if template.usable else asked(seat, source)


def asked(seat: Seat, source: Source) -> Written:
    """What the room itself says."""
    seen = source.visible(seat).order_by().filter(pk=OuterRef("object_id"))
    query: Query = Row.objects.filter(Exists(seen)).query
    try:
        sql, params = query.where.as_sql(query.get_compiler("default"), connection)  # type: ignore[arg-type]
    except EmptyResultSet:
        return None
    return sql, tuple(params)


def shape_of(seat: Seat) -> Shape:
    """What decides how the condition reads; ids only decide its values."""
    return (seat.roles, seat.account_id is None, *(len(getattr(seat, name)) for name in SETS))


def stand_ins(seat: Seat) -> dict[int, int]:
    """Stand-in -> the seat's own id, in a fixed order."""
    found = {STAND_IN: seat.person_id, STAND_IN + 1: seat.committee_id}
    for n, name in enumerate(SETS, 1):
        ids = sorted(getattr(seat, name))
        found.update({STAND_IN + n * 10_000 + at: pk for at, pk in enumerate(ids)})
    return found


def stood_in(seat: Seat) -> Seat:
    """A seat of the same shape made of stand-ins."""
    sets: dict[str, Any] = {
        name: frozenset(STAND_IN + n * 10_000 + at for at in range(len(getattr(seat, name))))
        for n, name in enumerate(SETS, 1)
    }
    return replace(
        seat, person_id=STAND_IN, committee_id=STAND_IN + 1, name="", committee_name="", title="",
        ip=None, kept={}, **sets,
    )  # fmt: skip


def filled(said: Written, seat: Seat) -> Written:
    """The stand-ins replaced by the seat's ids."""
    if said is None:
        return None
    ids = stand_ins(seat)
    return said[0], tuple(ids.get(p, p) if type(p) is int else p for p in said[1])


def prove(seat: Seat, source: Source) -> Template:
    """Write it for stand-ins, and see whether filling in gives what the room says of this seat."""
    questions: list[str] = []
    if source.prepare:
        source.prepare(seat)

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        questions.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        template, true = asked(stood_in(seat), source), asked(seat, source)
    return Template(template, not questions and same(filled(template, seat), true))


def same(one: Written, other: Written) -> bool:
    """The same words with the same values; the order inside a list of ids means nothing."""
    if one is None or other is None:
        return one is other
    return one[0] == other[0] and sorted(map(repr, one[1])) == sorted(map(repr, other[1]))
