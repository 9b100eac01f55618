"""建议、批示、通报协商: three registers and their pages."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from ...procedures.office_calendar import today
from ...procedures.verdicts import Refused, offers
from ...tasks.models import Task
from ...web.access import needs, seat_of
from ..actions.add_briefing import add_briefing
from ..actions.hold_briefing import hold_briefing
from ..actions.register_instruction import register_instruction
from ..flow import INSTRUCTION, SUGGESTION
from ..flow.instruction import STATES as INSTRUCTED
from ..flow.suggestion import STATES as SUGGESTED
from ..flow.who import ALL, DESK, READERS
from ..forms.pages import BriefingForm, HeldForm, InstructionForm
from ..models import Briefing, InstructionUnit, Suggestion
from ..queries import briefings, instructions, suggestions
from .verbs import buttons

PAGE = 25


@require_safe
@needs(*ALL)
def suggestion_list(request: HttpRequest) -> HttpResponse:
    """What counties ask, by state; merged ones stand with their lead."""
    seat = seat_of(request)
    rows = suggestions(seat)
    counts = dict(rows.order_by().values_list("state").annotate(n=Count("pk")))
    show = request.GET.get("show", "")
    show = show if show in SUGGESTED else ""
    tabs = [{"label": "全部", "url": "?", "count": sum(counts.values()), "current": not show}]
    tabs += [
        {"label": label, "url": f"?show={key}", "count": counts.get(key, 0), "current": key == show}
        for key, label in SUGGESTED.items()
    ]
    if show:
        rows = rows.filter(state=show)
    counted = rows.annotate(asked=Count("merged") + 1).order_by("-pk")  # counting drops the order
    page = Paginator(counted, PAGE).get_page(request.GET.get("page"))
    for row in page:
        row.state_name = SUGGESTED[row.state]  # type: ignore[attr-defined]
    context = {"rows": list(page), "page_obj": page, "tabs": tabs, "today": today()}
    return render(request, "cycles/suggestions.html", context)


@require_safe
@needs(*ALL)
def suggestion(request: HttpRequest, pk: int) -> HttpResponse:
    """One ask with those merged into it, and the answer all of them see."""
    seat = seat_of(request)
    row = get_object_or_404(suggestions(seat).select_related("call"), pk=pk)
    whole = row.lead or row
    if row.lead_id:
        whole = Suggestion.objects.select_related("addressee", "unit").get(
            pk=row.lead_id, committee_id=seat.committee_id
        )
    context = {
        "row": row,
        "whole": whole,
        "merged": list(whole.merged.select_related("unit")),
        "state": SUGGESTED[row.state],
        "verbs": buttons(offers(SUGGESTION, seat, row), "suggestion", pk, request.path),
    }
    return render(request, "cycles/suggestion.html", context)


@require_safe
@needs(*ALL)
def instruction_list(request: HttpRequest) -> HttpResponse:
    """批示登记: who, when, on what, to whom, answered or not; what is late."""
    seat = seat_of(request)
    rows = instructions(seat)
    day = today()
    late = Q(state="open", due_on__lt=day)
    counts = rows.order_by().aggregate(
        open=Count("pk", filter=Q(state="open"), distinct=True),
        late=Count("pk", filter=late, distinct=True),
        answered=Count("pk", filter=Q(state="answered"), distinct=True),
        all=Count("pk", distinct=True),
    )
    shows = {"all": "全部", "open": "待报结果", "late": "逾期", "answered": "已报结果"}
    show = request.GET.get("show", "all")
    show = show if show in shows else "all"
    if show == "late":
        rows = rows.filter(late)
    elif show != "all":
        rows = rows.filter(state=show)
    page = Paginator(rows.prefetch_related("units__unit"), PAGE).get_page(request.GET.get("page"))
    for row in page:
        row.state_name = INSTRUCTED[row.state]  # type: ignore[attr-defined]
        row.late = row.state == "open" and row.due_on is not None and row.due_on < day  # type: ignore[attr-defined]
    context = {
        "rows": list(page),
        "page_obj": page,
        "counts": counts,
        "desk": seat.has(*DESK),
        "tabs": [
            {"label": label, "url": f"?show={key}", "count": counts[key], "current": key == show}
            for key, label in shows.items()
        ],
    }
    return render(request, "cycles/instructions.html", context)


@needs(*DESK)
def instruction_new(request: HttpRequest) -> HttpResponse:
    """登记一件批示."""
    seat = seat_of(request)
    form = InstructionForm(request.POST or None, seat=seat, initial={"on": today()})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                row = register_instruction(seat, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
                status = 409
            else:
                messages.success(request, f"已登记：{row}")
                return redirect("instruction", row.pk)
    context = {"form": form, "title": "登记批示", "back": "instructions", "submit": "登记"}
    return render(request, "cycles/form.html", context, status=status)


@require_safe
@needs(*ALL)
def instruction(request: HttpRequest, pk: int) -> HttpResponse:
    """One instruction: each unit's report and task."""
    seat = seat_of(request)
    row = get_object_or_404(instructions(seat), pk=pk)
    units = InstructionUnit.objects.filter(
        committee_id=seat.committee_id, instruction=row
    ).select_related("unit")
    if not seat.has(*READERS):
        units = units.filter(unit_id__in=seat.units)
    tasks = Task.objects.filter(
        committee_id=seat.committee_id, source_type="instruction", source_id=pk
    ).in_bulk()
    lines = [(u, tasks.get(u.task_id or 0)) for u in units]
    context = {
        "row": row,
        "lines": lines,
        "state": INSTRUCTED[row.state],
        "late": row.state == "open" and row.due_on is not None and row.due_on < today(),
        "briefings": list(row.briefings.all()) if seat.has(*READERS) else [],
        "verbs": buttons(offers(INSTRUCTION, seat, row), "instruction", pk, request.path),
    }
    return render(request, "cycles/instruction.html", context)


