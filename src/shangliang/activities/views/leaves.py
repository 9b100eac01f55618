"""请假: what waits for the one who grants it. The reasons are on no other page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ...accounts.access_log import name_opened
from ...web.access import needs, seat_of
from ..models import Leave
from ..queries import visible
from .lists import BUSINESS, any_leave


@never_cache
@require_safe
@needs(*BUSINESS)
def leaves(request: HttpRequest, pk: int) -> HttpResponse:
    """Each opening is noted, since what stands here is private (E18)."""
    seat = seat_of(request)
    row = get_object_or_404(visible(seat), pk=pk)
    if not any_leave(seat, row):
        raise PermissionDenied("请假的事由只有批假的人可以看。")
    found = list(
        Leave.objects.filter(committee_id=seat.committee_id, attendance__activity=row)
        .select_related("attendance__person", "decided_by")
        .order_by("-state", "id")
    )
    if found:
        name_opened(seat, row)
    for leave in found:
        leave.own = leave.attendance.person_id == seat.person_id  # type: ignore[attr-defined]
    return render(request, "activities/leaves.html", {"row": row, "leaves": found})
