"""后台作业: the list, and one job that tells how far it is."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ...procedures.seat import Role
from ...web.access import needs, seat_of
from ..actions.cancel_job import cancel_job
from ..models import Job
from ..queries import listed, own

TONES = {"waiting": "", "running": "act", "done": "ok", "failed": "late", "cancelled": "near"}


@needs()
def jobs(request: HttpRequest) -> HttpResponse:
    """Newest first."""
    seat = seat_of(request)
    rows = listed(seat).select_related("by")
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    shown = [(row, TONES[row.state], row.by_id == seat.person_id) for row in page]
    context = {"page_obj": page, "rows": shown, "all_of_us": seat.has(Role.ADMIN)}
    return render(request, "jobs/list.html", context)


@needs()
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """One job. Asked by script it answers with the card alone, until it is over."""
    row = get_object_or_404(own(seat_of(request)).select_related("result"), pk=pk)
    context = {"row": row, "card": card(row), "tone": TONES[row.state]}
    if request.headers.get("HX-Request") and not row.over:
        return render(request, "jobs/running.html", context)
    if request.headers.get("HX-Request"):
        return render(request, "jobs/result.html", context)
    return render(request, "jobs/one.html", context)


def card(row: Job) -> dict[str, object]:
    """What parts/job.html shows."""
    counted = f"{row.done}／{row.total}" if row.total else ""
    if row.state == Job.State.WAITING:
        note = "在排队，前面的做完就开始。"
    elif row.cancel_asked and not row.over:
        note = "正在停下……"
    else:
        note = row.message or counted
    return {
        "label": row.title,
        "percent": row.percent,
        "note": note,
        "url": reverse("job", args=[row.pk]),
        "done": row.over,
        "failed": row.state in (Job.State.FAILED, Job.State.CANCELLED),
    }


@needs()
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask a job to stop."""
    if request.method == "POST":
        cancel_job(seat_of(request), pk)
        messages.success(request, "已请它停下，做完手头一项就停。")
    return redirect("job", pk)
