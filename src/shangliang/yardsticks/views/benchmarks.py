"""自找差距、自加压力、自定措施、自我检验, and the effect of measures by unit and year."""

from decimal import Decimal

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ...engines.indicators.definition import Direction, distance
from ...engines.indicators.periods import of_code
from ...procedures.office_calendar import today
from ...procedures.seat import Role
from ...web.access import needs, seat_of
from ...web.charts import Series
from ..actions.judge_measure import EFFECTS
from ..comparing import number_of, shown
from ..models import Benchmark, Reading
from ..queries import measures, yardsticks
from ..who import READERS, UNIT, keeps


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
            "c": c, "started": label_of(c.started), "by": label_of(c.target_period),
            "checked": label_of(c.check_period), "labels": codes, "series": [Series(f"距{c.peer}", [float(a) for a in apart])], "unit": unit,
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


def label_of(code: str) -> str:
    """A period as offices say it; empty where none is named yet."""
    return of_code(code).label() if code else ""


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
