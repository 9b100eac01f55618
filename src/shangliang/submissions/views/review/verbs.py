"""A verb on one case from the desk: the form in place, the act, and on to the next."""

import json
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from ....procedures.forms import FORMS
from ....procedures.perform import REGISTRY
from ....procedures.seat import Seat
from ....procedures.verdicts import Refused, verdict
from ....web.access import needs, seat_of
from ...actions.judge_suggestion import judge_suggestion
from ...desk import queue, undoing
from ...desk.filters import QueueFilter
from ...desk.panel import DECISIONS
from ...flow import PROPOSAL
from ...models import Submission
from ...queries import visible
from .desk import OFFICE, swapped

STAYS = ("set_window", "undo", "unmerge")  # the case stays in front after these


def kept_filter(request: HttpRequest, seat: Seat) -> QueueFilter:
    """The list the verb was pressed in."""
    return QueueFilter.read(QueryDict(request.POST.get("query") or request.GET.urlencode()), seat)


def here(request: HttpRequest, pk: int, name: str) -> tuple[Seat, Submission]:
    """The case and a decision of the desk, or not found."""
    seat = seat_of(request)
    if name not in DECISIONS:
        raise Http404
    rows = visible(seat).select_related("rulebook", "session", "group__lead")
    return seat, get_object_or_404(rows, pk=pk, kind=Submission.Kind.PROPOSAL)


@needs(*OFFICE)
def review_form(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """The form of a verb, opened in place under the case."""
    seat, case = here(request, pk, name)
    said = verdict(PROPOSAL, PROPOSAL[name], seat, case)
    kind = FORMS.get(("proposal", name))
    if kind is None:
        raise Http404
    given = request.GET.get("lead", "")
    form = kind(initial={"lead": given} if given else None, case=case, seat=seat, auto_id="v_%s")
    return show_form(request, case, name, form, problem="" if said else said.reason)


def show_form(
    request: HttpRequest, case: Submission, name: str, form: Any, *, problem: str = ""
) -> HttpResponse:
    """The form as a fragment, or on a page of its own without script."""
    fragment = bool(request.headers.get("HX-Request"))
    query = request.POST.get("query") or request.GET.urlencode()
    first = next(iter(form.visible_fields()), None)
    if first is not None:
        first.field.widget.attrs.setdefault("autofocus", True)
    context = {
        "case": case,
        "move": PROPOSAL[name],
        "form": form,
        "query": query,
        "problem": problem,
        "back": f"{reverse('review-desk')}?{query}",
    }
    template = "submissions/review/" + ("verb_form.html" if fragment else "verb_page.html")
    bad = bool(form.errors or problem) and request.method == "POST"
    response = render(request, template, context, status=422 if bad else 200)
    if fragment and bad:
        response["HX-Retarget"], response["HX-Reswap"] = "#verb-form", "innerHTML"
    return response


@needs(*OFFICE)
@require_POST
def review_do(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Do the verb. What the table refuses is said beside the case as it now stands."""
    seat, case = here(request, pk, name)
    flt = kept_filter(request, seat)
    kind = FORMS.get(("proposal", name))
    form = None
    if kind is not None:
        form = kind(request.POST, case=case, seat=seat, auto_id="v_%s")
        if not form.is_valid():
            return show_form(request, case, name, form)
    after = None if name in STAYS else queue.next_of(flt, seat, case)
    try:
        REGISTRY[("proposal", name)](seat, case.pk, **(form.arguments() if form else {}))
    except Refused as refused:
        if form is not None and refused.kind == "when":
            return show_form(request, case, name, form, problem=str(refused))
        return answer(request, seat, flt, case, problem=str(refused))
    return done(request, seat, flt, case, name, after)


def done(
    request: HttpRequest,
    seat: Seat,
    flt: QueueFilter,
    case: Submission,
    name: str,
    after: Submission | None,
) -> HttpResponse:
    """What was done and what comes next, in one sentence for eye and ear."""
    case.refresh_from_db()
    undoing.remember(request.session, case, name)
    said = f"已{PROPOSAL[name].label.removeprefix('已')}"
    if name == "file":
        said = f"已立案，{case.number_label}"
    elif name == "undo":
        said = f"已撤回，{case.short_title}回到{PROPOSAL.label_of(case.state)}"
    if name in STAYS:
        following = ""
    elif after is not None:
        following = f"；下一件 {after.serial or 0:04d}"
    else:
        following = "；这一组办完了"
    goes = case if name in STAYS else after
    if name in ("undo", "unmerge"):
        flt = QueueFilter("second" if case.state == "reviewing" else "first", flt.session)
    return answer(request, seat, flt, goes, said=said + following)


def answer(
    request: HttpRequest,
    seat: Seat,
    flt: QueueFilter,
    case: Submission | None,
    *,
    said: str = "",
    problem: str = "",
) -> HttpResponse:
    """The desk again: swapped in place by htmx, else the page itself."""
    if not request.headers.get("HX-Request"):
        if said:
            messages.success(request, said)
        if problem:
            messages.error(request, problem)
        more = {"case": case.pk} if case else {}
        return redirect(f"{reverse('review-desk')}?{flt.query(**more)}")
    response = swapped(request, seat, flt, case.pk if case else None, problem=problem)
    if said or problem:
        response["HX-Trigger"] = json.dumps({"announce": said or problem})
    return response


@needs(*OFFICE)
@require_POST
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """不对: the suggestion goes from the list and is counted."""
    seat = seat_of(request)
    row = judge_suggestion(seat, pk, request.POST.get("verdict", "wrong"))
    flt = kept_filter(request, seat)
    return answer(request, seat, flt, row.submission, said="已记下：这条系统建议不对")
