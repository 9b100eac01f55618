"""报告各稿、报送和批示; the checklist of an inspection."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ...engines.papers.official import to_docx, to_pdf
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused
from ...records.views.files import DOCX, PDF, attachment
from ...web.access import needs, seat_of
from ..actions.deliver import deliver
from ..actions.keep_version import keep_version
from ..actions.list_checks import list_checks
from ..actions.note_answer import note_answer
from ..actions.see_check import see_check
from ..forms.report import Deliver, KeepVersion, ListChecks, NoteAnswer, SeeCheck
from ..models import Activity, Check, Delivery, Project, Version
from ..project_paper import paper_of, title_of
from ..queries import MANAGERS, READERS, manages, visible
from ..queries import projects as known

STAFF = (Role.ORGANISER, Role.CLERK)


def thing(seat: Seat, kind: str, pk: int) -> Project | Activity:
    """What the report is of, for those who may work on it."""
    if kind == "project":
        if not seat.has(*STAFF):
            raise Http404
        return get_object_or_404(known(seat), pk=pk)
    row = get_object_or_404(visible(seat), pk=pk)
    if not manages(seat, row):
        raise Http404
    return row


@needs(*MANAGERS)
def keep(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Keep today's state as the next draft."""
    row = thing(seat_of(request), kind, pk)
    form = KeepVersion(request.POST or None, of=row)
    return work(request, form, row, "定一稿报告", "定稿", keep_version, kind=kind, pk=pk)


@needs(*MANAGERS)
def send(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Write down to whom a draft went."""
    row = thing(seat_of(request), kind, pk)
    form = Deliver(request.POST or None, of=row, initial={"on": today()})
    return work(request, form, row, "报送报告", "记报送", deliver, kind=kind, pk=pk)


@needs(*MANAGERS)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """What came back."""
    seat = seat_of(request)
    sent = get_object_or_404(
        Delivery.objects.select_related("version__project", "version__activity"),
        committee_id=seat.committee_id,
        pk=pk,
    )
    of = sent.version.of
    row = thing(seat, "project" if isinstance(of, Project) else "activity", of.pk)
    form = NoteAnswer(request.POST or None, initial={"answer": sent.answer, "on": today()})
    return work(request, form, row, f"{sent.name}的批示、答复", "记下", note_answer, delivery=pk)


@needs(*MANAGERS)
def checks(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw the checklist from clauses."""
    seat = seat_of(request)
    row = thing(seat, "activity", pk)
    form = ListChecks(request.POST or None, seat=seat)
    return work(request, form, row, "列检查清单", "列上", list_checks, activity=pk)


@needs(*MANAGERS)
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at one clause on the spot, on a phone."""
    seat = seat_of(request)
    line = get_object_or_404(Check, committee_id=seat.committee_id, pk=pk)
    row = thing(seat, "activity", line.activity_id)
    given: Any = (request.POST, request.FILES) if request.method == "POST" else ()
    assert isinstance(row, Activity)
    form = SeeCheck(*given, of=row, initial={"seen": line.seen, "note": line.note})
    words = f"{line.text}{f'（{line.source}）' if line.source else ''}"
    return work(request, form, row, "按清单查看", "记下", see_check, words, check=pk)


@needs()
def paper(request: HttpRequest, pk: str, ext: str) -> HttpResponse:
    """A kept draft, for whoever may see what it is of."""
    seat = seat_of(request)
    version = get_object_or_404(
        Version.objects.select_related("project", "activity"),
        committee_id=seat.committee_id,
        pk=int(pk),
    )
    if version.project_id:
        get_object_or_404(known(seat), pk=version.project_id)
    else:
        row = get_object_or_404(visible(seat), pk=version.activity_id)
        if not (manages(seat, row) or seat.has(*READERS)):
            raise Http404
    content = paper_of(version, seat.committee_name)
    name = f"{title_of(version.of)}第{version.number}稿.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(content), PDF, name, inline=True)
    return attachment(to_docx(content), DOCX, name)


def work(
    request: HttpRequest,
    form: Any,
    row: Any,
    title: str,
    submit: str,
    action: Any,
    words: str = "",
    **given: Any,
) -> HttpResponse:
    """Do it and go back, or show the form with what is missing and all that was typed."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        try:
            action(seat_of(request), **given, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "已记下")
            if isinstance(row, Activity):
                return redirect("activity-outcome", pk=row.pk)
            return redirect(row.get_absolute_url())
    context = {
        "form": form, "title": title, "submit": submit, "parent": row, "words": words,
        "of_activity": isinstance(row, Activity),
    }  # fmt: skip
    return render(request, "activities/form.html", context, status=422 if form.errors else 200)
