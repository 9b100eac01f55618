"""协商: the list of consultations, and a new one."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ...procedures.models import Clock
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...submissions.chain.lamps import light_of
from ...web.access import needs, seat_of
from ..actions.start_consultation import start_consultation
from ..flow import CONSULTATION
from ..forms.start import StartForm, start_values
from ..presets import forms
from ..queries import consultations

TONES = {"closed": "ok", "answered": "act", "cancelled": "", "recorded": "near"}


@require_safe
@needs()
def listing(request: HttpRequest) -> HttpResponse:
    """All consultations this seat may see, by form and state."""
    seat = seat_of(request)
    rows = consultations(seat)
    form, state = request.GET.get("form", ""), request.GET.get("state", "open")
    kinds = forms()
    if form in kinds:
        rows = rows.filter(form=form)
    if state == "open":
        rows = rows.exclude(state__in=["closed", "cancelled"])
    elif state in CONSULTATION.states:
        rows = rows.filter(state=state)
    page = Paginator(rows.order_by("-starts_at", "-id"), 25).get_page(request.GET.get("page"))
    shown = list(page)
    clocks: dict[int, Clock] = {}
    for clock in Clock.objects.filter(
        committee_id=seat.committee_id,
        about_type="consultation",
        about_id__in=[r.pk for r in shown],
        met_on__isnull=True,
        dropped_on__isnull=True,
    ).order_by("-due_on"):
        clocks[clock.about_id] = clock
    for row in shown:
        line: Any = row
        line.label, line.tone = CONSULTATION.label_of(row.state), TONES.get(row.state, "")
        line.form_label = kinds[row.form].short if row.form in kinds else row.form
        found = clocks.get(row.pk)
        line.clock, line.light = found, light_of(found) if found else None
    return render(
        request,
        "topics/consultations.html",
        {
            "page_obj": page,
            "rows": shown,
            "kinds": kinds.values(),
            "form": form,
            "state": state,
            "states": CONSULTATION.states.items(),
            "may_start": seat.has(Role.ORGANISER, Role.CLERK, Role.CONVENOR),
        },
    )


@needs(Role.ORGANISER, Role.CLERK, Role.CONVENOR)
def new(request: HttpRequest) -> HttpResponse:
    """Arrange one; from a topic or a line of the plan the form is filled in."""
    seat = seat_of(request)
    initial = start_values(request)
    form = StartForm(request.POST or None, seat=seat, initial=initial)
    problem = ""
    if request.method == "POST" and form.is_valid():
        data = {k: v for k, v in form.cleaned_data.items() if v not in ("", None)}
        data |= {k: initial[k] for k in ("about_type", "about_id", "after") if initial.get(k)}
        try:
            case = start_consultation(seat, **data)
        except Refused as refused:
            problem = str(refused)
        else:
            messages.success(request, f"已安排：{case}")
            return redirect("consultation", case.pk)
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form,
        "problem": problem,
        "title": "安排一次协商",
        "crumb_url": "consultations",
        "crumb": "协商",
        "submit": "安排",
    }
    return render(request, "topics/form.html", context, status=status)
