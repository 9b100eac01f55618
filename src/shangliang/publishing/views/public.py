"""公开: the list, one proposal by its code, and the look-up. No account, no personal data."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ...actors.models import Actor
from ...web.views.errors import show
from .. import plain
from ..queries import committees, find, open_case, published, taken_down


def chosen(request: HttpRequest, rows: list[Actor]) -> Actor | None:
    """The committee asked for, else the first: a city before its counties."""
    given = request.GET.get("at", "")
    return next((r for r in rows if str(r.pk) == given), rows[0] if rows else None)


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """What is open of one committee, newest first; by words of the title or of the units."""
    if code := request.GET.get("code", "").strip():
        return redirect("public-proposal", code[:14].upper().replace("/", ""))
    places = committees()
    place = chosen(request, places)
    request.committee = place  # type: ignore[attr-defined]
    q = request.GET.get("q", "").strip()[:40]
    rows = published(place.pk) if place else published(0)
    if q:
        rows = rows.filter(title__icontains=q) | rows.filter(lead_names__icontains=q)
    page = Paginator(rows.order_by("-publication__published_at", "-pk"), 20).get_page(
        request.GET.get("page")
    )
    for case in page:
        case.plain_state = plain.STATES[case.state]  # type: ignore[attr-defined]
        case.plain_tone = plain.TONES[case.state]  # type: ignore[attr-defined]
    return render(
        request,
        "publishing/list.html",
        {"page_obj": page, "places": places, "place": place, "q": q},
    )


@require_safe
def proposal(request: HttpRequest, code: str) -> HttpResponse:
    """One proposal followed by everybody; a page taken back says so, without the reason."""
    case = find(code)
    if case is None:
        if taken_down(code):
            title, text = "这一页已经撤下", "这件提案曾经公开，现在不再公开。"
        else:
            title = "没有查到"
            text = "查询码写错了一位，或者这件没有公开。查询码像 TA-7K2M-H617，在受理通知里。"
        return show(request, 404, title=title, text=text, url="/public/", label="看已公开的提案")
    request.committee = case.committee  # type: ignore[attr-defined]
    found = open_case(case)
    kind = case.rules.class_of(case.class_code)
    return render(
        request,
        "publishing/proposal.html",
        {
            "case": case,
            "full": found.full,
            "summary": case.publication.summary,
            "state": plain.STATES[case.state],
            "tone": plain.TONES[case.state],
            "asks": plain.ask_rows(found),
            "events": plain.story(found),
            "units": found.units,
            "kind": kind.name if kind else "",
        },
    )