@needs(*READERS)
def briefing_list(request: HttpRequest) -> HttpResponse:
    """通报协商: matters of major work × who briefs × done or due, and the instruction that asks it."""
    seat = seat_of(request)
    offered = [(i.pk, str(i)) for i in instructions(seat)[:100]]
    posted = request.POST if request.method == "POST" else None
    form = BriefingForm(posted, offered)
    status = 200
    if posted is not None:
        status = 422
        if not seat.has(*DESK):
            form.is_valid()
            form.add_error(None, "只有提案委、督办机构或专委会工作人员可以登记。")
            status = 403
        elif form.is_valid():
            try:
                add_briefing(seat, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "已列入通报协商。")
                return redirect("briefings")
    rows = list(briefings(seat)[:200])
    day = today()
    context: dict[str, Any] = {
        "rows": rows,
        "done": sum(r.state != Briefing.State.DUE for r in rows),
        "due": sum(r.state == Briefing.State.DUE for r in rows),
        "late": sum(r.state == Briefing.State.DUE and bool(r.due_on and r.due_on < day) for r in rows),
        "form": form if seat.has(*DESK) else None,
        "today": day,
    }  # fmt: skip
    return render(request, "cycles/briefings.html", context, status=status)


@needs(*DESK)
def briefing(request: HttpRequest, pk: int) -> HttpResponse:
    """What was said at a briefing, and what came of it."""
    seat = seat_of(request)
    row = get_object_or_404(briefings(seat), pk=pk)
    first = {"held_on": row.held_on or today(), "opinions": row.opinions, "answer": row.answer}
    form = HeldForm(request.POST or None, initial=first)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                hold_briefing(seat, pk, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, f"已记：{row}")
                return redirect("briefings")
    context = {"form": form, "title": row.matter, "back": "briefings", "submit": "记下",
               "note": f"{row.leader}通报"}  # fmt: skip
    return render(request, "cycles/form.html", context, status=status)
