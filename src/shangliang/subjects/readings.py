"""Figures that speak of a thing: its own region's, those of indicators it is watched by, those read from texts about it.

Three ways lead here, none of them a guess: a region of the same name; an indicator a person chose for
the thing (看指标), read for the county it lies in; a figure accepted from a document about it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from ..documents.models import Extract
from ..engines.indicators.periods import of_code
from ..procedures.seat import Seat
from ..yardsticks.comparing import shown
from ..yardsticks.models import Reading, Region, Yardstick
from ..yardsticks.queries import readings
from .models import Subject, SubjectLink

WATCHED = "yardstick"  # SubjectLink.about_type of an indicator chosen for the thing
MOST = 200


@dataclass(frozen=True)
class Line:
    """One indicator in one region: the newest figure, and the one of the same period last year."""

    pk: int
    name: str
    region: str
    period: str
    value: str
    unit: str
    before: str = ""
    better: bool | None = None
    source: str = ""
    on: date | None = None


def regions_of(subject: Subject) -> Q:
    """The thing's own region by name, else that of the county it lies in, else the whole city."""
    named = Q(name=subject.name) | Q(names__name=subject.name)
    if subject.place_id and subject.place is not None:
        place = {subject.place.name, subject.place.short or subject.place.name}
        return named | Q(speaks_id=subject.place_id) | Q(name__in=place)
    return named | Q(level=Region.Level.CITY)


def found(seat: Seat, subject: Subject) -> list[Reading]:
    """Readings in force that speak of it and that the seat may see; two questions."""
    here = Region.objects.filter(committee_id=subject.committee_id).filter(regions_of(subject))
    own = here.filter(Q(name=subject.name) | Q(names__name=subject.name))
    watched = SubjectLink.objects.filter(subject=subject, about_type=WATCHED).values("about_id")
    said = Extract.objects.filter(
        committee_id=subject.committee_id,
        made_type="reading",
        intake__about_type="subject",
        intake__about_id=subject.pk,
    ).values("made_id")
    speaks = (
        Q(region__in=own.values("pk"))
        | Q(yardstick__in=watched, region__in=here.values("pk"))
        | Q(pk__in=said)
    )
    rows = readings(seat).filter(speaks, current=True, value__isnull=False)
    return list(rows.order_by("yardstick__rank", "region__rank", "-period")[:MOST])


def readings_of(seat: Seat, subject: Subject) -> list[Line]:
    """The newest figure of each indicator and region."""
    series: dict[tuple[int, int], dict[str, Reading]] = {}
    for row in found(seat, subject):
        series.setdefault((row.yardstick_id, row.region_id), {})[row.period] = row
    return [line_of(rows) for rows in series.values()]


def line_of(rows: dict[str, Reading]) -> Line:
    row = rows[max(rows, key=of_code)]
    yardstick, period = row.yardstick, of_code(row.period)
    before = rows.get(period.last_year().code)
    return Line(
        row.pk,
        yardstick.name,
        row.region.name,
        period.label(yardstick.span == Yardstick.Span.CUMULATIVE),
        shown(row.value, yardstick.decimals),
        yardstick.unit,
        shown(before.value, yardstick.decimals) if before else "",
        better(yardstick, row.value, before.value if before else None),
        row.source,
        row.on,
    )


def better(yardstick: Yardstick, now: Decimal | None, before: Decimal | None) -> bool | None:
    """Whether it moved the good way; None where nobody can say."""
    if now is None or before is None or now == before:
        return None
    if yardstick.direction == Yardstick.Direction.NONE:
        return None
    return (now > before) == (yardstick.direction == Yardstick.Direction.HIGHER)
