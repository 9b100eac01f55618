"""本单位一页 (S-190): what a League or other unit keeps for itself, on one page to read and to print."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from ...actors.models import Actor
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...web.access import needs, seat_of
from ..flow import MEASURE, SHEET
from ..ledgers.book import ledgers
from ..ledgers.digests.work import idle
from ..models import Entry, ListRow
from ..queries import gaps, list_rows, measures, notebook, sheets
from ..who import KEEPERS, UNIT, keeps

INSIDE = (*KEEPERS, Role.LEADER, *UNIT)
BOOKS = ("services", "contacts", "venues")
MOST = 50


@needs(*INSIDE)
def unit_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Six questions, the three lists, notebooks, actions with their dates, contacts, venues of one unit."""
    seat = seat_of(request)
    reached = Actor.objects.filter(committee_id=seat.committee_id)
    if not seat.has(*KEEPERS, Role.LEADER):
        reached = reached.filter(pk__in=seat.units)
    unit = get_object_or_404(reached, pk=pk)
    day = today()
    open_gaps = list(
        gaps(seat).filter(owner=unit, state="open")
        .annotate(live=Count("measures", filter=~Q(measures__state="dropped"))).order_by("pk")[:MOST]
    )  # fmt: skip
    learn, model = linked(seat, unit)
    books = kept(unit)
    context = {
        "unit": unit,
        "sheets": [(s, SHEET.label_of(s.state)) for s in sheets(seat).filter(owner=unit)[:4]],
        "lists": [(g, [(s, model.get(s.pk, [])) for s in learn.get(g.pk, [])]) for g in open_gaps],
        "due": list(notebook(seat).filter(owner=unit, state="open").order_by("retest_on", "pk")[:MOST]),
        "day": day,
        "actions": [
            (m, MEASURE.label_of(m.state), m.state == "doing" and m.due_on < day)
            for m in measures(seat).filter(owner=unit).exclude(state="dropped").order_by("due_on", "pk")[:MOST]
        ],
        "venues": [(r, idle(r)) for r in books["venues"]],
        "contacts": books["contacts"],
        "services": books["services"],
        "books": ledgers(),
        "fills": keeps(seat) or unit.pk in seat.units,
        "crumbs": [("六问与答卷", reverse("sheets")), (unit.name, "")],
    }  # fmt: skip
    return render(request, "yardsticks/unit_page.html", context)


def linked(seat: Seat, unit: Actor) -> tuple[dict[Any, list[ListRow]], dict[Any, list[ListRow]]]:
    """Learn rows by gap, model rows by learn row."""
    learn: dict[Any, list[ListRow]] = {}
    model: dict[Any, list[ListRow]] = {}
    for row in list_rows(seat).filter(owner=unit):
        if row.kind == ListRow.Kind.LEARN:
            learn.setdefault(row.gap_id, []).append(row)
        else:
            model.setdefault(row.learn_id, []).append(row)
    return learn, model


def kept(unit: Actor) -> dict[str, list[Entry]]:
    """The unit's rows of the ledgers that stand on this page, those that still count; one question."""
    found: dict[str, list[Entry]] = {code: [] for code in BOOKS}
    rows = Entry.objects.filter(committee_id=unit.committee_id, ledger__in=BOOKS, owner=unit)
    for row in rows.select_related("owner").order_by("pk")[: 3 * MOST]:
        if row.step in row.book.live:
            found[row.ledger].append(row)
    return found
