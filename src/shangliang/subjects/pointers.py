"""What points to a thing: each room registers its rows; the thing's page shows them all.

``POINTERS[label] = (seat, subject) -> list of Pointer``, one question each. Rooms whose rows carry
``about_type``/``about_id`` or ``subject_id`` are reached by ``by_field``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Subquery
from django.urls import NoReverseMatch, reverse

from ..documents.models import ClauseUse
from ..documents.queries import clauses
from ..procedures.reach import REACH
from ..procedures.seat import Seat
from ..tasks.sources import SOURCES
from .models import Subject, SubjectLink

SHOWN = 20


@dataclass(frozen=True)
class Pointer:
    """One row about the thing."""

    title: str
    url: str = ""
    note: str = ""
    when: date | None = None


POINTERS: dict[str, Callable[[Seat, Subject], list[Pointer]]] = {}


def address(row: Any, name: str) -> str:
    """The row's own page, where it has one."""
    own = getattr(row, "get_absolute_url", None)
    if own:
        return str(own())
    try:
        return reverse(name, args=[row.pk])
    except NoReverseMatch:
        return ""


def day_of(row: Any) -> date | None:
    """When it was: the first date the row knows."""
    for name in ("starts_at", "due_on", "on", "nominated_at", "made_at", "noted_on"):
        value = getattr(row, name, None)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
    return None


def by_field(table: str, name: str, **fields: str) -> Callable[[Seat, Subject], list[Pointer]]:
    """Rows a seat may reach of a table whose ``about_type``/``about_id`` name the thing.

    A room that is not there, or has no such columns, has nothing to show.
    """
    about_type, about_id = fields.get("kind", "about_type"), fields.get("pk", "about_id")

    def find(seat: Seat, subject: Subject) -> list[Pointer]:
        if table not in REACH:
            return []
        rows = REACH[table](seat)
        names = {f.name for f in rows.model._meta.get_fields()}
        if not {about_type, about_id} <= names:
            return []
        found = rows.filter(**{about_type: "subject", about_id: subject.pk}).order_by("-pk")
        return [
            Pointer(
                str(row),
                address(row, name),
                row.get_kind_display() if hasattr(row, "get_kind_display") else "",
                day_of(row),
            )
            for row in found[:SHOWN]
        ]

    return find


def linked(seat: Seat, subject: Subject) -> list[Pointer]:
    """Rows of other rooms a person linked to it, named by their own rooms."""
    rows = SubjectLink.objects.filter(
        committee_id=subject.committee_id, subject=subject, about_type__in=SOURCES
    )
    by_kind: dict[str, list[int]] = {}
    for kind, pk in rows.order_by("pk").values_list("about_type", "about_id"):
        by_kind.setdefault(kind, []).append(pk)
    out = []
    for kind, ids in by_kind.items():
        found = SOURCES[kind](seat, ids) if kind in SOURCES else {}
        out += [Pointer(f"{s.label} {s.title}".strip(), s.url) for s in found.values()]
    return out


def children(seat: Seat, subject: Subject) -> list[Pointer]:
    """What belongs to it: centres and teams of a policy, projects of a park (S-159)."""
    rows = Subject.objects.filter(committee_id=subject.committee_id, parent=subject)
    return [
        Pointer(
            row.name,
            row.get_absolute_url(),
            " ".join([row.get_kind_display(), str(row.unit or "")]),
        )
        for row in rows.select_related("unit")[:SHOWN]
    ]


def uses(seat: Seat, subject: Subject) -> list[Pointer]:
    """Clauses of the texts about it with how many used each; what nobody used says so."""
    last = ClauseUse.objects.filter(clause=OuterRef("pk")).order_by("-on", "-pk")
    rows = (
        clauses(seat)
        .filter(intake__about_type="subject", intake__about_id=subject.pk)
        .annotate(used=Subquery(last.values("count")[:1]), day=Subquery(last.values("on")[:1]))
    )
    return [
        Pointer(
            f"{row.address} {row.text}"[:90],
            reverse("clause", args=[row.pk]),
            "没有记过使用" if row.used is None else f"用了 {row.used}" if row.used else "没有人用",
            row.day,
        )
        for row in rows.order_by("intake_id", "part", "order")[:50]
    ]


POINTERS["属于它的"] = children
POINTERS["条款和使用"] = uses
POINTERS["议题"] = by_field("topic", "topic")
POINTERS["协商"] = by_field("consultation", "consultation")
POINTERS["走访调研活动"] = by_field("activity", "activity")
POINTERS["现场发现"] = by_field("finding", "finding")
POINTERS["关联的事"] = linked
