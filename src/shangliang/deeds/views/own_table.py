"""自己的积分办法: written from a method, tried, compared in plain words, then taken, all year or from a day."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ...engines.points import Table, TableRefused, read
from ...procedures.seat import Seat
from ...procedures.verdicts import Refused, refuse
from ...web.access import needs, seat_of
from ..actions.adopt_table import adopt_table, plain
from ..changes import Change, changes
from ..forms.table import Head, body_of, formset_of, head_of
from ..homework import WORKS, asked_of
from ..ledger import in_force
from ..methods import choices, method
from ..midyear import spliced
from ..models import PointTable
from ..points import KEEPERS
from ..whatif import compare
from ..wording import WORDS, words
from .points import year_of

SHOWN = 20


@needs(*KEEPERS)
def own_table(request: HttpRequest) -> HttpResponse:
    """One page: the rows; below them what would change, before anything is kept."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    seat, year = seat_of(request), year_of(request)
    row = in_force(seat.committee_id, year)
    start = request.GET.get("start", request.POST.get("start", ""))
    base = method(seat.committee_id, start) or (row.table if row else None)
    data = request.POST if request.method == "POST" else None
    head = Head(data, initial=head_of(base, row.body if row else None) if base else None)
    rows = formset_of(base, data)
    context: dict[str, Any] = {
        "year": year, "row": row, "head": head, "rows": rows, "start": start,
        "methods": choices(seat.committee_id), "words": list(words()), "levels": list(WORDS),
        "group_names": [g.label for g in base.groups.values()] if base else [],
    }  # fmt: skip
    if data is not None and head.is_valid() and rows.is_valid():
        done = take(seat, request, year, row, base, head, rows, context)
        if done:
            return done
    bad = bool(head.errors or any(rows.errors) or context.get("problem"))
    return render(request, "deeds/own_table.html", context, status=422 if bad else 200)


def take(
    seat: Seat,
    request: HttpRequest,
    year: int,
    row: PointTable | None,
    base: Table | None,
    head: Head,
    rows: Any,
    context: dict[str, Any],
) -> HttpResponse | None:
    """Read what was written; show what changes; take it when asked to."""
    day: date | None = head.cleaned_data["from_day"]
    try:
        body = body_of(head, rows, base)
        read(body)
        if day:
            body = mid_year(row, body, day, year)
        new = read(body)
    except (TableRefused, Refused) as refused:
        context["problem"] = str(refused)
        return None
    act = request.POST.get("act")
    context |= {"new": new, "changes": changes(row.table if row else None, new)}
    if row and asked_of(row.body) != asked_of(body):
        said = [f"{name} {asked_of(b)[key]}" for b in (row.body, body) for key, name, _, _ in WORKS]
        context["changes"].append(Change("三作每年几件", "，".join(said[:3]), "，".join(said[3:])))
    if act == "try" and row:
        moves = compare(seat.committee_id, year, row.table, new)
        context |= {"moves": moves[:SHOWN], "moved": sum(bool(m.moved) for m in moves)}
    if act != "take":
        return None
    try:
        if row and not context["changes"]:
            raise refuse("和现行的没有差别，不用启用。")
        made = adopt_table(seat, year=year, body=body, why=head.cleaned_data["why"])
    except Refused as refused:
        context["problem"] = str(refused)
        return None
    messages.success(request, f"已启用：{made}。结算后积分才变。")
    return redirect(f"/points/?year={year}")


def mid_year(row: PointTable | None, body: dict[str, Any], day: date, year: int) -> dict[str, Any]:
    """From a day of the year on; before it what was in force."""
    if day.year != year:
        raise refuse(f"“从哪天起”要在 {year} 年内。")
    if row is None:
        raise refuse("这一年还没有办法，第一次启用从年初算起，请不写“从哪天起”。")
    return spliced(plain(row.body), body, day)
