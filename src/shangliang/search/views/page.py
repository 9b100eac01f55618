"""检索: one box over everything the seat may see."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ...actors.queries import in_office
from ...web.access import needs, seat_of
from ..find import MOST, PAGE, search
from ..forms.page import SearchForm
from ..index import standing
from ..rooms.registers import BODIES, seen


@needs()
def page(request: HttpRequest) -> HttpResponse:
    """The results of ``?q=``; without words, what can be found here and how."""
    seat = seat_of(request)
    form = SearchForm(request.GET)
    typed = request.GET.get("q", "")
    number = request.GET.get("page", "1")
    at = max(1, int(number)) if number.isdecimal() and number.isascii() and len(number) < 6 else 1
    filters = form.filters
    found = search(seat, typed, filters, at)
    if found.total and not found.hits:  # beyond the last page: the last one
        at = -(-found.total // PAGE)
        found = search(seat, typed, filters, at)
    narrowed = bool(filters.kind or filters.years or filters.in_title)
    return render(
        request,
        "search/page.html",
        {
            "form": form,
            "typed": typed.strip(),
            "found": found,
            "standing": standing(seat, found if found.query else None),
            "page": at,
            "pages": -(-found.total // PAGE),
            "next": at + 1 if at * PAGE < found.total else None,
            "previous": at - 1 if at > 1 else None,
            "first": (at - 1) * PAGE + 1,
            "narrowed": narrowed,
            "blind": not in_office(seat),
            "most": MOST,
        },
    )


@needs()
def body(request: HttpRequest, pk: int) -> HttpResponse:
    """From a found body to its page, which is named by its kind."""
    row = seen(*BODIES)(seat_of(request)).filter(pk=pk).only("kind").first()
    if row is None:
        raise Http404
    return redirect("body", kind=row.kind, pk=row.pk)
