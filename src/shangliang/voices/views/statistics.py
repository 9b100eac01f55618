"""采用统计: the circular's figures, each opening its parts; sectors' lines."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...web.access import needs, seat_of
from .. import figures
from ..queries import all_voices
from .mine import label_of

WHO = (Role.EDITOR, Role.LEADER, Role.ORGANISER, Role.MEMBER)


def year_of(request: HttpRequest) -> int:
    given = request.GET.get("year", "")
    return int(given) if given.isdecimal() and len(given) == 4 else today().year


@require_safe
@needs(*WHO)
def statistics(request: HttpRequest) -> HttpResponse:
    """Members read the figures too; what they may open behind them is their own."""
    seat, year = seat_of(request), year_of(request)
    rows = figures.counted(seat, year)
    general = [r for r in rows if r[0].key.split("_")[0] not in figures.rules_of().levels]
    levels = [
        {"name": name, "cells": [r for r in rows if r[0].key.startswith(f"{code}_")]}
        for code, name in figures.rules_of().levels.items()
    ]
    context = {
        "year": year,
        "years": figures.years(seat),
        "general": general,
        "levels": levels,
        "sectors": figures.by_sector(seat, year),
        "share": figures.rules_of().joint_share,
        "office": seat.has(Role.EDITOR, Role.LEADER),
    }
    return render(request, "voices/statistics.html", context)


@require_safe
@needs(*WHO)
def parts(request: HttpRequest, key: str) -> HttpResponse:
    """The rows behind a number, as far as this seat may open them."""
    seat, year = seat_of(request), year_of(request)
    found = figures.parts(seat, year, key)
    if found is None:
        raise Http404
    figure, rows = found
    total = {f.key: n for f, n in figures.counted(seat, year)}[key]
    page = Paginator(rows.select_related("author"), 50).get_page(request.GET.get("page"))
    mine = set(all_voices(seat).filter(pk__in=[r.pk for r in page]).values_list("pk", flat=True))
    for row in page:
        row.label = label_of(row)  # type: ignore[attr-defined]
        row.open = row.pk in mine  # type: ignore[attr-defined]
    context = {"figure": figure, "page_obj": page, "year": year, "total": total,
               "editor": seat.has(Role.EDITOR, Role.LEADER)}  # fmt: skip
    return render(request, "voices/parts.html", context)
