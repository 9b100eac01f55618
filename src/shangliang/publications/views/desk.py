"""编辑台: what may be told of a month, what waits for whom, one text with its reviews and proofs."""

from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from ...groups.views.common import buttons, steps, story
from ...procedures.office_calendar import today
from ...procedures.perform import REGISTRY
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused
from ...web.access import needs
from ..actions.start_piece import start_piece
from ..book import kinds
from ..book import steps as reviews
from ..checks import look
from ..flow import PIECE
from ..flow.who import DESK, REVIEWERS, UNITS
from ..found import SOURCES, Found
from ..models import Piece
from ..queries import pieces, waiting
from ..reading import lines_of, parts_of

STEP = "公开"
TONES = {
    "draft": "", "first": "near", "second": "near", "final": "near", "approved": "act",
    "published": "ok", "withdrawn": "late", "dropped": "",
}  # fmt: skip
FIRST_VERBS = (
    "submit_piece",
    "pass_first",
    "pass_second",
    "pass_final",
    "publish_piece",
    "take_up",
)


def month_of(given: str) -> date:
    """The first day of a month "2026-11"; of this month when it says nothing."""
    try:
        return date.fromisoformat(f"{given}-01")
    except ValueError:
        return today().replace(day=1)


def next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def results_of(seat: Seat, first: date) -> list[tuple[str, list[Any]]]:
    """(kind, results of the month), each with the texts that tell it already."""
    last = next_month(first) - timedelta(days=1)
    out: list[tuple[str, list[Any]]] = []
    every: list[Found] = []
    for source in SOURCES.values():
        if source.told:
            rows = source.month(seat.committee_id, first, last)
            every += rows
            out.append((source.label, list(rows)))
    told: dict[str, list[Piece]] = {}
    written = pieces(seat).filter(source_id__in=[r.id for r in every]).exclude(state="dropped")
    for piece in written:
        told.setdefault(f"{piece.source_type}-{piece.source_id}", []).append(piece)
    return [(label, [(r, told.get(r.key, [])) for r in rows]) for label, rows in out]


@require_http_methods(["GET", "POST"])
@needs(*REVIEWERS)
def desk(request: HttpRequest) -> HttpResponse:
    """Results of a month, texts by state; POST begins a text from a result, or an empty one."""
    seat, problem = steps(request, STEP), ""
    if request.method == "POST":
        try:
            row = start_piece(
                seat,
                kind=request.POST.get("kind", ""),
                title=request.POST.get("title", ""),
                source=request.POST.get("source", "")[:40],
            )
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect(row)
    first = month_of(request.GET.get("month", ""))
    state = request.GET.get("state", "")
    counts = dict(pieces(seat).order_by().values_list("state").annotate(n=Count("pk")))
    rows = pieces(seat).filter(state=state) if state in PIECE.states else pieces(seat)
    page = Paginator(rows.order_by("-pk"), 20).get_page(request.GET.get("page"))
    for piece in page:
        piece.word = PIECE.label_of(piece.state)  # type: ignore[attr-defined]
        piece.tone = TONES[piece.state]  # type: ignore[attr-defined]
    tabs = [{"label": "全部", "url": "?", "count": sum(counts.values()), "current": not state}]
    tabs += [
        {"label": label, "url": f"?state={code}", "count": counts[code], "current": state == code}
        for code, label in PIECE.states.items()
        if code in counts
    ]
    writes = seat.has(*DESK)
    results = results_of(seat, first) if writes else []
    context = {
        "page_obj": page, "tabs": tabs, "waiting": list(waiting(seat)[:30]), "problem": problem,
        "results": results, "has_results": any(r for _, r in results), "writes": writes,
        "kinds": list(kinds().values()), "month": first, "this": today().replace(day=1),
        "before": (first - timedelta(days=1)).strftime("%Y-%m"),
        "after": next_month(first).strftime("%Y-%m"), "title": request.POST.get("title", ""),
    }  # fmt: skip
    return render(request, "publications/desk.html", context, status=409 if problem else 200)


