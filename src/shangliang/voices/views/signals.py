"""苗头: themes that rise, with their notes and the uncertainty; a person decides what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ...procedures.seat import Role
from ...web.access import needs, seat_of
from .. import early


@require_safe
@needs(Role.EDITOR)
def signals(request: HttpRequest) -> HttpResponse:
    """What rose in the last three weeks against its own past."""
    return render(
        request,
        "voices/signals.html",
        {"rows": early.signals(seat_of(request)), "least": early.LEAST},
    )
