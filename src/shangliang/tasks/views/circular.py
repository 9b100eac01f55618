"""月度通报: the page, its parts, its paper, issuing it and a unit's word beside its figure."""

from datetime import date, timedelta

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from ...documents.paper_templates import template_of
from ...engines.papers.official import TemplateRefused, to_docx, to_pdf
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import Refused
from ...records.views.files import DOCX, PDF, attachment
from ...web.access import needs, seat_of
from ...web.views.errors import show
from ..actions.explain_figure import explain_figure
from ..actions.issue_circular import issue_circular
from ..board import rows_of, stands
from ..circular import KEYS, Notice, first_of, month_before, month_named, notice_of
from ..lamps import way_of
from ..models import Circular, Explanation
from ..papers import circular_paper
from ..queries import visible
from .board import READERS

PAGE = 25


class Explain(forms.Form):
    """A unit's word for one of its own figures."""

    unit = forms.TypedChoiceField(label="单位", coerce=int)
    text = forms.CharField(
        label="说明",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "请写说明。"},
    )

    def __init__(self, *args: object, notice: Notice, seat: Seat, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        mine = [(x.unit, x.name) for x in notice.lines if x.unit in seat.units]
        self.fields["unit"].choices = mine  # type: ignore[attr-defined]


def issue_words(month: date) -> str:
    """What issuing fixes for good; said louder while the month still runs."""
    asked = f"印发 {month.month} 月通报？各单位都会收到，数字从此不再变。"
    if month == first_of(today()):
        asked += "这个月还没有过完，余下几天办的不会再算进来。"
    return asked


@needs(*READERS)
def circular(request: HttpRequest) -> HttpResponse:
    """The notice of ``?month=2026-06``; POST issues it, or keeps a unit's word."""
    request.loop_step = "办理"  # type: ignore[attr-defined]
    seat = seat_of(request)
    month = month_named(request.GET.get("month", ""))
    here = f"{reverse('circular')}?month={month:%Y-%m}"
    notice = notice_of(seat.committee_id, month)
    form = Explain(notice=notice, seat=seat)
    problem = ""
    if request.method == "POST":
        try:
            if "issue" in request.POST:
                issue_circular(seat, month=month)
                messages.success(request, f"{month.month} 月通报已印发")
                return redirect(here)
            form = Explain(request.POST, notice=notice, seat=seat)
            if form.is_valid():
                explain_figure(seat, month=month, **form.cleaned_data)
                messages.success(request, "说明已放在数字旁边")
                return redirect(here)
        except Refused as refused:
            problem = str(refused)
    rows = [
        {
            "line": line,
            "said": notice.said.get(line.unit),
            "cells": [(key, line.n(key)) for key in KEYS],
        }
        for line in notice.lines
    ]
    context = {
        "notice": notice,
        "rows": rows,
        "heads": KEYS.values(),
        "totals": notice.totals.items(),
        "problem": problem,
        "form": form if form.fields["unit"].choices else None,  # type: ignore[attr-defined]
        "earlier": month_before(month),
        "later": None if month == first_of(today()) else later(month),
        "issued_months": Circular.objects.filter(committee_id=seat.committee_id)[:12],
        "may_issue": seat.has(Role.SUPERVISOR, Role.CLERK)
        and notice.issued is None
        and notice.lines,
        "issue_ask": issue_words(month),
        "history": Explanation.objects.filter(committee_id=seat.committee_id, month=month)
        .select_related("unit", "by")
        .order_by("-pk")[:40],
    }
    status = 409 if problem else 422 if request.method == "POST" else 200
    return render(request, "tasks/circular.html", context, status=status)


def later(month: date) -> date:
    """The first day of the next month."""
    return first_of(month + timedelta(days=31))


@needs(*READERS)
def parts(request: HttpRequest) -> HttpResponse:
    """The tasks behind one figure: ``?month=&unit=&key=``; those the seat may see."""
    request.loop_step = "办理"  # type: ignore[attr-defined]
    seat = seat_of(request)
    key = request.GET.get("key", "")
    if key not in KEYS:
        raise Http404
    notice = notice_of(seat.committee_id, month_named(request.GET.get("month", "")))
    unit = request.GET.get("unit", "")
    lines = [x for x in notice.lines if not unit or str(x.unit) == unit]
    ids = [pk for line in lines for pk in line.parts[key]]
    rows = visible(seat).filter(pk__in=ids)
    found = sorted(
        stands(rows, seat.committee_id, way_of(seat.committee_id)),
        key=lambda stand: stand.key("urgent"),
    )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "notice": notice,
        "label": KEYS[key],
        "name": lines[0].name if unit and lines else "各单位合计",
        "count": len(ids),
        "hidden": len(ids) - len(found),
        "page_obj": page,
        "rows": rows_of(seat, list(page.object_list)),
    }
    return render(request, "tasks/circular_parts.html", context)


@needs(*READERS)
def paper(request: HttpRequest, ext: str) -> HttpResponse:
    """The notice as .docx (in the office's own template where it has one) or .pdf."""
    seat = seat_of(request)
    notice = notice_of(seat.committee_id, month_named(request.GET.get("month", "")))
    content = circular_paper(seat, notice)
    name = f"{content.title}.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(content), PDF, name, inline=True)
    try:
        return attachment(to_docx(content, template_of(seat.committee_id, "report")), DOCX, name)
    except TemplateRefused as error:
        return show(request, 409, title="本机关的模板不能用", text=str(error), url="/papers/")