@require_safe
@needs(*REVIEWERS, *UNITS)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The text with its claims marked, the three reviews, what came of it."""
    seat = steps(request, STEP)
    row = get_object_or_404(pieces(seat), pk=pk)
    inside = seat.has(*REVIEWERS)
    proofs = list(row.proofs.select_related("by"))
    stands = look(row, proofs)
    held, told = stands.held, stands.told
    lines = lines_of(row, held, proofs)
    hands = list(row.hands.select_related("by")) if inside else []
    uptakes = list(row.uptakes.select_related("who").prefetch_related("notes"))
    context = {
        "row": row, "book": row.book, "state": PIECE.label_of(row.state), "tone": TONES[row.state],
        "parts": parts_of(row, held, mark=inside), "lines": lines, "told": told, "inside": inside,
        "open_claims": sum(line.proof is None for line in lines),
        "to_check": sum(line.proof is not None and not line.proof.stated for line in lines),
        "verbs": buttons(PIECE, seat, row, row.get_absolute_url(), FIRST_VERBS, elsewhere(row)),
        "hands": hands, "reviews": review_rows(row, hands), "uptakes": uptakes,
        "amendments": list(row.amendments.select_related("by", "passed_by")),
        "clippings": list(row.clippings.select_related("outlet")) if inside else [],
        "events": story(row, seat.committee_id) if inside else [],
        "may_prove": row.state == "draft" and seat.has(*DESK),
    }  # fmt: skip
    return render(request, "publications/piece.html", context)


def elsewhere(row: Piece) -> tuple[str, ...]:
    """Verbs that stand on another page, and those that are not of this kind of text."""
    found = ["unprove", "prove_claims"]
    if row.kind != "practice":
        found += ["take_up", "follow_up"]
    if row.book.paper == "issue":
        found.append("publish_piece")
    return tuple(found)


def review_rows(row: Piece, hands: list[Any]) -> list[dict[str, Any]]:
    """The three steps of this round: who did it, who may, what it looks at."""
    done = {h.step: h for h in hands if h.round == row.round}
    return [
        {"step": step, "hand": done.get(step.code), "now": row.state == step.code}
        for step in reviews().values()
    ]


@require_http_methods(["GET", "POST"])
@needs(*DESK)
def claims(request: HttpRequest, pk: int) -> HttpResponse:
    """接凭据: claims with what they rest on; look for evidence, tick, connect."""
    seat = steps(request, STEP)
    row = get_object_or_404(pieces(seat), pk=pk)
    problem, given = "", request.POST if request.method == "POST" else request.GET
    chosen = given.getlist("claims")
    if request.method == "POST":
        try:
            REGISTRY["piece", "prove_claims"](
                seat, pk, claims=chosen, evidence=given.get("evidence", "")[:40],
                reason=given.get("reason", "") if given.get("none") else "",
            )  # fmt: skip
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect("piece-claims", pk=pk)
    q = given.get("q", "").strip()[:40]
    proofs = list(row.proofs.select_related("by"))
    stands = look(row, proofs)
    held, told = stands.held, stands.told
    lines = lines_of(row, held, proofs)
    found = [(s.label, s.search(row.committee_id, q)) for s in SOURCES.values()] if q else []
    context = {
        "row": row, "lines": lines, "open_lines": [x for x in lines if x.proof is None],
        "done_lines": [x for x in lines if x.proof], "q": q, "told": told, "chosen": chosen,
        "found": [(label, rows) for label, rows in found if rows], "problem": problem,
        "reason": given.get("reason", ""), "draft": row.state == "draft",
        "unprove": reverse("do", args=["piece", "unprove", row.pk]),
    }  # fmt: skip
    return render(request, "publications/claims.html", context, status=409 if problem else 200)


@require_safe
@needs(*REVIEWERS, *UNITS)
def practices(request: HttpRequest) -> HttpResponse:
    """典型经验: what is published, who took it up, how many report what became of it."""
    seat = steps(request, STEP)
    rows = pieces(seat).filter(kind="practice", state="published").annotate(n=Count("uptakes"))
    page = Paginator(rows.order_by("-published_on", "-pk"), 25).get_page(request.GET.get("page"))
    own = set(
        Piece.objects.filter(
            committee_id=seat.committee_id, pk__in=[r.pk for r in page], uptakes__who_id__in=seat.units
        ).values_list("pk", flat=True)
    ) if seat.units else set()  # fmt: skip
    for row in page:
        row.mine = row.pk in own  # type: ignore[attr-defined]
    return render(request, "publications/practices.html", {"page_obj": page, "units": seat.units})
