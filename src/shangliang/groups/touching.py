"""Entering a contact, whoever it is with; and when the last one was."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Max

from ..procedures.office_calendar import today
from ..procedures.seat import Seat
from ..procedures.verdicts import refuse
from .limits import plain_matter
from .models import Touch
from .words import MATTERS, WAYS

# catalogue S-040: members nobody spoke to for half a year are listed.
SILENT = timedelta(days=180)
OLDEST = timedelta(days=400)


def new_touch(
    seat: Seat, *, on: date, way: str, matter: str, note: str, referred: str, **of: Any
) -> Touch:
    """A row of ``of`` (listed, team, whom). Raises Refused."""
    if way not in WAYS:
        raise refuse("请选联系的方式。")
    if matter and matter not in MATTERS:
        raise refuse("请选哪方面的事。")
    if on > today():
        raise refuse("还没有到的日子不能记。")
    if on < today() - OLDEST:
        raise refuse("一年多以前的不在这里补记。")
    plain_matter(note, referred)
    return Touch.objects.create(
        committee_id=seat.committee_id, on=on, way=way, matter=matter, note=note.strip()[:120],
        referred=referred.strip()[:60], by_id=seat.person_id, **of,
    )  # fmt: skip


def last_touched(committee_id: int, people: Iterable[int]) -> dict[int, date]:
    """Person or body -> the last contact with them, one question."""
    rows = Touch.objects.filter(committee_id=committee_id, whom_id__in=list(people))
    return dict(rows.order_by().values_list("whom_id").annotate(last=Max("on")))
