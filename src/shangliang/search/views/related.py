"""Beside a report or a firm's difficulty: who may answer for it, and what was said and answered before."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ...voices.queries import all_voices
from ...voices.story import is_office
from ...web.access import needs, seat_of
from ..fields import counterparts
from ..related import readable, related


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
    part = bool(request.headers.get("HX-Request"))
    return render(request, "search/_related.html" if part else "search/related.html", context)
