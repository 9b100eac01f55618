"""年度统计: the page, its parts, and the report as Word and PDF."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ...actors.models import Session
from ...documents.paper_templates import template_of
from ...engines.papers.official import TemplateRefused, to_docx, to_pdf
from ...procedures.seat import Role, Seat
from ...submissions.flow import PROPOSAL
from ...tasks.flow import TASK
from ...web import charts
from ...web.access import needs, seat_of
from ...web.views.errors import show
from ..measures import Measures
from ..papers.year import report
from ..parts import NoSuchPart, open_parts, unit_named
from ..statistics import Year, sessions_of, year
from .files import DOCX, PDF, attachment

READERS = (Role.CLERK, Role.SECOND_REVIEWER, Role.SUPERVISOR, Role.LEADER, Role.MEMBER)
PER_PAGE = 50
NAMES = {"proposals": PROPOSAL.states, "tasks": TASK.states}


def chosen(request: HttpRequest) -> int | None:
    """``?session=``, a number or nothing."""
    given = request.GET.get("session", "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 16 else None


def session_tabs(every: list[Session], now: Session, url: str) -> list[dict[str, Any]]:
    """The last sessions as tabs; older ones stay reachable by their address."""
    shown = every[:6] + ([now] if now not in every[:6] else [])
    return [
        {
            "label": f"{s}（{s.year}）",
            "url": f"{url}?session={s.pk}",
            "count": None,
            "current": s.pk == now.pk,
        }
        for s in shown
    ]


def gathered(request: HttpRequest) -> tuple[list[Session], Year | None, Measures | None]:
    """All sessions and the year asked for; None where no session was ever held."""
    seat = seat_of(request)
    every, compared = sessions_of(seat.committee_id, chosen(request))
    if not compared:
        return every, None, None
    measures = Measures(seat.committee_id)
    return every, year(seat, compared, measures), measures


@needs(*READERS)
def statistics(request: HttpRequest) -> HttpResponse:
    """The year's numbers beside those of the two sessions before; each opens its parts."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    every, found, measures = gathered(request)
    if found is None or measures is None:
        return render(request, "records/empty.html", {"title": "年度统计"})
    now = found.n[found.session.pk]
    bars = [charts.Bar(m.label, now[m.key], "act") for m in measures.classes]
    seat = seat_of(request)
    context = {
        "year": found,
        "now": now,
        "tabs": session_tabs(every, found.session, reverse("year-statistics")),
        "bars": bars,
        "units_shown": seat.has(*READERS[:4]),
    }
    return render(request, "records/statistics.html", context)


@needs(*READERS)
def paper(request: HttpRequest, ext: str) -> HttpResponse:
    """The report as .docx (in the office's own template where it has one) or .pdf."""
    _, found, _ = gathered(request)
    if found is None:
        raise Http404
    seat = seat_of(request)
    content = report(seat, found)
    name = f"{content.title}.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(content), PDF, name, inline=True)
    try:
        return attachment(to_docx(content, template_of(seat.committee_id, "report")), DOCX, name)
    except TemplateRefused as error:
        return show(request, 409, title="本机关的模板不能用", text=str(error), url="/papers/")


@needs(*READERS)
def parts(request: HttpRequest, key: str) -> HttpResponse:
    """The rows behind one number."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    seat = seat_of(request)
    session = session_named(seat, chosen(request))
    given = request.GET.get("unit", "")
    unit = unit_named(seat, int(given)) if given.isdecimal() and len(given) < 16 else None
    try:
        found = open_parts(seat, key, session, unit)
    except NoSuchPart as error:
        raise PermissionDenied("没有这个数字，或者您现在的身份不能打开它。") from error
    page = Paginator(found.rows, PER_PAGE).get_page(request.GET.get("page"))
    for row in page.object_list:
        if found.kind != "people":
            row.state_name = NAMES[found.kind][row.state]
    context = {
        "found": found,
        "session": session,
        "page_obj": page,
        "hidden": max(found.total - page.paginator.count, 0),
        "key": key,
    }
    return render(request, "records/parts.html", context)


def session_named(seat: Seat, pk: int | None) -> Session:
    """The session asked for, else the newest."""
    every, compared = sessions_of(seat.committee_id, pk)
    if not compared:
        raise Http404
    return compared[0]
