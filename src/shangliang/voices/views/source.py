"""反映人: a reason first, then the name; each opening is an event the author sees."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from ...journal.queries import timeline
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.open_source import REASONS, may_open, open_source
from ..queries import all_voices


@require_http_methods(["GET", "POST"])
@needs()
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """GET asks why and shows who opened it; POST writes the event and shows the name, uncached."""
    seat = seat_of(request)
    case = get_object_or_404(all_voices(seat), pk=pk)
    mine = seat.person_id in (case.author_id, case.entered_by_id)
    if not mine and (said := may_open(seat, case)):
        raise PermissionDenied(said)
    opened, problem, status = None, "", 200
    if request.method == "POST":
        try:
            opened = open_source(seat, pk, reason=request.POST.get("reason", ""))
        except Refused as refused:
            problem, status = str(refused), 403 if refused.kind == "who" else 409
    log = timeline(case, seat.committee_id).filter(verb="voice.open_source").order_by("-seq")
    rows = [
        {
            "at": e.at,
            "who": str(e.person or ""),
            "why": REASONS.get(str(e.detail.get("reason")), ""),
        }
        for e in log
    ]
    context = {"case": case, "opened": opened, "problem": problem, "reasons": REASONS, "log": rows}
    answer = render(request, "voices/source.html", context, status=status)
    answer["Cache-Control"] = "no-store, private"
    return answer
