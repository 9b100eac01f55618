"""Targets with countdown, what-if forwards and backwards, decomposition, self-benchmarking, effect of measures."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ...engines.indicators.contributions import Cell, Decomposition, decompose
from ...engines.indicators.definition import Direction, distance
from ...engines.indicators.periods import of_code
from ...engines.indicators.whatif import (
    Lever,
    catch_up,
    forwards,
    implied_share,
    needed_rate,
    plain,
)
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...web.access import needs, seat_of
from ...web.charts import Bar, Series
from ..actions.measures import EFFECTS
from ..comparing import number_of, periods_of, shown
from ..models import Benchmark, Reading, Region, Target, Yardstick
from ..outcomes import countdown, figures, outcomes
from ..queries import measures, yardsticks
from ..who import READERS, UNIT, keeps


@needs(*READERS)
def targets(request: HttpRequest) -> HttpResponse:
    """The tree from city to county; each says whether it was met, by which branch, or how far behind."""
    seat = seat_of(request)
    seen = yardsticks(seat)
    rows = Target.objects.filter(committee_id=seat.committee_id, yardstick__in=seen).select_related(
        "yardstick", "region", "parent"
    )
    codes = sorted(
        set(rows.order_by().values_list("period", flat=True)),
        key=lambda c: (of_code(c).ends, c),
        reverse=True,
    )
    period = request.GET.get("period", "")
    period = (
        period
        if period in codes
        else next((c for c in codes if of_code(c).ends <= today()), codes[0] if codes else "")
    )
    chosen = list(rows.filter(period=period))
    found = outcomes(seat.committee_id, chosen) if chosen else []
    tree: dict[int, dict[str, Any]] = {}
    for one in sorted(
        found,
        key=lambda o: (
            o.target.yardstick.rank,
            o.target.yardstick_id,
            o.target.region.level != "city",
            o.target.region.rank,
        ),
    ):
        y = one.target.yardstick
        block = tree.setdefault(
            y.pk, {"y": y, "rows": [], "sum": Decimal(0), "parts": 0, "whole": None}
        )
        aim = shown(one.target.value, y.decimals) if one.target.value is not None else ""
        block["rows"].append({"o": one, "aim": aim, "value": shown(one.value, y.decimals)})
        if one.target.region.level == Region.Level.CITY:
            block["whole"] = one.target.value
        elif one.target.value is not None and one.target.region.level == Region.Level.COUNTY:
            block["sum"] += one.target.value
            block["parts"] += 1
    for block in tree.values():
        y = block["y"]
        # S-177: county totals must come to the city's; growth rates do not add up and are not added.
        if y.shape == Yardstick.Shape.LEVEL and block["whole"] is not None and block["parts"]:
            rest = block["sum"] - block["whole"]
            block["adds"] = f"县区目标合计{shown(block['sum'], y.decimals)}{y.unit}，" + (
                "与全市目标一致"
                if not rest
                else f"比全市目标{'多' if rest > 0 else '少'}{shown(abs(rest), y.decimals)}{y.unit}"
            )
    context = {
        "tree": list(tree.values()), "period": period, "periods": [(c, of_code(c).label(True)) for c in codes],
        "met": sum(o.met is True for o in found), "unmet": sum(o.met is False for o in found),
        "unknown": sum(o.met is None for o in found), "keeper": keeps(seat),
        "countdowns": countdowns(seat.committee_id, rows), "left": (today().replace(month=12, day=31) - today()).days,
    }  # fmt: skip
    return render(request, "yardsticks/targets.html", context)


def countdowns(committee_id: int, rows: Any) -> list[dict[str, Any]]:
    """This year's totals on their way: done, expected, behind, needed a week, forecast with its range."""
    year = today().year
    this = [
        t
        for t in rows.filter(period__in=[str(year), f"{year}Q4"], value__isnull=False)
        if t.yardstick.shape == "level"
    ]
    if not this:
        return []
    quarters = [f"{y}Q{q}" for y in range(year - 4, year + 1) for q in range(1, 5)]
    table = figures(committee_id, [(t.yardstick_id, c) for t in this for c in quarters])
    out = []
    for target in this:
        y = target.yardstick
        past: dict[int, dict[int, Decimal]] = {}
        latest = ""
        for code in quarters:
            value = table.get((y.pk, code), {}).get(target.region_id)
            if value is None:
                continue
            when = of_code(code)
            if when.year == year:
                latest = code
            else:
                past.setdefault(when.year, {})[when.number] = value
        if not latest:
            continue
        value = table[y.pk, latest][target.region_id] or Decimal(0)
        found = countdown(target, y, latest, value, past)
        line: dict[str, Any] = {
            "t": target,
            "period": of_code(latest).label(True),
            "value": shown(value, y.decimals),
            "aim": shown(target.value, y.decimals),
            "refused": found.refused,
        }
        if found.pace and found.forecast and target.value is not None:
            line |= {
                "done": f"{found.pace.done:.0f}", "expected": f"{found.pace.expected:.0f}",
                "behind": f"{found.pace.behind:.0f}", "is_behind": found.pace.behind > 0,
                "week": shown(found.pace.need / max(Decimal((today().replace(month=12, day=31) - today()).days), Decimal(1)) * 7, 2),
                "low": shown(found.forecast.low, y.decimals), "high": shown(found.forecast.high, y.decimals),
                "basis": found.forecast.basis, "chance": found.forecast.chance(target.value),
            }  # fmt: skip
        out.append(line)
    return out


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
    codes = periods_of(seat, seen)
    period = (
        of_code(request.GET["period"])
        if request.GET.get("period") in codes
        else of_code(codes[0])
        if codes
        else None
    )
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


