"""One number opened: source, revisions, notes beside it, its parts, its history."""

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from ...documents.said import said_in
from ...engines.indicators.contributions import Cell, decompose
from ...engines.indicators.definition import Direction
from ...engines.indicators.doubts import turned
from ...engines.indicators.periods import of_code
from ...engines.indicators.ranks import ranks, standing
from ...procedures.seat import Seat
from ...procedures.table import Table
from ...procedures.verdicts import offers
from ...web.access import needs, seat_of
from ...web.buttons import button
from ...web.charts import Series
from ..comparing import shown
from ..figures_known import definition_of
from ..flow import REMARK
from ..models import Reading, Region, Yardstick
from ..queries import readings, remarks
from ..who import READERS, keeps, speaks_for


def verbs_of(table: Table, seat: Seat, row: Any, back: str) -> list[dict[str, Any]]:
    """Buttons of a row; a verb waiting for a condition is dimmed with its reason."""
    return [button(offer, table.name, row.pk, back) for offer in offers(table, seat, row)]


@needs(*READERS)
def figure(request: HttpRequest, pk: int) -> HttpResponse:
    """The parts behind one cell."""
    seat = seat_of(request)
    row = get_object_or_404(readings(seat).select_related("batch"), pk=pk)
    yardstick = row.yardstick
    period = of_code(row.period)
    cumulative = yardstick.span == Yardstick.Span.CUMULATIVE
    beside = list(
        Reading.objects.filter(
            committee_id=seat.committee_id, yardstick=yardstick, period=row.period, current=True
        ).select_related("region")
    )
    revisions = list(
        Reading.objects.filter(
            committee_id=seat.committee_id,
            yardstick=yardstick,
            period=row.period,
            region=row.region,
        ).order_by("revision")
    )
    past = list(
        Reading.objects.filter(
            committee_id=seat.committee_id, yardstick=yardstick, region=row.region, current=True
        )
        .order_by("-period")
        .values_list("period", "value")[:40]
    )
    same = sorted((of_code(c), v) for c, v in past if of_code(c).freq == period.freq)[-12:]
    versions = list(
        Yardstick.objects.filter(committee_id=seat.committee_id, code=yardstick.code).order_by(
            "version"
        )
    )
    notes = [
        (r, verbs_of(REMARK, seat, r, request.path))
        for r in remarks(seat).filter(reading__in=revisions)
    ]
    context = {
        "row": row,
        "text": shown(row.value, yardstick.decimals),
        "period": period.label(cumulative),
        "crumbs": [("县区比较", f"{reverse('compare')}?period={row.period}"), (str(yardstick), "")],
        "facts": facts(row),
        "revisions": [(r, shown(r.value, yardstick.decimals)) for r in revisions],
        "notes": notes,
        "said": said_in(seat, "reading", [r.pk for r in revisions]).get(row.pk),
        "speaker": speaks_for(seat, row.region),
        "keeper": keeps(seat),
        "labels": [p.code for p, _ in same],
        "series": [Series(str(row.region), [None if v is None else float(v) for _, v in same])],
        "cut": "；".join(f.words for f in turned([definition_of(v) for v in versions])),
    }
    context |= standing_of(row, beside)
    if row.region.level == Region.Level.CITY:
        context |= parts_of(seat, row, beside)
    return render(request, "yardsticks/figure.html", context)


def facts(row: Reading) -> list[tuple[str, Any]]:
    """Definition and provenance."""
    y = row.yardstick
    out = [
        ("来源", f"{row.source}，{row.on:%Y-%m-%d}" if row.on else row.source),
        ("记入", f"报表《{row.batch}》" if row.batch_id else "单个记入"),
        ("口径", y.note or "按统计制度"),
        ("口径来源", f"{y.source}（第{y.version}版）"),
        ("单位", y.unit),
        ("方向", y.get_direction_display()),
        ("性质", f"{y.get_shape_display()}，{y.get_span_display()}"),
    ]
    if row.value is None:
        out.insert(0, ("缺数", row.get_mark_display()))
    return out


def standing_of(row: Reading, beside: list[Reading]) -> dict[str, Any]:
    """Rank, and the figure beside city and province: side and sign are said apart."""
    y = row.yardstick
    words: list[str] = []
    rank = None
    by_level = {r.region.level: r.value for r in beside if r.region.level in ("city", "province")}
    if (
        row.value is not None
        and row.region.level == Region.Level.COUNTY
        and y.shape != Yardstick.Shape.LEVEL
    ):
        unit = "个百分点" if y.unit == "%" else y.unit
        for level, name in (("city", "全市"), ("province", "全省")):
            value = by_level.get(level)
            if value is not None:
                words.append(
                    standing(row.value, value).words(name, unit) + "。"
                    if y.shape == "rate"
                    else f"与{name}差{shown(row.value - value, y.decimals)}{unit}。"
                )
    if y.direction != Yardstick.Direction.NONE and row.region.level == Region.Level.COUNTY:
        order = ranks(
            {r.region_id: r.value for r in beside if r.region.level == "county"},
            Direction(y.direction),
        )
        place = order.get(row.region_id)
        if place:
            rank = f"{place}／{place.among}"
    return {"words": words, "rank": rank}


def parts_of(seat: Seat, row: Reading, beside: list[Reading]) -> dict[str, Any]:
    """The city's figure by counties: contributions that sum to it, with what is left over."""
    y = row.yardstick
    if y.shape == Yardstick.Shape.LEVEL:
        found = [
            (str(r.region), r.value)
            for r in beside
            if r.region.level == "county" and r.value is not None
        ]
        whole = sum((v for _, v in found), Decimal(0))
        if not found or not whole:
            return {}
        parts = [(n, shown(v / whole * 100), "—", shown(v, y.decimals)) for n, v in found]
        rest = (row.value or Decimal(0)) - whole
        return {
            "parts": parts, "parts_note": f"总量按县区分，最后一列单位为{y.unit}",
            "total": shown(row.value, y.decimals), "unexplained": shown(rest, y.decimals) if rest else "",
        }  # fmt: skip
    if y.shape != Yardstick.Shape.RATE or not y.weighted_by_id:
        return {}
    base = dict(
        Reading.objects.filter(
            committee_id=seat.committee_id, yardstick_id=y.weighted_by_id,
            period=of_code(row.period).last_year().code, current=True, region__level="county",
            value__isnull=False,
        ).values_list("region_id", "value")
    )  # fmt: skip
    cells = [
        Cell((str(r.region),), base[r.region_id] or Decimal(0), r.value)
        for r in beside
        if r.region_id in base and r.region.level == "county"
    ]
    if not cells:
        return {}
    split = decompose(cells, published=row.value)
    return {
        "parts": [
            (p.keys[0], shown(p.share), shown(p.rate), shown(p.points, 2)) for p in split.parts
        ],
        "parts_note": "份额用上年同期总量；拉动＝份额×增速，相加等于合计",
        "total": shown(split.total, 2),
        "unexplained": shown(split.unexplained, 2)
        if abs(split.unexplained) >= Decimal("0.005")
        else "",
    }
