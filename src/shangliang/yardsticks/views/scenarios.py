"""What-if forwards and backwards, and decomposition to county and sector."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ...engines.indicators.contributions import Cell, Decomposition, decompose
from ...engines.indicators.periods import of_code
from ...engines.indicators.whatif import (
    Lever,
    catch_up,
    forwards,
    implied_share,
    needed_rate,
    plain,
)
from ...web.access import needs, seat_of
from ...web.charts import Bar
from ..comparing import number_of, opening_period, periods_of, shown
from ..models import Region, Yardstick
from ..outcomes import figures
from ..queries import yardsticks
from ..who import READERS


def said(asked: Mapping[str, str], name: str) -> Decimal | None:
    """A number of an address; None when there is none."""
    text = asked.get(name, "").strip().replace("−", "-").replace("%", "")[:16]
    if not text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError(f"“{text}”不是一个数。") from None
    if not value.is_finite() or abs(value) > 10**9:
        raise ValueError(f"“{text}”太大。")
    return value


@needs(*READERS)
def whatif(request: HttpRequest) -> HttpResponse:
    """Forwards, backwards, catching up; why a mean of growth rates needs weights. Nothing is kept."""
    get = request.GET
    context: dict[str, Any] = {"get": get}
    try:
        whole, share, now, then = (said(get, n) for n in ("whole", "share", "now", "then"))
        low, high = said(get, "low"), said(get, "high")
        if share is not None and now is not None and then is not None:
            found = forwards(
                whole or Decimal(0),
                [Lever(get.get("name", "")[:40] or "这一项", share, now, then, low, high)],
            )
            context |= {
                "there": found.words(),
                "assumed": found.assumptions,
                "points": plain(found.effect),
            }
        effect, gap = said(get, "effect"), said(get, "gap")
        if effect is not None and gap is not None:
            context["implied"] = plain(implied_share(effect, gap).quantize(Decimal("0.1")))
        elif effect is not None and share is not None and now is not None:
            context["needed"] = plain(needed_rate(effect, share, now))
        own, other, rate, years = (said(get, n) for n in ("own", "other", "rate", "years"))
        if own is not None and other is not None and years is not None:
            context["yearly"] = plain(
                catch_up(own, other, rate or Decimal(0), int(min(years, Decimal(50))))
            )
    except ValueError as error:
        context["problem"] = str(error)
    return render(request, "yardsticks/whatif.html", context)


@needs(*READERS)
def decomposition(request: HttpRequest) -> HttpResponse:
    """City growth (or its gap to the province) split to county, or county × sector; parts sum to it."""
    seat = seat_of(request)
    seen = list(
        yardsticks(seat)
        .filter(kind="indicator", valid_to__isnull=True)
        .select_related("weighted_by")
    )
    rates = [y for y in seen if y.shape == Yardstick.Shape.RATE and y.weighted_by_id]
    chosen = next(
        (y for y in rates if y.pk == number_of(request.GET.get("i", ""))),
        rates[0] if rates else None,
    )
    context: dict[str, Any] = {
        "rates": rates,
        "chosen": chosen,
        "against": request.GET.get("against", "province"),
    }
    if chosen is None:
        return render(request, "yardsticks/decompose.html", context)
    counted = periods_of(seat, seen)
    codes = [code for code, _ in counted]
    wanted = request.GET.get("period")
    period = of_code(wanted if wanted in codes else opening_period(counted)) if codes else None
    if period is None:
        return render(request, "yardsticks/decompose.html", context)
    sectors = [y for y in rates if y.body.get("part_of") == chosen.code]
    used = sectors or [chosen]
    pairs = {(y.pk, period.code) for y in (*used, chosen)} | {
        (y.weighted_by_id, period.last_year().code) for y in (*used, chosen)
    }
    table = figures(seat.committee_id, [(y, p) for y, p in pairs if y])
    places = {r.pk: r for r in Region.objects.filter(committee_id=seat.committee_id)}
    city = next((pk for pk, r in places.items() if r.level == "city"), 0)
    province = next((pk for pk, r in places.items() if r.level == "province"), 0)
    now = table.get((chosen.pk, period.code), {})
    bench = now.get(province) if context["against"] == "province" else Decimal(0)
    cells = []
    for y in used:
        base = table.get((y.weighted_by_id or 0, period.last_year().code), {})
        rate = table.get((y.pk, period.code), {})
        for pk, value in base.items():
            if value is not None and places[pk].level == Region.Level.COUNTY:
                keys = (
                    (str(places[pk]), y.name.removesuffix("增速"))
                    if sectors
                    else (str(places[pk]),)
                )
                cells.append(Cell(keys, value, rate.get(pk)))
    context |= {
        "period": period,
        "period_name": period.label(True),
        "sectors": bool(sectors),
        "periods": [(c, of_code(c).label(True)) for c in codes],
    }
    if bench is None:
        context["problem"] = "全省这一期没有数，先看增速本身的拉动。"
        bench = Decimal(0)
    try:
        found = decompose(cells, bench, now.get(city))
    except ValueError as error:
        context["problem"] = str(error)
        return render(request, "yardsticks/decompose.html", context)
    return render(request, "yardsticks/decompose.html", context | split(found, bool(sectors)))


def split(found: Decomposition, sectors: bool) -> dict[str, Any]:
    """Numbers as shown, with bars by county."""
    counties = sorted(found.by(0).items(), key=lambda kv: kv[1])
    names = list(dict.fromkeys(p.keys[1] for p in found.parts)) if sectors else []
    points = {p.keys: p.points for p in found.parts}
    return {
        "found": found, "total": shown(found.total, 2), "benchmark": shown(found.benchmark, 1),
        "unexplained": shown(found.unexplained, 2), "names": names,
        "lines": [(c, shown(v, 2), [shown(points.get((c, n)), 2) for n in names]) for c, v in counties],
        "by_sector": [shown(v, 2) for v in (found.by(1)[n] for n in names)] if sectors else [],
        "draggers": ["·".join(p.keys) + f"（{shown(p.points, 2)}）" for p in found.draggers(3)],
        "bars": [Bar(c, float(round(v, 2)) + 0.0, "mute") for c, v in counties][:30],
        "missing": ["·".join(k) for k in found.missing],
    }  # fmt: skip
