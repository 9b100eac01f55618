"""Beside a report or a firm's difficulty: who may answer for it, and what was said and answered before."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ...engines.search.summary import keywords, summary
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...voices.actions.advise_alike import advise_alike
from ...voices.likening import original
from ...voices.queries import all_voices, difficulties
from ...voices.rules import rules_of
from ...voices.story import is_office
from ...web.access import needs, seat_of
from ..fields import counterparts
from ..related import firms_alike, readable, related

LONG = 120  # characters
FIRMS = (Role.EDITOR, Role.ORGANISER)


@require_safe
@needs()
def beside_voice(request: HttpRequest, pk: int) -> HttpResponse:
    """A part of the desk and of the voice's page; without script a page of the same."""
    seat = seat_of(request)
    voice = all_voices(seat).filter(pk=pk).first()
    if voice is None or not readable(seat, voice):
        raise Http404
    units = []
    if is_office(seat) and not voice.unit_id and not voice.masked:
        units = counterparts(voice.committee_id, voice.title, voice.text)
    context = {"case": voice, "found": related(seat, voice), "counterparts": units}
    if is_office(seat) and not voice.masked:
        title, text = voice.edited_title or voice.title, original(voice)
        if len(text) >= LONG:  # a short one is read faster than its summary
            context |= {"keywords": keywords(title, text), "quotes": summary(title, text)}
    if voice.flow == "difficulty" and seat.has(*FIRMS):
        context["firms"] = len(firms_alike(seat, voice)) + 1
        context["least"] = rules_of().similar_cases
    part = bool(request.headers.get("HX-Request"))
    return render(request, "search/_related.html" if part else "search/related.html", context)


@require_http_methods(["GET", "POST"])
@needs(*FIRMS)
def alike_firms(request: HttpRequest, pk: int) -> HttpResponse:
    """A firm's difficulty with those like it, to tick; POST makes one recommendation of them."""
    seat = seat_of(request)
    voice = difficulties(seat).select_related("unit", "firm").filter(pk=pk).first()
    if voice is None:
        raise Http404
    found = firms_alike(seat, voice)
    ticked = {v.pk for v, _, near in found if near} | {voice.pk}
    problem = ""
    if request.method == "POST":
        ticked = {int(x) for x in request.POST.getlist("case") if x.isdecimal() and len(x) < 16}
        offered = {v.pk for v, _, _ in found} | {voice.pk}
        try:
            report = advise_alike(seat, cases=ticked & offered)
        except Refused as refused:
            problem = str(refused)
        else:
            messages.success(request, "已作为一条社情民意放进编辑台。")
            return redirect("voice", pk=report.pk)
    context = {
        "case": voice,
        "found": found,
        "ticked": ticked,
        "least": rules_of().similar_cases,
        "problem": problem,
    }
    return render(request, "search/firms.html", context, status=422 if problem else 200)
