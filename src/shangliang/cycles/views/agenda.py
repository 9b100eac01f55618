"""议事日程: what waits for which organ, meetings past and to come; one matter, one meeting."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ...documents.paper_templates import template_of
from ...documents.queries import files_of
from ...engines.papers.official import to_docx, to_pdf
from ...procedures.verdicts import offers
from ...submissions.views.chain.papers import WORD, attachment
from ...web.access import needs, seat_of
from ..agenda_paper import agenda_paper, items_of, minutes_paper, papers_of
from ..flow import MATTER, ORGAN_MEETING, matter, organ_meeting
from ..flow.who import DESK, READERS
from ..models import OrganMeeting
from ..queries import matters, organ_meetings, organs
from .verbs import buttons

PAGE = 25
MOST = 60
TONES = {"waiting": "near", "listed": "act", "agreed": "ok", "returned": "near", "dropped": "",
         "planned": "near", "held": "act", "closed": "ok", "off": ""}  # fmt: skip


@require_safe
@needs(*READERS)
def agenda(request: HttpRequest) -> HttpResponse:
    """Of all organs, or of one: what waits, and the meetings, newest first."""
    seat = seat_of(request)
    bodies = list(organs(seat).annotate(waits=Count("matters", filter=Q(matters__state="waiting"))))
    given = request.GET.get("organ", "")
    chosen = next((o for o in bodies if str(o.pk) == given), None)
    waits, met = matters(seat), organ_meetings(seat)
    if chosen:
        waits, met = waits.filter(organ=chosen), met.filter(organ=chosen)
    waiting = waits.exclude(state__in=("agreed", "dropped")).order_by("organ_id", "pk")[:MOST]
    rows = met.annotate(
        count=Count("items"), done=Count("items", filter=~Q(items__decision=""))
    ).order_by("-on", "-pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    tabs = [{"label": "全部", "url": "?", "current": chosen is None}]
    for o in bodies:
        tab = {"label": o.name, "url": f"?organ={o.pk}", "count": o.waits, "current": o == chosen}
        tabs.append(tab)
    context: dict[str, Any] = {
        "organs": bodies,
        "chosen": chosen,
        "tabs": tabs,
        "waiting": [(m, matter.STATES[m.state], TONES[m.state]) for m in waiting],
        "rows": [(m, organ_meeting.STATES[m.state], TONES[m.state]) for m in page],
        "page_obj": page,
        "desk": seat.has(*DESK),
    }
    return render(request, "cycles/agenda.html", context)


@require_safe
@needs(*READERS)
def one_matter(request: HttpRequest, pk: int) -> HttpResponse:
    """A matter: what is asked, its papers, each agenda it stood on and what was decided there."""
    seat = seat_of(request)
    row = get_object_or_404(matters(seat).select_related("organ__after", "by"), pk=pk)
    trail = row.items.select_related("meeting__organ", "sent_to").order_by("meeting__on", "pk")
    planned = row.organ.meetings.filter(state="planned").exists()
    context = {
        "row": row,
        "plan_first": row.state == "waiting" and not planned and seat.has(*DESK),
        "state": matter.STATES[row.state],
        "tone": TONES[row.state],
        "trail": list(trail),
        "papers": list(files_of(row)),
        "verbs": buttons(offers(MATTER, seat, row), "matter", pk, request.path),
    }
    return render(request, "cycles/matter.html", context)


@require_safe
@needs(*READERS)
def one_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """A meeting: its agenda in order with papers, and what was decided."""
    seat = seat_of(request)
    row = get_object_or_404(organ_meetings(seat).select_related("organ__secretary"), pk=pk)
    items = items_of(row)
    papers = papers_of(row, items)
    waits = matters(seat).filter(organ=row.organ, state="waiting").count()
    context = {
        "row": row,
        "state": organ_meeting.STATES[row.state],
        "tone": TONES[row.state],
        "items": [(i, papers.get(i.matter_id, [])) for i in items],
        "minutes": sum(i.minutes for i in items),
        "waits": waits if row.state == "planned" else 0,
        "verbs": buttons(offers(ORGAN_MEETING, seat, row), "organ_meeting", pk, request.path),
    }
    return render(request, "cycles/organ_meeting.html", context)


@require_safe
@needs(*READERS)
def paper(request: HttpRequest, pk: int, what: str, ext: str) -> HttpResponse:
    """议程 or 纪要, as Word or PDF."""
    seat = seat_of(request)
    row = get_object_or_404(organ_meetings(seat).select_related("organ__secretary"), pk=pk)
    if ext not in ("docx", "pdf") or what not in ("agenda", "minutes"):
        raise Http404("没有这种文书。")
    if what == "minutes" and row.state not in ("held", "closed"):
        raise Http404("会还没有开，没有纪要。")
    return sheet_of(row, what, ext)


def sheet_of(row: OrganMeeting, what: str, ext: str) -> HttpResponse:
    """The file, in the office's own template where it has one."""
    made = agenda_paper(row) if what == "agenda" else minutes_paper(row)
    name = f"{row}{'议程' if what == 'agenda' else '纪要'}.{ext}"
    if ext == "pdf":
        return attachment(to_pdf(made), "application/pdf", name, inline=True)
    return attachment(to_docx(made, template_of(row.committee_id, "report")), WORD, name)
