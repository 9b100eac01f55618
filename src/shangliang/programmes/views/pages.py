"""专项: the register, one programme with its sheets, and the public totals."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ...actors.views.filling import fill
from ...groups.views.common import base_of, buttons, steps, story
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ...web.access import needs
from ...yardsticks.ledgers.digests import Digest, Table
from ..actions.start_programme import start_programme
from ..book import Sheet, kinds
from ..digests import DIGESTS, Given
from ..flow import PROGRAMME
from ..forms.programme import NewProgramme
from ..models import Contributor, Item, Programme
from ..people import OFFICE, READERS, speaks_for
from ..queries import items, programmes
from ..rows import may_write
from ..totals import SMALL, shown_of

PAGE, ROWS = 30, 20


@require_safe
@needs(*READERS)
def register(request: HttpRequest) -> HttpResponse:
    """By kind; tasks done and late, rows entered."""
    seat, day = steps(request), today()
    every = programmes(seat)
    counts = dict(every.order_by().values_list("kind").annotate(n=Count("pk")))
    kind = request.GET.get("kind", "")
    rows = every.filter(kind=kind) if kind in kinds() else every
    if words := request.GET.get("q", "").strip()[:60]:
        rows = rows.filter(Q(title__icontains=words) | Q(aim__icontains=words))
    open_line = Q(lines__done_on__isnull=True, lines__dropped_why="")
    rows = rows.annotate(
        planned=Count("lines", filter=Q(lines__dropped_why=""), distinct=True),
        done=Count("lines", filter=Q(lines__done_on__isnull=False), distinct=True),
        late=Count("lines", filter=open_line & Q(lines__due_on__lt=day), distinct=True),
        written=Count("items", filter=Q(items__void_why=""), distinct=True),
    )
    page = Paginator(rows.order_by("state", "-starts_on", "-pk"), PAGE)
    tabs = [{"label": "全部", "url": "?", "count": sum(counts.values()), "current": not kind}]
    tabs += [
        {"label": k.name, "url": f"?kind={k.code}", "count": counts[k.code], "current": kind == k.code}
        for k in kinds().values()
        if k.code in counts
    ]  # fmt: skip
    context = {
        "base": base_of(seat), "tabs": tabs, "page_obj": page.get_page(request.GET.get("page")),
        "q": words, "kind": kind, "kinds": list(kinds().values()), "office": seat.has(*OFFICE),
    }  # fmt: skip
    return render(request, "programmes/programmes.html", context)


@needs(*OFFICE)
def new(request: HttpRequest, kind: str) -> HttpResponse:
    """立一个专项 of a kind."""
    seat, book = steps(request), kinds().get(kind)
    if book is None:
        raise Http404
    form = NewProgramme(
        request.POST if request.method == "POST" else None, committee_id=seat.committee_id,
        kind=book, initial={"starts_on": today()},
    )  # fmt: skip
    return fill(
        request, form, lambda **data: start_programme(seat, kind=kind, **data),
        title=f"立专项：{book.name}", submit="立项", back=reverse("programmes"),
        said="已立项。接着加参加方、列任务。", lead=f"{book.note}　出处：{book.source}。",
        crumbs=[("专项", reverse("programmes")), (book.name, "")],
        onward=lambda row: row.get_absolute_url(), template="groups/form.html", base="base.html",
    )  # fmt: skip


@require_safe
@needs(*READERS)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What for, who, the plan with its states, and every sheet as a whole and row by row."""
    seat, day = steps(request), today()
    row = get_object_or_404(programmes(seat), pk=pk)
    partners = list(row.partners.select_related("who"))
    lines: list[Any] = list(row.lines.select_related("partner__who"))
    for line in lines:
        line.lamp, line.word = line.light(day)
    mine = [p for p in partners if speaks_for(seat, p)]
    q = request.GET.get("q", "").strip()[:60]
    # Rows that count run into the thousands: their page adds them up, here stand the newest.
    many = [s.code for s in row.book.sheets if s.counts]
    every = list(items(seat).filter(programme=row).exclude(sheet__in=many))
    counting = items(seat).filter(programme=row, sheet__in=many)
    if many and q:
        counting = counting.filter(title__icontains=q)
    total = counting.count() if many else 0
    every += list(counting[:ROWS]) if many else []
    context: dict[str, Any] = {
        "base": base_of(seat), "row": row, "book": row.book, "partners": partners, "lines": lines,
        "state": PROGRAMME.label_of(row.state), "office": seat.has(*OFFICE), "q": q,
        "verbs": buttons(PROGRAMME, seat, row, request.path, ("plan_line",)),
        "sheets": [sheet_block(seat, row, s, every, partners, lines, mine, q) for s in row.book.sheets],
        "events": story(row, seat.committee_id), "counting": row.book.counting,
    }  # fmt: skip
    for block in context["sheets"]:
        if block["sheet"].counts:
            block |= {"count": total, "more": max(total - ROWS, 0)}
    return render(request, "programmes/programme.html", context)


def sheet_block(
    seat: Seat, case: Programme, sheet: Sheet, every: list[Item], partners: list[Contributor],
    lines: list[Any], mine: list[Contributor], q: str,
) -> dict[str, Any]:  # fmt: skip
    """One sheet: digest over all that counts, the newest rows, who may write."""
    own: list[Any] = [r for r in every if r.sheet == sheet.code]
    rows = [r for r in own if not r.void_why]
    given = Given(sheet, rows, [r for r in every if not r.void_why], partners, lines)
    found = [r for r in own if not q or q in r.title or any(q in str(v) for v in r.data.values())]
    for row in found[:ROWS]:
        row.programme = case
        hide = sheet.private if not seat.has(*OFFICE) and row.by_id != seat.person_id else ""
        row.words = row.said(but=hide)
    digest = DIGESTS[sheet.digest](given) if sheet.digest else Digest()
    if sheet.private and not seat.has(*OFFICE):
        digest = Digest([without(t, sheet.private_label) for t in digest.tables], digest.warnings)
    return {
        "sheet": sheet, "digest": digest, "rows": found[:ROWS], "count": len(found),
        "more": max(len(found) - ROWS, 0),
        "writes": case.state == "running" and (may_write(seat, sheet, None) or bool(sheet.partner and mine)),
        "imports": case.state == "running" and seat.has(*OFFICE)
        and (sheet.counts or not sheet.partner) and not sheet.own,
    }  # fmt: skip


def without(table: Table, label: str) -> Table:
    """The table without the column that is the office's."""
    if label not in table.heads:
        return table
    n = table.heads.index(label)
    rows = [[*r[:n], *r[n + 1 :]] for r in table.rows]
    foot = [*table.foot[:n], *table.foot[n + 1 :]]
    return Table(table.title, [h for h in table.heads if h != label], rows, foot, table.note)


@require_safe
def public(request: HttpRequest, pk: int) -> HttpResponse:
    """Totals by kind, for everybody; never a row, never who gave what."""
    row = get_object_or_404(Programme.objects.select_related("committee"), pk=pk, public=True)
    context = {"row": row, "sheets": shown_of(row), "small": SMALL, "office": row.committee}
    return render(request, "programmes/public.html", context)
