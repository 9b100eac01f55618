"""How a task names what it came from: a finding of an inspection, an activity."""

from ..procedures.seat import Seat
from ..tasks.sources import SOURCES, Source
from .queries import findings, visible


def of_findings(seat: Seat, ids: list[int]) -> dict[int, Source]:
    return {
        row.pk: Source("视察发现", row.text[:60], row.get_absolute_url())
        for row in findings(seat).filter(pk__in=ids)
    }


def of_activities(seat: Seat, ids: list[int]) -> dict[int, Source]:
    return {
        row.pk: Source("活动", row.title, row.get_absolute_url())
        for row in visible(seat).filter(pk__in=ids)
    }


SOURCES["finding"] = of_findings
SOURCES["activity"] = of_activities
