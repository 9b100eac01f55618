"""把已采纳的立为任务: one act for many sentences."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ...procedures.forms import FORMS
from ...procedures.office_calendar import today
from ...procedures.perform import REGISTRY
from ...procedures.verdicts import Refused
from ...tasks.models import Task
from ...web.access import needs, seat_of
from ..flow.intake import DESK
from ..models import Extract
from ..queries import intakes
from ..readings.units import Units, units_of
from .cards import number

K = Extract.Kind


@needs(*DESK)
def tasks(request: HttpRequest, pk: int) -> HttpResponse:
    """把已采纳的立为任务: one act (交办, 批示, 认领) for many sentences; each stands or falls by itself."""
    seat = seat_of(request)
    row = get_object_or_404(intakes(seat), pk=pk)
    ready = list(
        row.extracts.filter(kind=K.TASK, state="accepted", gone=False).select_related("intake")
    )
    kind = FORMS[("extract", "hand_over")]
    typed = request.POST if request.method == "POST" else None
    units = units_of(seat.committee_id)
    lines = []
    done, failed = 0, 0
    for one in ready[:100]:
        ticked = typed is None or str(one.pk) in typed.getlist("selected")
        problem = ""
        form = None
        if typed is not None and ticked:
            given = typed.copy()
            for name in ("title", "owner", "due_on"):
                given[name] = typed.get(f"{name}-{one.pk}", "")
            given.setlist("partners", typed.getlist(f"partners-{one.pk}"))
            form = kind(given, case=one, seat=seat)
            if form.is_valid():
                try:
                    REGISTRY[("extract", "hand_over")](seat, one.pk, **form.arguments())
                    done += 1
                    continue
                except Refused as refused:
                    problem = str(refused)
            else:
                problem = "；".join(str(e) for errors in form.errors.values() for e in errors)
            failed += 1
        lines.append(line_of(one, units, typed, ticked, problem))
    if typed is not None and done:
        messages.success(request, f"已立为任务 {done} 项，责任单位会收到签收的消息。")
    if typed is not None and not done and not failed:
        messages.warning(request, "还没有勾选。先勾选要立为任务的。")
    if typed is not None and not lines:
        return redirect(reverse("intake", args=[pk]))
    made = Task.objects.filter(committee_id=seat.committee_id, source_type="extract", source_id__in=row.extracts.values("pk")).select_related("owner")  # fmt: skip
    sample = kind(typed, case=ready[0], seat=seat) if ready else None
    context = {
        "intake": row,
        "lines": lines,
        "form": sample,
        "made": list(made[:100]),
        "units": units.labels.items(),
    }
    return render(request, "documents/tasks.html", context, status=422 if failed else 200)


def line_of(one: Extract, units: Units, typed: Any, ticked: bool, problem: str) -> dict[str, Any]:
    """One row of the table of tasks to be: as proposed, or as typed."""
    if typed is not None:
        return {
            "e": one,
            "title": typed.get(f"title-{one.pk}", one.title),
            "owner": number(typed.get(f"owner-{one.pk}"), 0),
            "due": typed.get(f"due_on-{one.pk}", ""),
            "partners": [number(pk, 0) for pk in typed.getlist(f"partners-{one.pk}")],
            "ticked": ticked,
            "problem": problem,
        }
    lead, unknown = units.several(list(one.data.get("lead") or []))
    partners, _ = units.several(list(one.data.get("partners") or []))
    due = str(one.data.get("due") or "").split("/")[-1]
    said = (
        f"名册里没有“{'、'.join(unknown)}”，请选责任单位。" if unknown else "没有点到单位，请选。"
    )
    return {
        "e": one,
        "title": one.title,
        "owner": lead[0] if lead else 0,
        "due": due if due >= f"{today():%F}" else "",
        "past": due if due and due < f"{today():%F}" else "",
        "partners": [*lead[1:], *partners],
        "ticked": bool(lead),
        "problem": "" if lead else said,
    }
