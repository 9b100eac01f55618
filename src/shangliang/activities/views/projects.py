"""课题: the question, trips, notes, who takes part, and findings that open their notes."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from ...engines.papers.official import to_docx, to_pdf
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...records.views.files import DOCX, PDF, attachment
from ...web.access import needs, seat_of
from ..actions.add_note import add_note
from ..actions.add_project_finding import add_project_finding
from ..actions.ask_in import ask_in
from ..actions.credit import credit
from ..actions.declare import declare
from ..actions.start_project import start_project
from ..flow.finding import state_words
from ..forms.project import AddNote, AddProjectFinding, AskIn, StartProject
from ..project import STAFF
from ..project_paper import report_of
from ..queries import READERS, partner_of
from ..queries import projects as known
from .lists import BUSINESS
from .outcome import drafts_of

RESEARCHERS = (*READERS, Role.MEMBER)


@needs(*BUSINESS)
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


@needs()
def project(request: HttpRequest, pk: int) -> HttpResponse:
    """The question, the trips, the notes, and findings that open their notes."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    row = get_object_or_404(known(seat), pk=pk)
    rows = list(row.findings.prefetch_related("notes").select_related("unit"))
    for one in rows:
        one.state_label = state_words(one)  # type: ignore[attr-defined]
    context = {
        "row": row,
        "notes": list(row.notes.select_related("by", "photo", "activity")[:200]),
        "findings": rows,
        "trips": list(row.activities.all()[:50]),
        "staff": seat.has(*STAFF),
        "partners": list(row.partners.select_related("who")),
        "mine": partner_of(seat).filter(project=row).first(),
        "drafts": drafts_of(row),
        "guest": not seat.has(*RESEARCHERS),
    }
    return render(request, "activities/project.html", context)


@needs(*STAFF)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask somebody into the project."""
    row = get_object_or_404(known(seat_of(request)), pk=pk)
    form = AskIn(request.POST or None, project=row)
    return done(request, form, row, ask_in, "邀请一起调研", "邀请")


@require_POST
@needs()
def partner(request: HttpRequest, pk: int) -> HttpResponse:
    """A partner's own declaration, or the office's word on what they did."""
    seat = seat_of(request)
    row = get_object_or_404(known(seat), pk=pk)
    given = request.POST.get("partner", "")
    number = int(given) if given.isascii() and given.isdecimal() and len(given) < 12 else 0
    try:
        if number:
            credit(
                seat, pk, partner=number, work=request.POST.get("work", ""),
                leaves=bool(request.POST.get("leaves")),
            )  # fmt: skip
        else:
            declare(seat, pk, interest=request.POST.get("interest", ""))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "已记下")
    return redirect(row.get_absolute_url())


@needs()
def paper(request: HttpRequest, pk: str, ext: str) -> HttpResponse:
    """The report with its findings, credits and notes, as Word and PDF."""
    seat = seat_of(request)
    row = get_object_or_404(known(seat), pk=pk)
    content = report_of(row, seat.committee_name)
    name = f"{row.title}调研报告.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(content), PDF, name, inline=True)
    return attachment(to_docx(content), DOCX, name)


@needs()
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a field note, on a phone."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    row = get_object_or_404(known(seat), pk=pk)
    if not seat.has(*STAFF, Role.MEMBER) and not partner_of(seat).filter(project=row).exists():
        raise PermissionDenied("调研记录由委员、工作人员和一起调研的人写。")
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
