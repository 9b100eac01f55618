"""系统建议: beside a case, how good they were, and the office's own threshold."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from ...jobs.actions.start_job import start_job
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...submissions.actions.judge_suggestion import judge_suggestion
from ...submissions.models import Submission, Suggestion
from ...submissions.queries import visible
from ...web.access import needs, seat_of
from ..actions.set_suggestions import set_suggestions
from ..advise import helped
from ..forms.suggestions import SuggestionsForm
from ..grouping import groups
from ..judged import by_month
from ..learn import KIND as LEARN
from ..models import Learned, Threshold
from ..pairs_seen import ALIKE, MEASURED

OFFICE = (Role.CLERK, Role.SECOND_REVIEWER)


def case_of(request: HttpRequest, pk: int) -> Submission:
    rows = visible(seat_of(request)).filter(kind=Submission.Kind.PROPOSAL)
    row = rows.select_related("rulebook", "session").prefetch_related("recommendations")
    case = row.filter(pk=pk).first()
    if case is None:
        raise Http404
    return case


@needs(*OFFICE)
def beside(request: HttpRequest, pk: int) -> HttpResponse:
    """The part of the review desk with class, unit, keywords and quoted sentences."""
    case = case_of(request, pk)
    context = {"case": case, "help": helped(seat_of(request), case)}
    if not request.headers.get("HX-Request"):
        return redirect(f"{reverse('review-desk')}?case={pk}")
    return render(request, "search/_beside.html", context)


@require_POST
@needs(*OFFICE)
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """不对: the same verb as for similar cases; the part is shown anew."""
    seat = seat_of(request)
    row = Suggestion.objects.filter(pk=pk, committee_id=seat.committee_id).first()
    try:
        judge_suggestion(seat, pk, request.POST.get("verdict", ""))
    except Refused as refused:
        messages.error(request, str(refused))
    if row is None:
        raise Http404
    if request.headers.get("HX-Request"):
        case = case_of(request, row.submission_id)
        return render(request, "search/_beside.html", {"case": case, "help": helped(seat, case)})
    return redirect(f"{reverse('review-desk')}?case={row.submission_id}")


@needs(*OFFICE)
def settings(request: HttpRequest) -> HttpResponse:
    """How good suggestions were by month; the threshold; learning anew."""
    seat = seat_of(request)
    held = Threshold.objects.filter(committee_id=seat.committee_id).select_related("set_by").first()
    now = {"alike": held.alike if held else ALIKE, "on": held.on if held else True}
    form = SuggestionsForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            set_suggestions(seat, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "已存，马上起作用。")
            return redirect("suggestions")
    learned = {row.kind: row for row in Learned.objects.filter(committee_id=seat.committee_id).defer("body")}  # fmt: skip
    measured = learned["alike"].measured if "alike" in learned else {}
    right = measured.get("right", 0)  # pairs that are one matter, shown or not
    context: dict[str, Any] = {
        "form": form,
        "held": held,
        "months": by_month(seat.committee_id),
        "table": [
            (t, r, w, max(0, right - r), r / (r + w) if r + w else None)
            for t, r, w in measured.get("table", [])
        ],
        "pairs": learned["alike"].examples if "alike" in learned else 0,
        "models": [
            (label, learned.get(k)) for k, label in (("class", "类别"), ("unit", "承办单位"))
        ],
        "may_set": seat.has(Role.CLERK),
        "shipped": ALIKE,
        "measured": MEASURED,
    }
    return render(request, "search/suggestions.html", context)


@require_POST
@needs(Role.CLERK)
def learn(request: HttpRequest) -> HttpResponse:
    """Learn anew, as a job."""
    try:
        row = start_job(seat_of(request), LEARN)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("suggestions")
    return redirect("job", pk=row.pk)


@needs(*OFFICE)
def merging(request: HttpRequest) -> HttpResponse:
    """Groups of cases in review that may be one."""
    return render(request, "search/groups.html", {"groups": groups(seat_of(request))})
