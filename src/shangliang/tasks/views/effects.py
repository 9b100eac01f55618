"""成效 of one task: recorded with its baseline, judged by somebody who did not do it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ...journal.kinds import type_of
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.judge_effect import judge_effect, may_judge
from ..actions.record_effect import record_effect
from ..forms.effects import JudgeEffect, RecordEffect
from ..models import Effect, Task
from ..queries import visible
from .ledger import READERS


def may_record(seat: Seat, task: Task) -> bool:
    """The doer, or the office."""
    return task.owner_id in seat.units or seat.has(Role.SUPERVISOR, Role.CLERK)


def effects_of(task: Task) -> list[Effect]:
    """A task's effects, newest first."""
    rows = Effect.objects.filter(
        committee_id=task.committee_id, about_type=type_of(task), about_id=task.pk
    )
    return list(rows.select_related("judge", "evidence", "entered_by").order_by("-pk"))


@needs(*READERS, Role.ORGANISER)
def of_task(request: HttpRequest, pk: int) -> HttpResponse:
    """See, record, judge."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    seat = seat_of(request)
    task = get_object_or_404(visible(seat), pk=pk)
    form = RecordEffect() if may_record(seat, task) else None
    judged: JudgeEffect | None = None
    if request.method == "POST":
        try:
            if "effect" in request.POST:
                judged = JudgeEffect(request.POST, auto_id=f"e{request.POST['effect'][:12]}_%s")
                if judged.is_valid():
                    data = dict(judged.cleaned_data)
                    judge_effect(seat, data.pop("effect"), case=task, **data)
                    messages.success(request, "已核实成效")
                    return redirect("task-effects", pk=pk)
            elif form is not None:
                form = RecordEffect(request.POST, request.FILES)
                if form.is_valid():
                    record_effect(
                        seat, about=task, case=task, doer_id=task.owner_id, **form.cleaned_data
                    )
                    messages.success(request, "已记成效")
                    return redirect("task-effects", pk=pk)
        except Refused as refused:
            (judged or form).add_error(None, str(refused))  # type: ignore[union-attr]
    rows = []
    for row in effects_of(task):
        mine = judged if judged and judged.data.get("effect") == str(row.pk) else None
        may = may_judge(seat, row) is None
        rows.append(
            {"row": row, "form": (mine or JudgeEffect.of(row)) if may else None, "open": bool(mine)}
        )
    return render(
        request,
        "tasks/effects.html",
        {"task": task, "rows": rows, "form": form},
        status=422 if request.method == "POST" else 200,
    )
