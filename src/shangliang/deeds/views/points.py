"""积分: the method in force, taking another, settling, and what another would change."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...procedures.verdicts import Refused
from ...web.access import needs, seat_of
from ..actions.adopt_table import adopt_table
from ..actions.settle import settle
from ..ledger import in_force
from ..methods import choices, method
from ..models import PointTable
from ..points import KEEPERS
from ..presets import every
from ..queries import READERS
from ..whatif import compare

EVERYBODY = (*READERS, Role.MEMBER)


class Adopt(forms.Form):
    """启用办法."""

    preset = forms.ChoiceField(label="办法")
    why = forms.CharField(
        label="为什么改", max_length=200, required=False, help_text="这一年第一次启用可以不写。"
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["preset"]
        field.choices = [(key, table.title) for key, table in every().items()]  # type: ignore[attr-defined]


def year_of(request: HttpRequest) -> int:
    given = request.GET.get("year", request.POST.get("year", ""))
    year = int(given) if given.isdecimal() and len(given) == 4 else today().year
    return min(max(year, 1991), today().year)


@needs(*EVERYBODY)
def points(request: HttpRequest) -> HttpResponse:
    """The method of the year, its versions, and what can be done with it."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    seat, year = seat_of(request), year_of(request)
    form = Adopt(request.POST or None)
    if request.method == "POST" and seat.has(*KEEPERS) and form.is_valid():
        try:
            row = adopt_table(seat, year=year, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"已启用：{row}。结算后积分才变。")
            return redirect("points")
    rows = list(PointTable.objects.filter(committee_id=seat.committee_id, year=year))
    context = {
        "year": year,
        "row": rows[0] if rows else None,
        "older": rows[1:],
        "table": rows[0].table if rows else None,
        "form": form,
        "keeper": seat.has(*KEEPERS),
        "office": seat.has(*READERS),
        "presets": every(),
    }
    return render(request, "deeds/points.html", context, status=422 if form.errors else 200)


@needs(*EVERYBODY)
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """One version, every rule with its words."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    row = get_object_or_404(PointTable, committee_id=seat_of(request).committee_id, pk=pk)
    return render(request, "deeds/table.html", {"row": row, "table": row.table})


@require_POST
@needs(*KEEPERS)
def settling(request: HttpRequest) -> HttpResponse:
    """Post the difference between replay and ledger."""
    try:
        done = settle(seat_of(request), year=year_of(request))
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(
            request,
            f"已结算：新记 {done['posted']} 行，转回 {done['turned']} 行，照旧 {done['stand']} 行",
        )
    return redirect("points")


@needs(*READERS)
def what_if(request: HttpRequest) -> HttpResponse:
    """The same facts under another method. Nothing is kept."""
    request.loop_step = "成效"  # type: ignore[attr-defined]
    seat, year = seat_of(request), year_of(request)
    row = in_force(seat.committee_id, year)
    start, key = request.GET.get("from", ""), request.GET.get("to", "")
    old = method(seat.committee_id, start) or (row.table if row else None)
    new = method(seat.committee_id, key)
    context: dict[str, Any] = {
        "year": year, "row": row, "methods": choices(seat.committee_id),
        "start": start, "key": key, "old": old, "new": new,
    }  # fmt: skip
    if old is not None and new is not None:
        moves = compare(seat.committee_id, year, old, new)
        context |= {
            "page_obj": Paginator(moves, 50).get_page(request.GET.get("page")),
            "moved": sum(bool(m.moved) for m in moves),
            "regraded": sum(
                bool(m.was_grade and m.now_grade) and m.was_grade != m.now_grade for m in moves
            ),
        }
    return render(request, "deeds/what_if.html", context)
