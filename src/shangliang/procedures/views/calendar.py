"""工作日历: a year at a glance, the office's own days, and whether the year is settled."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from ...engines.calendar import PUBLISHED_YEARS
from ...jobs.models import Job
from ...web.access import needs, seat_of
from ..actions.clear_day import clear_day
from ..actions.declare_year import declare_year
from ..actions.set_days import set_days
from ..calendar_days import KEEPERS
from ..models import Holiday
from ..months import months
from ..office_calendar import calendar_of, today
from ..recount import KIND
from ..verdicts import Refused


class DaysForm(forms.Form):
    """A day or a range of days."""

    first = forms.DateField(
        label="起日",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"required": "请填起日。", "invalid": "日期写法如 2027-02-05。"},
    )
    last = forms.DateField(
        label="止日",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text="只有一天就不填。",
        error_messages={"invalid": "日期写法如 2027-02-11。"},
    )
    workday = forms.ChoiceField(
        label="这几天",
        choices=[("off", "放假"), ("work", "上班（调休）")],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label="说明", max_length=40, required=False, help_text="如“春节”。")

    def clean_workday(self) -> bool:
        return bool(self.cleaned_data["workday"] == "work")


def year_of(request: HttpRequest) -> int:
    given = request.GET.get("year", "")
    year = int(given) if given.isdigit() and len(given) == 4 else today().year
    return min(max(year, 2004), today().year + 3)


@needs()
def calendar(request: HttpRequest) -> HttpResponse:
    """A year. Keepers add days here; every change is recounted by a job."""
    seat, year = seat_of(request), year_of(request)
    keeps = seat.has(*KEEPERS)
    form = DaysForm(request.POST or None, initial={"workday": "off"})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                set_days(seat, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, "已改。正在跑的时限在后台重算。")
                return redirect(f"{reverse('calendar')}?year={form.cleaned_data['first'].year}")
    return render(
        request, "procedures/calendar.html", page(request, year, keeps, form), status=status
    )


def page(request: HttpRequest, year: int, keeps: bool, form: DaysForm) -> dict[str, Any]:
    """What the page of a year shows."""
    committee = seat_of(request).committee_id
    office = calendar_of(committee)
    own = list(Holiday.objects.filter(committee_id=committee, day__year=year))
    recounts = (
        Job.objects.filter(committee_id=committee, kind=KIND) if keeps else Job.objects.none()
    )
    return {
        "year": year,
        "months": months(year, office, frozenset(row.day for row in own), today()),
        "workdays": office.workdays(year),
        "known": office.year_known(year),
        "declared": office.year_known(year) and year not in PUBLISHED_YEARS,
        "own": own,
        "keeps": keeps,
        "form": form,
        "recount": recounts.select_related("by").first(),
        "mine": seat_of(request).person_id,
        "tabs": [
            {
                "label": f"{y} 年" + ("" if office.year_known(y) else "（暂定）"),
                "url": f"?year={y}",
                "current": y == year,
            }
            for y in range(today().year - 1, today().year + 3)
        ],
    }


@needs(*KEEPERS)
def clear(request: HttpRequest) -> HttpResponse:
    """Take one of the office's days back."""
    year = today().year
    if request.method == "POST":
        try:
            day = date.fromisoformat(request.POST.get("day", ""))
        except ValueError:
            return redirect("calendar")
        clear_day(seat_of(request), day=day)
        year = day.year
        messages.success(request, f"{day:%Y-%m-%d} 已恢复。正在跑的时限在后台重算。")
    return redirect(f"{reverse('calendar')}?year={year}")


@needs(*KEEPERS)
def declare(request: HttpRequest) -> HttpResponse:
    """The year's days are all there (or not yet after all)."""
    given = request.POST.get("year", "")
    if request.method != "POST" or not given.isdigit():
        return redirect("calendar")
    year, known = int(given), request.POST.get("known") == "1"
    try:
        declare_year(seat_of(request), year=year, known=known)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        word = "已确认，不再暂定" if known else "又作暂定"
        messages.success(request, f"{year} 年{word}。正在跑的时限在后台重算。")
    return redirect(f"{reverse('calendar')}?year={year}")
