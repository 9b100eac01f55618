"""What the host works with: the list of rounds, one round with its queue of statements."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ...actors.models import Actor
from ...procedures.seat import Role, Seat
from ...procedures.table import Table
from ...procedures.verdicts import Refused, offers
from ...web.access import needs, seat_of
from ...web.buttons import button
from ..actions.make_tickets import make_tickets
from ..actions.start_round import start_round
from ..became import followed
from ..flow import ROUND, ROUND_STATES, STATEMENT
from ..forms.rounds import NewRound
from ..models import Round
from ..queries import visible
from ..reasons import REASONS
from ..screening import maybe_named

PRIMARY = ("open_round", "publish_round", "show_statement", "recommend", "hand_over")
TONES = {"draft": "", "open": "act", "closed": "near", "published": "ok"}


def buttons(table: Table, seat: Seat, row: Any, path: str) -> list[dict[str, Any]]:
    """What the seat may do with a row, as the shared part draws it."""
    return [
        button(offer, table.name, row.pk, path, primary=offer.move.verb in PRIMARY)
        for offer in offers(table, seat, row)
    ]


@needs()
def rounds(request: HttpRequest) -> HttpResponse:
    """Every round of the committee the seat sees, newest first."""
    seat, state = seat_of(request), request.GET.get("state", "")
    rows = visible(seat).select_related("by")
    if state in ROUND_STATES:
        rows = rows.filter(state=state)
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "rows": [(r, ROUND_STATES[r.state], TONES[r.state]) for r in page],
        "tabs": [
            {"label": label, "url": f"?state={key}" if key else "?", "current": state == key}
            for key, label in (("", "全部"), *ROUND_STATES.items())
        ],
        "may_count": seat.has(Role.ORGANISER, Role.CLERK, Role.LEADER, Role.SUPERVISOR),
        "may_start": seat.has(Role.ORGANISER, Role.CONVENOR),
    }
    return render(request, "consensus/rounds.html", context)


@needs(Role.ORGANISER, Role.CONVENOR)
def new(request: HttpRequest) -> HttpResponse:
    """A new round."""
    form = NewRound(request.POST or None, initial={"title": request.GET.get("title", "")[:80]})
    if request.method == "POST" and form.is_valid():
        about = request.GET.get("about", "").partition(":")
        given = (
            {"about_type": about[0][:30], "about_id": int(about[2])} if about[2].isdigit() else {}
        )
        try:
            made = start_round(seat_of(request), **form.cleaned_data, **given)
        except Refused as refused:
            form.add_error("title", str(refused))
        else:
            return redirect("round", made.pk)
    return render(request, "consensus/new.html", {"form": form}, status=422 if form.errors else 200)


def people_of(seat: Seat) -> list[str]:
    """Names of the committee's registered people, longest first."""
    rows = Actor.objects.filter(committee_id=seat.committee_id, kind=Actor.Kind.PERSON)
    return sorted(rows.values_list("name", flat=True), key=len, reverse=True)


@needs()
def manage(request: HttpRequest, pk: int) -> HttpResponse:
    """One round: its steps, the statements that wait, all statements with their counts of answers."""
    seat = seat_of(request)
    case = get_object_or_404(visible(seat).select_related("by", "before", "outcome"), pk=pk)
    here = request.path
    statements = list(case.statements.order_by("number"))
    for row in statements:
        row.round = case  # the verbs' conditions ask for it row by row
    unread = [row for row in statements if row.state == "waiting"]
    names = people_of(seat) if unread else []
    waiting = [
        (row, buttons(STATEMENT, seat, row, here), maybe_named(row.text, names)) for row in unread
    ]
    others = [
        (
            row,
            REASONS.get(row.reason, ""),
            buttons(STATEMENT, seat, row, here) if case.state != "published" else [],
        )
        for row in statements
        if row.state != "waiting"
    ]
    context = {
        "round": case,
        "state": ROUND_STATES[case.state],
        "tone": TONES[case.state],
        "verbs": buttons(ROUND, seat, case, here),
        "waiting": waiting,
        "others": others,
        **case.people.aggregate(people=Count("pk"), paper=Count("pk", filter=Q(paper=True))),
        "votes": case.votes.count(),
        "followed": followed(case) if case.state == "published" else [],
        "later": list(case.later.order_by("id")) if case.state == "published" else [],
        "address": request.build_absolute_uri(f"/talk/{case.code}/"),
    }
    return render(request, "consensus/manage.html", context)


@needs(Role.ORGANISER, Role.CONVENOR)
def tickets(request: HttpRequest, pk: int) -> HttpResponse:
    """Slips to print and cut: the codes are shown this once."""
    seat = seat_of(request)
    case = get_object_or_404(visible(seat).filter(entry=Round.Entry.TICKETS), pk=pk)
    codes, problem, given = [], "", request.POST.get("count", "50")
    if request.method == "POST":
        try:
            count = int(given) if given.isdecimal() and len(given) < 5 else 0
            codes = make_tickets(seat, case.pk, count=count)
        except Refused as refused:
            problem = str(refused)
    context = {
        "round": case,
        "codes": [f"{c[:4]} {c[4:]}" for c in codes],
        "problem": problem,
        "count": given,
        "held": case.tickets.count(),
        "address": request.build_absolute_uri(f"/talk/{case.code}/"),
    }
    status = 422 if problem else 200
    return render(request, "consensus/tickets.html", context, status=status)
