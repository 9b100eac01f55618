"""提案总表: the list of all proposals a seat may see."""

import hashlib

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from ....actors.models import Session
from ....journal.kept import kept
from ....web.access import needs, seat_of
from ...desk import register
from ...desk.queue import Counted
from ...desk.units import units_of

PER_PAGE = 25
SHOWN = (
    "id",
    "committee_id",
    "serial",
    "number",
    "number_window",
    "title",
    "nature",
    "window",
    "state",
    "class_code",
    "lead_names",
    "proposer_names",
    "asks_count",
    "grade",
    "satisfaction",
    "key",
    "excellent",
    "submitted_at",
    "session",
)


@needs()
def proposals(request: HttpRequest) -> HttpResponse:
    """Filter, order and page are the URL; the same URL is the same list for whoever may see it."""
    seat = seat_of(request)
    sessions = list(Session.objects.filter(committee_id=seat.committee_id).select_related("term"))
    rules = register.rules_for(seat)
    form = register.RegisterForm(
        request.GET,
        seat=seat,
        sessions=sessions,
        rules=rules,
        units=units_of(seat.committee_id),
    )
    rows = register.narrowed(form, seat)
    # Counting all rows is dear in a long archive; it is done once an event and filter.
    asked = "&".join(f"{k}={v}" for k, v in sorted(form.chosen().items()))
    mark = hashlib.sha256(asked.encode()).hexdigest()[:16]
    counted = kept(
        seat.committee_id, f"register:{seat.person_id}:{mark}", lambda: register.totals(rows)
    )
    sort = request.GET.get("sort", "")
    order = register.SORTS.get(sort, register.SORTS[""])
    listed = (
        rows.order_by(*order)
        .select_related("session__term")
        .only(*SHOWN, "session__number", "session__year", "session__term__number")
    )
    page = Counted(listed, PER_PAGE, known=counted.all).get_page(request.GET.get("page", "1"))
    classes = {c.code: c.name for c in rules.classes} if rules else {}
    context = {
        "form": form,
        "chosen": [
            {"label": label, "value": value, "url": "?" + without(request.GET, name)}
            for name, label, value in form.words()
        ],
        "page_obj": page,
        "lines": register.lines(list(page.object_list), seat, classes),
        "totals": counted,
        "sort": sort,
        "columns": [
            {"label": "案号", "key": "number"},
            {"label": "案由"},
            {"label": "状态"},
            {"label": "类别"},
            {"label": "承办"},
            {"label": "时限"},
            {"label": "结果"},
            {"label": "收件", "key": "received"},
        ],
        "units": form.units,
        "export_url": export_url(request.GET),
        "problems": form.problems,
    }
    return render(request, "submissions/review/register.html", context)


def without(query: QueryDict, name: str) -> str:
    """The query string with one filter taken away, from page one."""
    rest = query.copy()
    for gone in (name, "page"):
        rest.pop(gone, None)
    return rest.urlencode()


def export_url(query: QueryDict) -> str:
    """The same filter as an Excel file."""
    rest = query.copy()
    rest.pop("page", None)
    return f"{reverse('export', args=['proposals', 'xlsx'])}?{rest.urlencode()}"
