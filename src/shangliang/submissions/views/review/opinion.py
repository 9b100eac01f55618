"""写审查意见: saved on every change, never over what somebody is typing."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from ....procedures.verdicts import Refused
from ....web.access import needs, seat_of
from ...actions.review import review
from ...desk import panel, points
from ...desk.units import UnknownUnits, chosen, units_of
from ...models import Submission
from .desk import OFFICE
from .verbs import kept_filter


@needs(*OFFICE)
@require_POST
def opinion(request: HttpRequest, pk: int) -> HttpResponse:
    """Class, units, words and points of this reviewer. Only what depends on them is drawn again."""
    seat = seat_of(request)
    case = get_object_or_404(panel.cases(seat), pk=pk, kind=Submission.Kind.PROPOSAL)
    data: dict[str, Any] = {
        "class_code": request.POST.get("class_code", ""),
        "opinion": request.POST.get("opinion", "")[:4000],
        "outcome": request.POST.get("outcome", ""),
        "rubric": rubric_of(request, panel.panel(seat, case)),
    }
    problem = ""
    try:
        data["units"] = chosen(
            request.POST.get("lead", ""),
            request.POST.get("co", ""),
            request.POST.get("way", ""),
            units_of(seat.committee_id),
        )
    except UnknownUnits as unknown:
        problem = str(unknown)
    try:
        review(seat, case.pk, **data)
    except Refused as refused:
        problem = str(refused)
    flt = kept_filter(request, seat)
    if not request.headers.get("HX-Request"):
        if problem:
            messages.error(request, problem)
        else:
            messages.success(request, "审查意见已存")
        return redirect(f"{reverse('review-desk')}?{flt.query(case=case.pk)}")
    fresh = get_object_or_404(panel.cases(seat), pk=pk)
    context = {
        "panel": panel.panel(seat, fresh),
        "case": fresh,
        "rules": fresh.rules,
        "query": flt.query(),
        "problem_units": problem,
        "saved_at": timezone.now(),
        "can_write": True,
    }
    return render(request, "submissions/review/saved.html", context)


def rubric_of(request: HttpRequest, shown: panel.Panel) -> dict[str, str]:
    """The points settled so far, and the one just pressed."""
    pressed = request.POST.get("settle", "")
    out = {}
    for line in shown.rubric:
        mark = line.mark
        if line.key == pressed:
            mark = points.settle(line)
        if mark:
            out[line.key] = mark
    return out
