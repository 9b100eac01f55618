"""Targets from city to county, with what became of them and the countdown to the year's end."""

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ...documents.said import said_in
from ...engines.indicators.periods import of_code
from ...procedures.office_calendar import today
from ...web.access import needs, seat_of
from ..comparing import shown
from ..models import Region, Target, Yardstick
from ..outcomes import countdown, figures, outcomes
from ..queries import yardsticks
from ..who import READERS, keeps


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
    said = said_in(seat, "target", [one.target.pk for one in found])
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
        block["rows"].append(
            {
                "o": one,
                "aim": aim,
                "value": shown(one.value, y.decimals),
                "said": said.get(one.target.pk),
            }
        )
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
    codes = [
        code
        for y in range(year - 4, year + 1)
        for code in (*(f"{y}Q{q}" for q in range(1, 5)), *(f"{y}M{m:02d}" for m in range(1, 13)))
    ]
    table = figures(committee_id, [(t.yardstick_id, c) for t in this for c in codes])
    out = []
    for target in this:
        y = target.yardstick
        years: dict[int, dict[int, Decimal]] = {}
        named: dict[int, str] = {}
        for code in codes:
            value = table.get((y.pk, code), {}).get(target.region_id)
            if value is None:
                continue
            when = of_code(code)
            years.setdefault(when.year, {})[when.last_month] = value
            if when.year == year:
                named[when.last_month] = code
        if not named:
            continue
        mine = years.pop(year)
        latest = named[max(mine)]
        value = mine[max(mine)]
        found = countdown(target, y, mine, years)
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