@needs(*READERS)
def benchmarks(request: HttpRequest) -> HttpResponse:
    """自找差距、自加压力、自定措施、自我检验: four steps, and the distance over time."""
    seat = seat_of(request)
    rows = (
        Benchmark.objects.filter(committee_id=seat.committee_id, yardstick__in=yardsticks(seat))
        .select_related("region", "peer", "yardstick", "gap", "owner")
        .annotate(live=Count("gap__measures", filter=~Q(gap__measures__state="dropped")))
    )
    if seat.has(*UNIT) and not keeps(seat):
        rows = rows.filter(owner_id__in=seat.units)
    cycles = list(rows[:12])
    lines: dict[tuple[int, int], list[tuple[str, Decimal]]] = {}
    wanted = {r for c in cycles for r in (c.region_id, c.peer_id)}
    for y, region, code, value in (
        Reading.objects.filter(
            committee_id=seat.committee_id,
            yardstick_id__in={c.yardstick_id for c in cycles},
            region_id__in=wanted,
            current=True,
            value__isnull=False,
        )
        .order_by("period")
        .values_list("yardstick_id", "region_id", "period", "value")
    ):
        if value is not None:
            lines.setdefault((y, region), []).append((code, value))
    out = []
    for c in cycles:
        own, other = (
            dict(lines.get((c.yardstick_id, c.region_id), [])),
            dict(lines.get((c.yardstick_id, c.peer_id), [])),
        )
        codes = [k for k in own if k in other and of_code(k).freq == of_code(c.started).freq][-10:]
        apart = [distance(own[k], other[k], Direction(c.yardstick.direction)) for k in codes]
        unit = "个百分点" if c.yardstick.unit == "%" else c.yardstick.unit
        out.append({
            "c": c, "labels": codes, "series": [Series(f"距{c.peer}", [float(a) for a in apart])], "unit": unit,
            "now": shown(apart[-1], c.yardstick.decimals) if apart else "—",
            "first": shown(c.gap.size, c.yardstick.decimals), "target": shown(c.target, c.yardstick.decimals),
            "left": shown(c.check_left, c.yardstick.decimals) if c.check_left is not None else "",
            "reached": c.check_left is not None and c.check_left >= c.target,
            "table": list(zip(codes, [shown(a, c.yardstick.decimals) for a in apart], strict=True)),
        })  # fmt: skip
    return render(
        request,
        "yardsticks/benchmarks.html",
        {"rows": out, "fills": keeps(seat) or bool(seat.units)},
    )


@needs(*READERS)
def effects(request: HttpRequest) -> HttpResponse:
    """做了什么、做了多少、做出了什么效果: measures by unit and year, with the honest 尚不知道 (S-031)."""
    seat = seat_of(request)
    year = number_of(request.GET.get("year", "")) or today().year
    year = year if 1950 < year < 2200 else today().year
    rows = measures(seat).filter(made_at__year=year).exclude(state="dropped")
    by_unit = list(
        rows.values("owner_id", "owner__short", "owner__name").annotate(
            n=Count("pk"), done=Count("pk", filter=Q(state="passed")),
            said=Count("pk", filter=Q(state="reported")),
            good=Count("pk", filter=Q(effect="effective")), partly=Count("pk", filter=Q(effect="partly")),
            bad=Count("pk", filter=Q(effect="not")), unknown=Count("pk", filter=Q(effect="unknown")),
        ).order_by("-n", "owner_id")
    )  # fmt: skip
    owner = number_of(request.GET.get("owner", ""))
    shown_rows = rows.filter(owner_id=owner) if owner else rows
    listed = [
        (m, EFFECTS[m.effect])
        for m in shown_rows.order_by("effect", "due_on").select_related("effect_by")[:100]
    ]
    total = {
        k: sum(r[k] for r in by_unit)
        for k in ("n", "done", "said", "good", "partly", "bad", "unknown")
    }
    context = {
        "by_unit": by_unit,
        "listed": listed,
        "total": total,
        "year": year,
        "years": range(today().year - 3, today().year + 1),
        "owner": owner,
        "member": seat.has(Role.MEMBER),
    }
    return render(request, "yardsticks/effects.html", context)
