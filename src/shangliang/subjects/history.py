"""经过: what was done to a thing, newest first, with the point of the road map it was done to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

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
    more: str = ""


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
    return Done(event.at, word, names.get(event.about_id, ""), said(verb, event.detail))


def said(verb: str, detail: dict[str, object]) -> str:
    """The day of the act, and what it moved."""
    if verb == "reach_milestone":
        day, word = parse_date(str(detail.get("on") or "")), "{:%-m-%-d} 完成"
    else:
        day, word = parse_date(str(detail.get("due") or "")), "{:%-m-%-d} 到"
    parts = [word.format(day)] if day else []
    if verb == "move_milestone" and detail.get("moved"):
        parts.append(f"{detail['moved']} 个节点跟着动")
    return "，".join(parts)
