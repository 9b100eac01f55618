"""对象: the register, one thing's page, projects by state and county, and its road map."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date

from ...journal.kept import kept
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused, offers
from ...tasks.board import rows_of, stands
from ...tasks.queries import visible as tasks
from ...web.access import needs, seat_of
from ...web.places import BUSINESS
from ..actions.add_subject import add_subject
from ..flow import STAGES, SUBJECT
from ..flow.people import OFFICE
from ..forms.subject import Register, counties
from ..history import history_of
from ..models import Subject
from ..moneyboard import board_of
from ..pointers import POINTERS, Pointer
from ..points import milestones_of, points_of
from ..queries import lines, subjects
from ..readings import readings_of
from ..roadmap import critical, slipped
from .buttons import buttons

PAGE = 50


class Filter(forms.Form):
    """What the register can be narrowed by."""

    q = forms.CharField(label="名称", required=False, max_length=60)
    kind = forms.ChoiceField(
        label="类型", required=False, choices=[("", "全部"), *Subject.Kind.choices]
    )
    state = forms.ChoiceField(
        label="状态", required=False, choices=[("", "全部"), *SUBJECT.states.items()]
    )
    place = forms.TypedChoiceField(label="县区", required=False, coerce=int, empty_value=None)
    stuck = forms.BooleanField(label="只看卡住的", required=False)

    def __init__(self, data: Any, places: list[tuple[int, str]]) -> None:
        super().__init__(data)
        self.fields["place"].choices = [("", "全部"), *places]  # type: ignore[attr-defined]


def narrowed(seat: Seat, data: dict[str, Any]) -> Any:
    """The register under its filter."""
    rows = subjects(seat)
    if text := (data.get("q") or "").strip():
        rows = rows.filter(Q(name__icontains=text) | Q(code__icontains=text))
    for name in ("kind", "state"):
        if data.get(name):
            rows = rows.filter(**{name: data[name]})
    if data.get("place"):
        rows = rows.filter(place_id=data["place"])
    if data.get("stuck"):
        rows = rows.exclude(blocker="")
    return rows


@needs(*BUSINESS)
def register(request: HttpRequest) -> HttpResponse:
    """Everything registered, by kind, state and county."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    form = Filter(request.GET, counties(seat.committee_id))
    form.is_valid()
    rows = narrowed(seat, form.cleaned_data).order_by("kind", "name", "pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    for row in page.object_list:
        row.state_word = SUBJECT.label_of(row.state)
    context = {"form": form, "page_obj": page, "may": seat.has(*OFFICE)}
    return render(request, "subjects/register.html", context)


@needs(*OFFICE)
def new(request: HttpRequest) -> HttpResponse:
    """登记一个对象."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    form = Register(
        request.POST or None, committee_id=seat.committee_id, initial=request.GET.dict()
    )
    if request.method == "POST" and form.is_valid():
        try:
            row = add_subject(seat, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"已登记：{row.name}")
            return redirect(row)
    status = 422 if request.method == "POST" else 200
    return render(request, "subjects/new.html", {"form": form}, status=status)


@needs(*BUSINESS)
def projects(request: HttpRequest) -> HttpResponse:
    """Counts of the four states by county; the stuck ones with what they are stuck on (S-171)."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    every = subjects(seat).filter(kind=Subject.Kind.PROJECT, state__in=STAGES)
    counted: Any = (
        every.select_related(None)
        .order_by()
        .values("place_id", "place__name")
        .annotate(
            **{stage: Count("pk", filter=Q(state=stage)) for stage in STAGES},
            stuck=Count("pk", filter=~Q(blocker="")),
            late=Count("pk", filter=Q(plan_end__lt=today()) & ~Q(state="done")),
        )
    )
    rows = [
        {
            "pk": row["place_id"],
            "name": row["place__name"] or "市本级",
            "cells": [(stage, row[stage]) for stage in STAGES],
            "all": sum(row[stage] for stage in STAGES),
            "stuck": row["stuck"],
            "late": row["late"],
        }
        for row in sorted(counted, key=lambda r: r["place__name"] or "")
    ]
    context = {
        "rows": rows,
        "heads": [SUBJECT.states[stage] for stage in STAGES],
        "totals": [sum(row["cells"][n][1] for row in rows) for n in range(len(STAGES))],
        "all": sum(row["all"] for row in rows),
        "stuck": every.exclude(blocker="").order_by("blocked_on", "pk")[:25],
        "states": SUBJECT.states,
    }
    return render(request, "subjects/projects.html", context)


@needs(*BUSINESS)
def subject(request: HttpRequest, pk: int) -> HttpResponse:
    """One thing with all that points to it. ``?slip=<milestone>&to=<day>`` tries what would move."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    row = get_object_or_404(subjects(seat).select_related("parent"), pk=pk)
    pointers, figures = kept(
        seat.committee_id,
        f"subject:{row.pk}:{seat.person_id}",
        lambda: (pointing(seat, row), readings_of(seat, row)),
    )
    found = stands(tasks(seat).filter(subject_id=row.pk), seat.committee_id)
    found.sort(key=lambda stand: stand.key("urgent"))
    money = board_of(list(lines(seat).filter(fund=row))) if row.kind == Subject.Kind.FUND else None
    road = road_of(request, row)
    context = {
        "subject": row,
        "state": SUBJECT.label_of(row.state),
        "verbs": buttons("subject", row.pk, offers(SUBJECT, seat, row), request.path),
        "rows": rows_of(seat, found[:20]) if found else [],
        "tasks": len(found),
        "late": sum(stand.lamp.group in ("late", "serious", "undated") for stand in found),
        "money": money,
        "pointers": pointers,
        "road": road,
        "figures": figures,
        "events": history_of(row, [point["row"] for point in road["points"]]),
        "may_assign": seat.has(*OFFICE),
        "empty": not (found or pointers or money or road["points"] or figures),
    }
    return render(request, "subjects/subject.html", context)


def pointing(seat: Seat, row: Subject) -> list[tuple[str, list[Pointer]]]:
    """Every room's rows about the thing, by label; kept until the next event."""
    found = ((label, find(seat, row)) for label, find in POINTERS.items())
    return [(label, rows) for label, rows in found if rows]


def road_of(request: HttpRequest, row: Subject) -> dict[str, Any]:
    """The road map with its critical chain, and what a tried slip would move."""
    rows = milestones_of(row)
    points = points_of(rows)
    chain = set(critical(points)) if points else set()
    tried, to = slip_of(request, points)
    moved = slipped(points, tried, to) if tried and to else {}
    day = today()
    return {
        "points": [
            {
                "row": point,
                "critical": point.pk in chain,
                "late": point.done_on is None and point.due_on < day,
                "waits": [p.title for p in point.after.all()],
                "new": moved.get(point.pk),
            }
            for point in rows
        ],
        "tried": next((p for p in rows if p.pk == tried), None),
        "to": to,
        "moved": len(moved) - 1 if moved else 0,
        "end": max((p.done_on or p.due_on for p in rows), default=None),
        "new_end": max((moved.get(p.pk) or p.done_on or p.due_on for p in rows), default=None)
        if moved
        else None,
        "open": [p for p in rows if p.done_on is None],
    }


def slip_of(request: HttpRequest, points: dict[int, Any]) -> tuple[int, date | None]:
    """The tried slip, if it makes sense."""
    given = request.GET.get("slip", "")
    pk = int(given) if given.isascii() and given.isdecimal() and len(given) < 16 else 0
    try:
        to = parse_date(request.GET.get("to", ""))
    except ValueError:
        to = None
    return (pk, to) if pk in points and to and not points[pk].done else (0, None)
