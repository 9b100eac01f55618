"""看到什么 of one activity, for those who run it and the leaders: cards, checklist, findings, report."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from ...web.access import needs, seat_of
from ..flow import ACTIVITY
from ..models import Activity, Finding, Project, Version
from ..queries import READERS, manages, visible
from .lists import BUSINESS, verbs_of

# Kinds that go by a list of clauses (S-022).
CHECKED = ("inspection", "supervision")
# The verbs of this page; the others stand on the activity's own.
HERE = ("add_finding",)


def drafts_of(row: Activity | Project) -> list[Version]:
    """The drafts, the newest first, with where each went; two questions."""
    rows = row.versions.select_related("by").prefetch_related("deliveries")
    return list(rows.order_by("-number"))


@needs(*BUSINESS)
def outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """What was seen, clause by clause and card by card, and what became of it."""
    request.loop_step = "察情"  # type: ignore[attr-defined]
    seat = seat_of(request)
    row = get_object_or_404(visible(seat), pk=pk)
    if not (manages(seat, row) or seat.has(*READERS)):
        raise PermissionDenied("观察卡、清单和报告由承办活动的工作人员整理。")
    other = tuple(move.verb for move in ACTIVITY if move.verb not in HERE)
    found = Finding.objects.filter(activity=row).select_related("unit")
    context = {
        "row": row,
        "manages": manages(seat, row),
        "verbs": verbs_of(ACTIVITY, "activity", seat, row, request.path, other),
        "findings": list(found.order_by("pk")[:100]),
        "cards": list(row.cards.select_related("person", "photo")[:100]),
        "by_list": row.kind in CHECKED,
        "checks": list(row.checks.all()) if row.kind in CHECKED else [],
        "drafts": drafts_of(row),
        "begun": row.starts_at <= timezone.now(),
    }
    return render(request, "activities/outcome.html", context)
