"""Beside a report while it is written: what was said before on its matter, and what came of it.

Nothing of what is sent here is kept, and nothing is looked for before the writer said that none of it
is secret. Who has no account sees what everybody may see, and no row more.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from ...procedures.verdicts import Refused
from ...publishing.queries import committees
from ...voices.actions.receive import OFFICE
from ...voices.actions.start import WRITERS
from ...voices.limits import not_too_often
from ...voices.models import Voice
from ...voices.queries import all_voices
from ...web.access import needs, seat_of
from ..elsewhere import elsewhere
from ..related import while_writing

FEWEST, MOST = 10, 6_000  # characters: less says nothing yet, more is not read
PER_HOUR = 240  # of one address without an account


def typed(request: HttpRequest) -> tuple[str, str]:
    """Title and text; both empty before there is something to compare."""
    if request.POST.get("secrecy") != "open":
        return "", ""
    parts = (request.POST.get(name, "").strip() for name in ("text", "analysis", "suggestion"))
    body = "\n".join(part for part in parts if part)[:MOST]
    title = request.POST.get("title", "").strip()[:120]
    return (title, body) if len(title) + len(body) >= FEWEST else ("", "")


def written_on(request: HttpRequest) -> Voice | None:
    """The note that is being completed, if it was handed in before."""
    pk = request.POST.get("pk", "")
    if not (pk.isascii() and pk.isdecimal() and len(pk) < 16):
        return None
    return all_voices(seat_of(request)).filter(pk=int(pk)).first()


@require_POST
@needs(*WRITERS, *OFFICE)
def beside_writing(request: HttpRequest) -> HttpResponse:
    """For who writes or enters: what the seat may see, and what other committees have opened."""
    seat = seat_of(request)
    title, body = typed(request)
    context: dict[str, Any] = {"found": [], "others": []}
    if title or body:
        context["found"] = while_writing(seat, title, body, written_on(request))
        context["others"] = elsewhere(seat.committee_id, title, body)
    return render(request, "search/_said.html", context)


@require_POST
def beside_saying(request: HttpRequest) -> HttpResponse:
    """For a citizen without account: proposals everybody may read, of every committee here."""
    title, body = typed(request)
    places = committees()
    given = request.POST.get("at", "")
    place = next((row for row in places if str(row.pk) == given), places[0] if places else None)
    others = []
    if place and (title or body):
        try:
            not_too_often(request, "alike", PER_HOUR)
            others = elsewhere(place.pk, title, body, own=True)
        except Refused:  # it is only a help: silence, and the form goes on
            others = []
    return render(request, "search/_said.html", {"found": [], "others": others, "by": "公开的"})
