"""企业摸底: start one, its links, its answers in tables and classes."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ...procedures.seat import Role
from ...procedures.verdicts import Refused, offers, refuse
from ...web.access import needs, seat_of
from ...web.buttons import button
from ..actions.start_survey import start_survey
from ..flow import SURVEY
from ..queries import surveys
from ..results import clusters, tables

WHO = (Role.EDITOR, Role.ORGANISER, Role.LEADER)
OWN = {"settle_matter", "make_cases"}  # buttons of their own beside each class


def day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@require_http_methods(["GET", "POST"])
@needs(*WHO)
def listing(request: HttpRequest) -> HttpResponse:
    """Surveys, newest first; POST starts one."""
    seat = seat_of(request)
    problem = ""
    if request.method == "POST":
        ends = day_of(request.POST.get("ends_on", ""))
        try:
            if ends is None:
                raise refuse("请写截止日期。")
            survey = start_survey(
                seat,
                title=request.POST.get("title", ""),
                purpose=request.POST.get("purpose", ""),
                ends_on=ends,
            )
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect("survey", pk=survey.pk)
    own = Q(links__answers__forwarded=False)
    rows = surveys(seat).annotate(
        sent=Count("links", distinct=True), back=Count("links", filter=own, distinct=True)
    )
    context = {
        "page_obj": Paginator(rows.order_by("-id"), 25).get_page(request.GET.get("page")),
        "states": SURVEY.states,
        "problem": problem,
        "v": request.POST,
        "may": seat.has(Role.EDITOR, Role.ORGANISER),
    }
    return render(request, "voices/surveys.html", context, status=409 if problem else 200)


@require_safe
@needs(*WHO)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Tables with small groups hidden, problems by class, links for the office."""
    seat = seat_of(request)
    survey = get_object_or_404(surveys(seat), pk=pk)
    may = seat.has(Role.EDITOR, Role.ORGANISER)
    answers = list(survey.answers.filter(forwarded=False).select_related("link__firm", "voice"))
    verbs: list[dict[str, Any]] = []
    here = survey.get_absolute_url()
    for offer in offers(SURVEY, seat, survey):
        if offer.move.verb not in OWN:
            verbs.append(button(offer, "survey", survey.pk, here, primary=not verbs))
    links = survey.links.select_related("firm").annotate(
        back=Count("answers", filter=Q(answers__forwarded=False)),
        passed=Count("answers", filter=Q(answers__forwarded=True)),
    )
    context = {
        "survey": survey,
        "label": SURVEY.label_of(survey.state),
        "verbs": verbs,
        "tables": tables(survey, answers),
        "clusters": clusters(survey, answers),
        "links": list(links[:300]) if may else [],
        "sent": survey.links.count(),
        "back": len(answers),
        "forwarded": survey.answers.filter(forwarded=True).count(),
        "may": may,
        "matters": survey.rules.matters,
        "limit": survey.rules.small_group,
        "base": request.build_absolute_uri("/s/"),
    }
    return render(request, "voices/survey.html", context)
