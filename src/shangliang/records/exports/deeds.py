"""The records of a year as a sheet: counts of the four blocks, in stroke order, never by points."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest

from ...actors.queries import members
from ...deeds.blocks import records
from ...deeds.facts import gather
from ...deeds.ledger import totals
from ...deeds.queries import READERS
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ..exporting import Column, Exporter, register
from .years import number

COLUMNS = (
    Column("姓名", 12),
    Column("应到", 8),
    Column("实到", 8),
    Column("请假", 8),
    Column("提案", 8),
    Column("社情民意", 10),
    Column("立案", 8),
    Column("采用", 8),
    Column("成效", 8),
    Column("积分", 10),
)


def rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """``?year=``; a fixed number of questions, whatever the number of members."""
    year = number(request, "year") or today().year
    if not 1990 < year <= today().year:
        return
    people = list(members(seat))
    ids = [p.pk for p in people]
    found = records(gather(seat.committee_id, year), year, ids)
    sums = totals(seat.committee_id, year, ids)
    for person in people:
        one = found[person.pk]
        yield (
            person.name,
            one.base,
            one.n("attended"),
            one.n("on_leave"),
            one.n("proposal_submitted"),
            one.n("report_submitted"),
            one.n("proposal_filed"),
            one.n("report_adopted"),
            one.effects,
            float(sums[person.pk]),
        )


register(Exporter("deeds", "委员履职", COLUMNS, rows, READERS))
