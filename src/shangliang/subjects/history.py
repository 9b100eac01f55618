"""经过: what was done to a thing, newest first, with the point of the road map it was done to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.dateparse import parse_date

from ..journal.kinds import type_of
from ..journal.models import Event
from .flow import SUBJECT
from .models import Milestone, Subject

SHOWN = 12
POINT = "milestone"  # as events keep it


@dataclass(frozen=True)
class Done:
    """One act: when, what, to which point, and the day it named."""

    at: datetime
    word: str
    name: str = ""
    day: date | None = None
    reached: bool = False
    moved: int = 0


def history_of(row: Subject, points: Sequence[Milestone]) -> list[Done]:
    """The last acts on the thing; ``points``: its road map, already read."""
    names = {point.pk: point.title for point in points}
    events = Event.objects.filter(
        committee_id=row.committee_id, case_type=type_of(row), case_id=row.pk
    ).order_by("-seq")[:SHOWN]
    return [told(event, names) for event in events]


def told(event: Event, names: dict[int, str]) -> Done:
    table, _, verb = event.verb.partition(".")
    try:
        word = SUBJECT[verb].says if table == "subject" else event.verb
    except KeyError:
        word = "登记"
    if event.about_type != POINT:
        return Done(event.at, word)
    reached = verb == "reach_milestone"
    detail = event.detail
    return Done(
        event.at,
        word,
        names.get(event.about_id, ""),
        parse_date(str(detail.get("on" if reached else "due") or "")),
        reached,
        int(detail.get("moved") or 0),
    )
