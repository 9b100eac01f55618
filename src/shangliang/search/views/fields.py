"""民生领域: how much came in each field, who answers for it, and what a count is made of."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ...engines.search.matters import matters
from ...procedures.office_calendar import today
from ...web.access import needs, seat_of
from ..fields import NONE, READERS, parts, speaking, statistics, units_of, years_of
from ..fields import answers as answers_for
from ..index import standing
from ..sources import SOURCES, url_of

PAGE = 25


def year_of(request: HttpRequest) -> int:
    given = request.GET.get("year", "")
    said = int(given) if given.isdecimal() and given.isascii() and len(given) == 4 else 0
    return said if 1949 <= said <= 2199 else today().year


@require_safe
@needs(*READERS)
def table(request: HttpRequest) -> HttpResponse:
    """Every field of a year; ``?year=``."""
    seat, year = seat_of(request), year_of(request)
    lines = statistics(seat, year)
    context = {
        "year": year,
        "years": years_of(seat) or [year],
        "lines": lines,
        "total": sum(line.total for line in lines),
        "standing": standing(seat),
    }
    return render(request, "search/fields.html", context)


@require_safe
@needs(*READERS)
def one(request: HttpRequest, key: str) -> HttpResponse:
    """What a field's count is made of, each with the words that put it there."""
    seat, year = seat_of(request), year_of(request)
    matter = next((m for m in matters() if m.key == key), None)
    if matter is None and key != NONE:
        raise Http404
    page = Paginator(parts(seat, year, key), PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    words = speaking(rows, key)
    listed = [
        {
            "title": row.title,
            "url": url_of(row.kind, row.object_id),
            "label": SOURCES[row.kind].label,
            "note": row.note,
            "day": row.day,
            "words": words[row.pk],
        }
        for row in rows
    ]
    units = [u for u in units_of(seat.committee_id) if matter and answers_for(u, matter)]
    context = {
        "year": year,
        "name": matter.name if matter else "分不出领域",
        "matter": matter,
        "units": units,
        "rows": listed,
        "page_obj": page,
    }
    return render(request, "search/field.html", context)
