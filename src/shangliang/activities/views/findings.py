"""发现 and 课题: what stays open, and the notes each finding of a report rests on."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.project import STAFF, add_note, add_project_finding, start_project
from ..flow import FINDING
from ..forms.project import AddNote, AddProjectFinding, StartProject
from ..queries import READERS
from ..queries import findings as seen
from ..queries import projects as known
from .lists import BUSINESS, verbs_of

SHOWS = {
    "open": "待整改",
    "answered": "待复查",
    "confirmed": "已销号",
    "filed": "已归档",
    "all": "全部",
}
RESEARCHERS = (*READERS, Role.MEMBER)


@needs(*BUSINESS)
def findings(request: HttpRequest) -> HttpResponse:
    """Open ones first; a unit sees its own."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    show = request.GET.get("show", "open")
    show = show if show in SHOWS else "open"
    rows = seen(seat) if show == "all" else seen(seat).filter(state=show)
    page = Paginator(rows.order_by("-id"), 25).get_page(request.GET.get("page"))
    for row in page.object_list:
        row.state_label = FINDING.label_of(row.state)  # type: ignore[attr-defined]
    tabs = [
        {"label": label, "url": f"?show={name}", "count": None, "current": name == show}
        for name, label in SHOWS.items()
    ]
    return render(
        request, "activities/findings.html", {"tabs": tabs, "page_obj": page, "show": show}
    )


@needs(*BUSINESS)
def finding(request: HttpRequest, pk: int) -> HttpResponse:
    """One finding: the first photo, the answer, the second photo, and what it rests on."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    rows = seen(seat).select_related("photo", "second_photo", "task", "seen_again_by")
    row = get_object_or_404(rows, pk=pk)
    context = {
        "row": row,
        "state_label": FINDING.label_of(row.state),
        "verbs": verbs_of(FINDING, "finding", seat, row, request.path),
        "cards": list(row.cards.select_related("person")),
        "notes": list(row.notes.select_related("by", "photo")),
    }
    return render(request, "activities/finding.html", context)


@needs(*RESEARCHERS)
def projects(request: HttpRequest) -> HttpResponse:
    """The projects, newest first."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    page = Paginator(known(seat), 25).get_page(request.GET.get("page"))
    may = seat.has(*STAFF)
    return render(request, "activities/projects.html", {"page_obj": page, "may_start": may})


@needs(*STAFF)
def new(request: HttpRequest) -> HttpResponse:
    """Start one."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    form = StartProject(request.POST or None, seat=seat)
    if request.method == "POST" and form.is_valid():
        try:
            row = start_project(seat, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("project", pk=row.pk)
    context = {"form": form, "title": "立课题", "submit": "立课题"}
    return render(request, "activities/form.html", context, status=422 if form.errors else 200)


@needs(*RESEARCHERS)
def project(request: HttpRequest, pk: int) -> HttpResponse:
    """The question, the trips, the notes, and findings that open their notes."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    row = get_object_or_404(known(seat), pk=pk)
    rows = list(row.findings.prefetch_related("notes").select_related("unit"))
    for one in rows:
        one.state_label = FINDING.label_of(one.state)  # type: ignore[attr-defined]
    context = {
        "row": row,
        "notes": list(row.notes.select_related("by", "photo", "activity")[:200]),
        "findings": rows,
        "trips": list(row.activities.all()[:50]),
        "staff": seat.has(*STAFF),
    }
    return render(request, "activities/project.html", context)


@needs(*STAFF, Role.MEMBER)
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a field note, on a phone."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    row = get_object_or_404(known(seat), pk=pk)
    given: Any = (request.POST, request.FILES) if request.method == "POST" else ()
    form = AddNote(*given, project=row, initial={"on": today()})
    return done(request, form, row, add_note, "写调研记录", "存记录")


@needs(*STAFF)
def new_finding(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a finding of the report."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    row = get_object_or_404(known(seat_of(request)), pk=pk)
    form = AddProjectFinding(request.POST or None, project=row)
    return done(request, form, row, add_project_finding, "写课题发现", "存发现")


def done(
    request: HttpRequest, form: Any, row: Any, action: Any, title: str, submit: str
) -> HttpResponse:
    """Do it and go back to the project, or show the form with what is missing."""
    if request.method == "POST" and form.is_valid():
        try:
            action(seat_of(request), row.pk, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"已存：{row}")
            return redirect("project", pk=row.pk)
    context = {"form": form, "title": title, "submit": submit, "parent": row}
    return render(request, "activities/form.html", context, status=422 if form.errors else 200)
