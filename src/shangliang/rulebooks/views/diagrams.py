"""The drawn procedure of one version: steps it switches off are dimmed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ...procedures.drawing import draw
from ...procedures.telling import OUTSIDE, all_tables, rows_of
from ...web.access import needs
from ..queries import rules_of
from .one import shared, the_book


@needs()
def diagram(request: HttpRequest, pk: int, table: str) -> HttpResponse:
    """One table as picture and as table."""
    book = the_book(request, pk)
    tables = all_tables()
    if table not in tables:
        raise Http404
    rules = rules_of(book)
    context = shared(request, book, "diagram") | {
        "table": tables[table],
        "kinds": [
            {
                "label": t.label,
                "url": reverse("rulebook-diagram", args=[pk, t.name]),
                "current": t.name == table,
            }
            for t in tables.values()
        ],
        "outside": [
            (tables[table].label_of(state), how) for state, how in OUTSIDE.get(table, {}).items()
        ],
        "drawing": draw(tables[table], rules.steps),
        "rows": rows_of(tables[table], rules),
    }
    return render(request, "rulebooks/diagram.html", context)
