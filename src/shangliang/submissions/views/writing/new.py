"""写一件: what to begin. A draft is made by a press (POST), never by opening a page."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ....actors.models import Actor
from ....procedures.seat import Role, Seat
from ....procedures.verdicts import Refused
from ....web.access import needs, seat_of
from ...actions.start import NATURE_OF_BODY, current_rules, current_session, start
from ...members import matching, stroke_counts, with_sectors
from ...models import Submission
from .finding import WRITERS

PAGE = 25


@require_http_methods(["GET", "POST"])
@needs(*WRITERS)
def new(request: HttpRequest) -> HttpResponse:
    """Choose what to write; POST opens the draft and goes to its page."""
    seat = seat_of(request)
    if request.method == "POST":
        case = start(seat, author_id=number(request, "author"), body_id=number(request, "body"))
        return redirect("proposal-edit", pk=case.pk)
    return render(request, "submissions/writing/new.html", context(request, seat))


def number(request: HttpRequest, name: str) -> int | None:
    value = request.POST.get(name, "")
    return int(value) if value.isdigit() and len(value) < 12 else None


def bodies(seat: Seat) -> list[dict[str, Any]]:
    """The bodies one may write for, with why one of them takes none now."""
    if not seat.bodies | seat.heads:
        return []
    found = Actor.objects.filter(
        pk__in=seat.bodies | seat.heads, committee_id=seat.committee_id, active=True
    )
    rules = current_rules(seat.committee_id).rules
    session = current_session(seat.committee_id)
    listed = []
    for body in found:
        nature = NATURE_OF_BODY.get(Actor.Kind(body.kind))
        if nature is None or nature not in rules.natures:
            continue
        late = nature in rules.plenary_only
        listed.append(
            {
                "body": body,
                "nature": dict(Submission.Nature.choices)[nature],
                "note": f"只在{session}大会提案受理期内提交" if late else "",
            }
        )
    return listed


def context(request: HttpRequest, seat: Seat) -> dict[str, Any]:
    try:
        rules, problem = current_rules(seat.committee_id).rules, ""
        session = current_session(seat.committee_id)
    except Refused as refused:
        return {"problem": str(refused)}
    drafts = Submission.objects.filter(
        committee_id=seat.committee_id, state="draft", author_id=seat.person_id
    ).order_by("-saved_at")[:5]
    found: dict[str, Any] = {
        "problem": problem,
        "member": seat.has(Role.MEMBER),
        "clerk": seat.has(Role.CLERK),
        "bodies": bodies(seat),
        "session": session,
        "rules": rules,
        "drafts": drafts,
    }
    if seat.has(Role.CLERK):
        found |= for_somebody(request, seat)
    return found


def for_somebody(request: HttpRequest, seat: Seat) -> dict[str, Any]:
    """A clerk finds the member whose paper is to be entered."""
    q, strokes = request.GET.get("who", ""), request.GET.get("strokes", "")
    people: list[Any] = []
    page = None
    if q or strokes:
        rows = matching(seat.committee_id, q, int(strokes) if strokes.isdigit() else None)
        page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
        people = with_sectors(list(page), seat.committee_id)
    return {
        "q": q,
        "people": people,
        "page_obj": page,
        "searched": bool(q or strokes),
        "strokes": stroke_counts(seat.committee_id),
    }
