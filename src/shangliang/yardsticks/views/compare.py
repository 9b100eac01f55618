"""县区比较与差距: the table, one's own gaps, distance to the line, trend, what-if; print and paper."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ...engines.papers.official import to_docx
from ...records.views.files import DOCX, attachment
from ...web.access import needs, seat_of
from ...web.charts import Series
from ..circular import circular
from ..comparing import Comparison, compare
from ..drawing import Dot, distance_chart
from ..scenario import panel
from ..who import READERS, keeps, speaks_for


@needs(*READERS)
def comparison(request: HttpRequest) -> HttpResponse:
    """One page: where we stand, how far, why, what would be if."""
    seat = seat_of(request)
    found = compare(seat, request.GET)
    if found is None:
        return render(request, "yardsticks/empty.html", {"keeper": keeps(seat)})
    context = shown_as(found)
    units = {
        p.code: unit_of(found, p.code, p.name) for p in (found.index.parts if found.index else ())
    }
    context |= {
        "panel": panel(found, request.GET, units),
        "keeper": keeps(seat),
        "speaker": found.me is not None and speaks_for(seat, found.me),
        "query": request.GET.urlencode(),
        "here": request.get_full_path(),
    }
    return render(request, "yardsticks/compare.html", context)


def unit_of(found: Comparison, code: str, name: str) -> tuple[str, str, int]:
    """Name, unit and places of a part of the index."""
    column = next((c for c in found.columns if c.yardstick.code == code), None)
    if column:
        return column.yardstick.name, column.yardstick.unit, column.yardstick.decimals
    return name or code, "%", 1


def shown_as(found: Comparison) -> dict[str, Any]:
    """What the template needs, charts included."""
    context: dict[str, Any] = {"found": found}
    if (focus := found.focus) is not None:
        yardstick = focus.yardstick
        order = sorted(
            found.regions,
            key=lambda r: (
                focus.figures.get(r.pk) is None,
                focus.ranks[r.pk].place if r.pk in focus.ranks else 0,
            ),
        )
        dots = [
            Dot(str(r), as_float(focus.figures.get(r.pk)), found.me is not None and r.pk == found.me.pk)
            for r in order
        ]  # fmt: skip
        line = ("全市", float(focus.city)) if focus.city is not None else None
        unit = "%" if yardstick.unit == "%" else ""
        context["chart"] = distance_chart(
            f"{yardstick}：离全市线多远", dots[:40], line, unit, yardstick.decimals
        )
        by_id = {r.pk: str(r) for r in found.regions}
        series = [
            Series(by_id.get(pk, "全市"), [as_float(v) for v in values])
            for pk, values in found.trend.items()
        ]
        context["trend_labels"] = [p.code for p in found.trend_periods]
        context["trend_series"] = series
        context["cumulative"] = yardstick.span == "cumulative"
    context["period_name"] = found.period.label(cumulative=True)
    context["period_names"] = [(p.code, p.label(cumulative=True)) for p in found.periods]
    counts = {"notes": 0, "behind": 0, "bare": 0}
    for row in found.gap_rows:
        counts["behind"] += row.to_city is not None and row.to_city < 0
        counts["bare"] += row.gap is not None and not row.gap.n_measures  # type: ignore[attr-defined]
    counts["notes"] = sum(r.state == "given" for _, r in found.notes)
    context["counts"] = counts
    return context


def as_float(value: Any) -> float | None:
    """For drawing only."""
    return None if value is None else float(value)


@needs(*READERS)
def circular_paper(request: HttpRequest) -> HttpResponse:
    """主要经济指标通报 as Word, in its customary form."""
    seat = seat_of(request)
    found = compare(seat, request.GET)
    if found is None:
        return render(request, "yardsticks/empty.html", {"keeper": keeps(seat)}, status=404)
    content = circular(seat, found)
    return attachment(to_docx(content), DOCX, f"{content.title}.docx")


def compare_url(**query: object) -> str:
    """The comparison with some of its parts chosen."""
    from urllib.parse import urlencode

    said = urlencode({k: v for k, v in query.items() if v is not None})
    return f"{reverse('compare')}?{said}" if said else reverse("compare")
