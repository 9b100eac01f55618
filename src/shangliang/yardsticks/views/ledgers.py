"""专项台账: all ledgers, one with its digest and rows, a row with its history, steps and corrections."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.amend_row import amend_row
from ..actions.enter_row import enter_row
from ..actions.move_row import move_row, next_steps
from ..comparing import number_of
from ..entries import may_write
from ..forms.entry import EntryForm
from ..ledgers.book import Ledger, ledgers
from ..ledgers.digests import DIGESTS, Digest, Given
from ..models import Entry, Region, Target
from ..queries import entries
from ..who import KEEPERS, READERS, UNIT, keeps

WRITERS = (*KEEPERS, *UNIT)
MOST = 300


def book_of(code: str) -> Ledger:
    """The ledger of an address."""
    found = ledgers().get(code)
    if found is None:
        raise Http404
    return found


@needs(*READERS)
def ledger_list(request: HttpRequest) -> HttpResponse:
    """Every ledger with what it is for and how many rows it has."""
    seat = seat_of(request)
    have = dict(
        Entry.objects.filter(committee_id=seat.committee_id)
        .values_list("ledger").annotate(n=Count("pk")).order_by()
    )  # fmt: skip
    wide = keeps(seat)
    rows = [(b, have.get(b.code, 0) if wide else None) for b in ledgers().values()]
    return render(request, "yardsticks/ledgers.html", {"rows": rows})


@needs(*READERS)
def ledger(request: HttpRequest, code: str) -> HttpResponse:
    """What it says as a whole above, its rows below."""
    seat, book = seat_of(request), book_of(code)
    every = list(entries(seat, code).prefetch_related("history")[:MOST])
    given = Given(
        book,
        [r for r in every if r.step in book.live],
        every,
        list(Region.objects.filter(committee_id=seat.committee_id, level="county", until__isnull=True)) if book.region else [],
        goals(seat, book),
    )  # fmt: skip
    place = number_of(request.GET.get("region", ""))
    shown = [r for r in every if not place or place in (r.region_id, r.other_id)]
    context = {
        "book": book,
        "digest": DIGESTS[book.digest](given) if every else Digest(),
        "rows": shown,
        "regions": [(r.pk, r.name, r.pk == place) for r in given.regions],
        "writes": seat.has(*WRITERS),
        "crumbs": [("专项台账", reverse("ledgers")), (book.name, "")],
    }
    return render(request, "yardsticks/ledger.html", context)


def goals(seat: Seat, book: Ledger) -> dict[int, Decimal]:
    """This year's targets of the indicator a ledger works for, by county."""
    if not book.target:
        return {}
    year = today().year
    rows = Target.objects.filter(
        committee_id=seat.committee_id, yardstick__code=book.target, region__level="county",
        period__in=[str(year), f"{year}Q4"], value__isnull=False,
    )  # fmt: skip
    return {r: v for r, v in rows.values_list("region_id", "value") if v is not None}


@needs(*WRITERS)
def ledger_new(request: HttpRequest, code: str) -> HttpResponse:
    """A further row."""
    seat, book = seat_of(request), book_of(code)
    form = EntryForm(request.POST or None, seat=seat, book=book)
    problem = ""
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            row = enter_row(
                seat, ledger=code, title=data["title"], data=form.said(), region=data.get("region"),
                other=data.get("other"), owner=data.get("owner"), about_id=data.get("about"),
            )  # fmt: skip
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect("ledger", code) if book.each_region else redirect(row)
    return write(request, book, form, problem, f"登记{book.title}", reverse("ledger", args=[code]))


@needs(*READERS)
def entry(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """One row: what it says, what happened, what may come next (POST takes a step)."""
    seat, book = seat_of(request), book_of(code)
    row = get_object_or_404(entries(seat, code), pk=pk)
    problem = note = ""
    if request.method == "POST":
        note = request.POST.get("note", "")[:300]
        try:
            move_row(seat, pk, step=request.POST.get("step", ""), note=note)
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect(row)
    history = [
        (h, book.step(h.step).label, h.was != h.step,
         [(f.label if (f := book.field(k)) else k, a or "（空）", b or "（空）") for k, (a, b) in h.changed.items()])
        for h in row.history.select_related("by")
    ]  # fmt: skip
    context: dict[str, Any] = {
        "book": book, "row": row, "history": history, "steps": next_steps(seat, row), "problem": problem,
        "note": note, "writes": seat.has(*WRITERS) and may_write(seat, row.region, row.owner_id),
        "crumbs": [("专项台账", reverse("ledgers")), (book.name, reverse("ledger", args=[code])), (row.title, "")],
    }  # fmt: skip
    return render(request, "yardsticks/entry.html", context, status=409 if problem else 200)


@needs(*WRITERS)
def entry_edit(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Correct a row; before and after are kept."""
    seat, book = seat_of(request), book_of(code)
    row = get_object_or_404(entries(seat, code), pk=pk)
    if not may_write(seat, row.region, row.owner_id):
        raise PermissionDenied("这一行由专委会、督办机构、本县或责任单位来改。")
    form = EntryForm(request.POST or None, seat=seat, book=book, row=row)
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            amend_row(seat, pk, data=form.said(), note=form.cleaned_data["note"])
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect(row)
    return write(request, book, form, problem, f"改：{row.title}", row.get_absolute_url())


def write(
    request: HttpRequest, book: Ledger, form: EntryForm, problem: str, title: str, back: str
) -> HttpResponse:
    """The form page of both."""
    bad = request.method == "POST"
    context = {"book": book, "form": form, "problem": problem, "title": title, "back": back}
    return render(
        request,
        "yardsticks/entry_form.html",
        context,
        status=409 if problem else 422 if bad else 200,
    )
