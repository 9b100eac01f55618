"""直接联系（1+100）: one's own list with what is due; the coverage, in numbers only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ...web.access import needs
from ..composition import SMALL
from ..consent import rules
from ..duties import keepers, mine
from ..duties import needs as needs_of
from ..people import ALL, READERS
from .common import base_of, steps


@require_safe
@needs(*ALL)
def mine_page(request: HttpRequest) -> HttpResponse:
    """Whom I look after: due first, those whose consent is over last and not to be used."""
    seat = steps(request)
    rows = mine(seat)
    context = {
        "base": base_of(seat), "rows": rows, "target": rules().target, "desk": seat.has(*READERS),
        "late": sum(d.late for d in rows), "over": sum(d.over for d in rows),
        "holds": sum(not d.over for d in rows), "back_url": reverse("my-teams"),
        "every": rules().every_days,
    }  # fmt: skip
    return render(request, "groups/duty.html", context)


@require_safe
@needs(*READERS)
def coverage(request: HttpRequest) -> HttpResponse:
    """Keeper by keeper how many, how many spoken to in time; needs by category. No name but the keeper's."""
    seat = steps(request)
    rows = keepers(seat.committee_id)
    context = {
        "rows": rows, "needs": needs_of(seat.committee_id), "target": rules().target,
        "every": rules().every_days, "small": SMALL, "people": sum(r["people"] for r in rows),
        "touched": sum(r["touched"] for r in rows), "gone": sum(r["gone"] for r in rows),
    }  # fmt: skip
    return render(request, "groups/duty_coverage.html", context)
