"""计数: actions × sub-items × partners with done and target; the records behind any number."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ...groups.views.common import base_of, buttons, steps
from ...web.access import needs
from ..counting import counted, last_entered, overview
from ..flow import PROGRAMME
from ..models import Counter
from ..people import READERS, speaks_for
from ..queries import programmes
from ..rows import may_write

PAGE = 25


def number(request: HttpRequest, name: str) -> int | None:
    """An id of the address, or none."""
    said = request.GET.get(name, "")
    return int(said) if said.isdecimal() and len(said) < 12 else None


@require_safe
@needs(*READERS)
def counts(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole table, and below it the records; ?counter= and ?partner= say behind which number."""
    seat = steps(request)
    case = get_object_or_404(programmes(seat), pk=pk)
    book = case.book.counting
    if book is None:
        raise Http404
    sheet = overview(case)
    goal: Counter | None = None
    rows = counted(case).select_related("counter", "partner__who").order_by("-on", "-pk")
    if (wanted := number(request, "counter")) is not None:
        goal = next((r.counter for r in sheet.rows if r.counter.pk == wanted), None)
        rows = rows.filter(counter_id=wanted)
    side = None
    if (wanted := number(request, "partner")) is not None:
        side = next((p for p in sheet.partners if p.pk == wanted), None)
        rows = rows.filter(partner_id=wanted)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    for row in page:
        row.programme = case
    mine = any(speaks_for(seat, p) for p in sheet.partners)
    context: dict[str, Any] = {
        "base": base_of(seat), "case": case, "book": book, "sheet": sheet, "page_obj": page,
        "goal": goal, "side": side, "newest": last_entered(case),
        "writes": case.state == "running" and (may_write(seat, book, None) or mine),
        "verbs": [
            v for v in buttons(PROGRAMME, seat, case, request.path)
            if v["verb"] in ("set_counter", "drop_counter")
        ],
        "crumbs": [
            ("专项", reverse("programmes")), (case.title, case.get_absolute_url()), ("计数", ""),
        ],
    }  # fmt: skip
    return render(request, "programmes/counts.html", context)
