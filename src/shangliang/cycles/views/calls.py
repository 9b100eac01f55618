"""通知与会议: the list, the notice, the page of one meeting that opens on the last one's tasks."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ...documents.models import Intake
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused, offers
from ...tasks.flow import TASK
from ...tasks.models import Task
from ...web.access import needs, seat_of
from ..actions.draft_call import draft_call
from ..actions.edit_call import edit_call
from ..actions.raise_suggestion import raise_suggestion
from ..flow import CALL
from ..flow.call import STATES
from ..flow.handin import STATES as HANDED
from ..flow.who import ALL, DESK, READERS
from ..forms.pages import CallForm, SuggestionForm, contents_as_text
from ..models import Call, Covered, Handin, Suggestion
from ..queries import calls, handins, suggestions
from .verbs import buttons

PAGE = 25


@require_safe
@needs(*ALL)
def listing(request: HttpRequest) -> HttpResponse:
    """Every notice, newest first, with how many have handed in."""
    seat = seat_of(request)
    page = Paginator(calls(seat), PAGE).get_page(request.GET.get("page"))
    ids = [row.pk for row in page]
    tally = {
        row["call_id"]: row
        for row in Handin.objects.filter(committee_id=seat.committee_id, call_id__in=ids)
        .order_by()
        .values("call_id")
        .annotate(units=Count("pk"), handed=Count("pk", filter=~Q(state="asked")))
    }
    for row in page:
        row.tally = tally.get(row.pk, {})  # type: ignore[attr-defined]
        row.state_name = STATES[row.state]  # type: ignore[attr-defined]
    mine: list[Handin] = []
    if seat.units:
        mine = list(
            handins(seat).filter(
                unit_id__in=seat.units, call__state="sent", state__in=("asked", "returned")
            )
        )
    context = {"rows": list(page), "page_obj": page, "desk": seat.has(*DESK), "mine": mine,
               "today": today()}  # fmt: skip
    return render(request, "cycles/calls.html", context)


@needs(*DESK)
def new(request: HttpRequest) -> HttpResponse:
    """起草通知; contents and units of the last of its series stand there to begin with."""
    seat = seat_of(request)
    initial: dict[str, Any] = {}
    again = request.GET.get("again", "")
    if again.isdecimal() and (old := calls(seat).filter(pk=int(again[:12])).first()):
        initial = {
            "kind": old.kind,
            "series": old.series,
            "title": old.title,
            "text": old.text,
            "place": old.place,
            "contents": contents_as_text(old),
            "units": list(old.handins.values_list("unit_id", flat=True)),
        }
    return notice(request, seat, None, initial)


@needs(*DESK)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """改通知."""
    seat = seat_of(request)
    row = get_object_or_404(calls(seat), pk=pk)
    initial = {
        "kind": row.kind,
        "series": row.series,
        "title": row.title,
        "text": row.text,
        "place": row.place,
        "due_on": row.due_on,
        "meeting_on": row.meeting_on,
        "contents": contents_as_text(row),
        "units": list(row.handins.values_list("unit_id", flat=True)),
    }
    return notice(request, seat, row, initial)


def notice(
    request: HttpRequest, seat: Seat, row: Call | None, initial: dict[str, Any]
) -> HttpResponse:
    """One form for both; what was typed stays when it is refused."""
    form = CallForm(request.POST or None, seat=seat, initial=initial)
    if row is not None:
        del form.fields["kind"], form.fields["series"]
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                if row is None:
                    row = draft_call(seat, **form.cleaned_data)
                else:
                    edit_call(seat, row.pk, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
                status = 409
            else:
                messages.success(request, f"已存：{row}")
                return redirect("call", row.pk)
    return render(request, "cycles/notice.html", {"form": form, "call": row}, status=status)


@needs(*ALL)
def call(request: HttpRequest, pk: int) -> HttpResponse:
    """One notice or meeting. POST: a suggestion."""
    seat = seat_of(request)
    row = get_object_or_404(calls(seat).select_related("previous", "by"), pk=pk)
    desk = seat.has(*DESK)
    asked = list(handins(seat).filter(call=row).prefetch_related("remarks"))
    offered = [(h.unit_id, str(h.unit)) for h in asked if desk or h.unit_id in seat.units]
    posted = request.method == "POST"
    form = SuggestionForm(request.POST if posted else None, offered)
    status = 200
    if posted:
        status = 422
        if form.is_valid():
            try:
                raise_suggestion(seat, call=pk, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "建议已收下，会交有关单位答复。")
                return redirect("call", pk)
    context = {
        "call": row,
        "state": STATES[row.state],
        "contents": list(row.contents.all()),
        "handins": dressed(asked),
        "last": last_tasks(seat, row),
        "speech": speech(seat, row),
        "tasks": tasks_of(seat, row.pk),
        "suggestions": list(suggestions(seat).filter(call=row)[:100]),
        "silent": silent(row, asked) if row.kind == Call.Kind.SUGGESTIONS else [],
        "verbs": buttons(offers(CALL, seat, row), "call", pk, request.path, ("edit_call",)),
        "desk": desk,
        "reads": seat.has(*READERS),
        "mine": [h for h in asked if h.unit_id in seat.units],
        "form": form if offered and row.state in ("sent", "held") else None,
        "next_box": waiting(row, asked),
        "today": today(),
    }
    return render(request, "cycles/call.html", context, status=status)


def dressed(rows: list[Handin]) -> list[Handin]:
    for row in rows:
        row.state_name = HANDED[row.state]  # type: ignore[attr-defined]
        remarks = list(row.remarks.all())
        row.last_remark = remarks[0] if remarks else None  # type: ignore[attr-defined]
    return rows


def last_tasks(seat: Seat, row: Call) -> list[tuple[str, list[dict[str, Any]]]]:
    """Tasks of the meeting before, by unit: what this one opens on (S-148)."""
    if row.previous_id is None or not seat.has(*READERS):
        return []
    by_unit: dict[str, list[dict[str, Any]]] = {}
    for task in tasks_of(seat, row.previous_id):
        by_unit.setdefault(str(task["task"].owner), []).append(task)
    return list(by_unit.items())


def tasks_of(seat: Seat, call_id: int) -> list[dict[str, Any]]:
    """Tasks set at a meeting, with their state in words; late first within a unit."""
    rows = (
        Task.objects.filter(committee_id=seat.committee_id, case_type="call", case_id=call_id)
        .select_related("owner")
        .order_by("owner_id", "due_on", "pk")
    )
    day = today()
    return [
        {
            "task": task,
            "state": TASK.states.get(task.state, task.state),
            "late": bool(task.due_on and task.due_on < day and task.state in OPEN),
            "done": task.state == "verified",
        }
        for task in rows[:200]
    ]


# States in which the unit still has something to do.
OPEN = ("offered", "contested", "doing")


def speech(seat: Seat, row: Call) -> list[Intake]:
    """What was said at the meeting, being read or read."""
    if not seat.has(*READERS):
        return []
    found = Intake.objects.filter(
        committee_id=seat.committee_id, about_type="call", about_id=row.pk
    )
    return list(found.order_by("pk")[:20])


def silent(row: Call, asked: list[Handin]) -> list[Handin]:
    """Who has not answered a call for suggestions (S-102)."""
    spoke = set(
        Suggestion.objects.filter(committee_id=row.committee_id, call=row).values_list(
            "unit_id", flat=True
        )
    )
    return [h for h in asked if h.unit_id not in spoke and h.state == "asked"]


def waiting(row: Call, asked: list[Handin]) -> str:
    """Whom everybody waits for."""
    open_ones = [h for h in asked if h.state in ("asked", "returned")]
    if row.state == "draft":
        return "等发通知"
    if row.state == "sent":
        if not open_ones:
            return "都交了，等开会" if row.kind == Call.Kind.MEETING else "都交了，等收尾"
        return f"等 {len(open_ones)} 个单位交" + ("汇报" if row.kind == Call.Kind.MEETING else "")
    if row.state == "held":
        return "等把会上的讲话拆成任务"
    return "已收尾"


@require_safe
@needs(*READERS)
def coverage(request: HttpRequest, pk: int) -> HttpResponse:
    """覆盖表: units × contents, before the meeting (S-149)."""
    seat = seat_of(request)
    row = get_object_or_404(calls(seat), pk=pk)
    contents = list(row.contents.all())
    found: dict[tuple[int, int], Covered] = {}
    for covered in Covered.objects.filter(committee_id=seat.committee_id, handin__call=row):
        found[covered.handin_id, covered.content_id] = covered
    lines = [
        (h, [found.get((h.pk, c.pk)) for c in contents]) for h in handins(seat).filter(call=row)
    ]
    missing = [
        (c, [h.unit for h, cells in lines if (cell := cells[n]) and cell.state == "missing"])
        for n, c in enumerate(contents)
    ]
    cells = [cell for _, row_cells in lines for cell in row_cells]
    filled = sum(cell is not None and cell.state != "missing" for cell in cells)
    context = {"call": row, "contents": contents, "lines": lines,
               "cells": len(cells), "filled": filled, "empty": len(cells) - filled,
               "missing": [(c, units) for c, units in missing if units]}  # fmt: skip
    return render(request, "cycles/coverage.html", context)
