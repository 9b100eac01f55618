"""标尺库: indicators, question lists, frameworks with coverage, indices, regions."""

from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from ...actors.models import Actor
from ...cycles.queries import handins
from ...engines.indicators.index import compose, sensitivity
from ...engines.indicators.periods import of_code
from ...subjects.money import words_of
from ...subjects.queries import lines as fund_lines
from ...tasks.queries import visible as visible_tasks
from ...web.access import needs, seat_of
from ..comparing import compare, shown
from ..comparing.old import is_stale
from ..models import Measure, Reading, Region, Remark, Target, Yardstick
from ..outcomes import outcomes
from ..queries import gaps, measures, yardsticks
from ..who import READERS, keeps

MOST_UNSERVED = 100  # measures that serve no clause, listed by name


@needs(*READERS)
def library(request: HttpRequest) -> HttpResponse:
    """Each yardstick with its source; frameworks and question lists with what they carry."""
    seat = seat_of(request)
    rows = list(yardsticks(seat).select_related("weighted_by"))
    context = {
        "indicators": [y for y in rows if y.kind == Yardstick.Kind.INDICATOR],
        "questions": [y for y in rows if y.kind == Yardstick.Kind.QUESTIONS],
        "frameworks": [y for y in rows if y.kind == Yardstick.Kind.FRAMEWORK],
        "indices": [y for y in rows if y.kind == Yardstick.Kind.INDEX],
        "regions": list(
            Region.objects.filter(committee_id=seat.committee_id)
            .select_related("speaks", "became")
            .prefetch_related("names")
        ),
        "keeper": keeps(seat),
    }
    return render(request, "yardsticks/library.html", context)


@needs(*READERS)
def framework(request: HttpRequest, pk: int) -> HttpResponse:
    """Coverage (S-124): each item with the measures under it; blanks stay visible. Items never invented."""
    seat = seat_of(request)
    row = get_object_or_404(yardsticks(seat).filter(kind__in=["framework", "questions"]), pk=pk)
    under: dict[str, list[Measure]] = {}
    for measure in measures(seat).filter(framework=row).exclude(state="dropped")[:500]:
        under.setdefault(measure.item, []).append(measure)
    items = [(item, under.get(item["code"], [])) for item in row.body.get("items", [])]
    context = {
        "row": row,
        "items": items,
        "blank": sum(not found for _, found in items),
        "crumbs": [("标尺库", reverse("yardsticks")), (row.name, "")],
        "unserved": list(
            measures(seat).filter(framework__isnull=True).exclude(state="dropped")[:MOST_UNSERVED]
        ),
        "most": MOST_UNSERVED,
    }
    return render(request, "yardsticks/framework.html", context)


@needs(*READERS)
def index(request: HttpRequest, pk: int) -> HttpResponse:
    """All regions with every part, and what changing a weight does (S-127, E10)."""
    seat = seat_of(request)
    row = get_object_or_404(yardsticks(seat).filter(kind="index"), pk=pk)
    found = compare(seat, request.GET)
    problem = found.index_refused if found else "还没有可以算的数。"
    context: dict[str, Any] = {
        "row": row,
        "found": found,
        "crumbs": [("标尺库", reverse("yardsticks")), (row.name, "")],
    }
    if found and found.index and found.index_yardstick and found.index_yardstick.pk == row.pk:
        parts = list(found.index.parts)
        weights = [request.GET.get(f"w_{p.code}", "") for p in parts]
        now = found.index
        if any(weights):
            try:
                moved = [
                    type(p)(p.code, Decimal(w or str(p.weight * 100)) / 100, p.direction, p.name)
                    for p, w in zip(parts, weights, strict=True)
                ]
                now = compose(moved, found.index_figures)
            except (ValueError, ArithmeticError) as error:
                problem = str(error) if isinstance(error, ValueError) else "权重要填数，合计100。"
        names = {str(r.pk): str(r) for r in found.regions}
        said = sensitivity(now)
        lines: list[dict[str, Any]] = []
        for key, score in now.scores.items():
            rank, before = now.ranks.get(key), found.index.ranks.get(key)
            lines.append({
                "name": names.get(key, key), "total": shown(score.total), "rank": rank,
                "before": before.place if before and rank and before.place != rank.place else None,
                "points": [shown(score.points.get(p.code)) for p in now.parts],
                "missing": bool(score.missing), "moves": said.range.get(key),
            })  # fmt: skip
        lines.sort(key=lambda x: x["rank"].place if x["rank"] else 10**6)
        context |= {
            "lines": lines,
            "parts": [(p, f"{p.weight * 100:.0f}") for p in now.parts],
            "words": said.words(),
        }
    return render(request, "yardsticks/index.html", context | {"problem": problem})


@needs(*READERS)
def base_numbers(request: HttpRequest, pk: int) -> HttpResponse:
    """一县一页 (S-187, S-121): own numbers with source and age, place, direction; notes, gaps, right to explain."""
    seat = seat_of(request)
    region = get_object_or_404(
        Region.objects.filter(committee_id=seat.committee_id).select_related("speaks"), pk=pk
    )
    seen = list(yardsticks(seat).filter(kind="indicator", valid_to__isnull=True))
    by_id = {y.pk: y for y in seen}
    latest = dict(
        Reading.objects.filter(committee_id=seat.committee_id, region=region, yardstick_id__in=by_id, current=True)
        .values_list("yardstick_id").annotate(last=Max("period")).order_by()
    )  # fmt: skip
    rows = Reading.objects.filter(
        committee_id=seat.committee_id, region=region, current=True, yardstick_id__in=latest,
        period__in=set(latest.values()),
    )  # fmt: skip
    lines: list[dict[str, Any]] = []
    for row in rows:
        if latest.get(row.yardstick_id) != row.period:
            continue
        y = by_id[row.yardstick_id]
        stale = is_stale(of_code(row.period))
        lines.append(
            {
                "y": y,
                "row": row,
                "text": shown(row.value, y.decimals),
                "period": of_code(row.period).label(y.span == "cumulative"),
                "stale": stale,
            }
        )
    lines.sort(key=lambda x: (x["y"].rank, x["y"].pk))
    targets = list(
        Target.objects.filter(committee_id=seat.committee_id, region=region, yardstick_id__in=by_id)
        .select_related("yardstick", "region")
        .order_by("-period")[:12]
    )
    context = {
        "region": region, "lines": lines, "stale": sum(x["stale"] for x in lines),
        "gaps": gaps(seat).filter(region=region, state="open").annotate(live=Count("measures", filter=~Q(measures__state="dropped")))[:12],
        "notes": Remark.objects.filter(committee_id=seat.committee_id, reading__region=region, reading__yardstick_id__in=by_id).exclude(state="accepted").select_related("reading__yardstick")[:12],
        "targets": outcomes(seat.committee_id, targets),
        "crumbs": [("县区比较", reverse("compare")), (region.name, "")],
    }  # fmt: skip
    return render(request, "yardsticks/region.html", context)


def bodies_of(region: Region) -> list[Actor]:
    """Who stands for a region: the body that speaks, and the county of its name in the register.

    Money and reports are kept by the county, duties often by its government.
    """
    same_name = Q(kind=Actor.Kind.COUNTY) & (Q(name=region.name) | Q(short=region.name))
    rows = Actor.objects.filter(
        same_name | Q(pk=region.speaks_id), committee_id=region.committee_id
    )
    return list(rows.order_by("pk"))


@needs(*READERS)
def region_work(request: HttpRequest, pk: int) -> HttpResponse:
    """一县一页 (S-187): what the county owes, what it handed in, its money; each by the seat's own right."""
    seat = seat_of(request)
    region = get_object_or_404(
        Region.objects.filter(committee_id=seat.committee_id).select_related("speaks"), pk=pk
    )
    stands_for = bodies_of(region)
    context = {
        "region": region,
        "stands_for": stands_for,
        "tasks": visible_tasks(seat).filter(owner__in=stands_for).order_by("due_on", "pk")[:25],
        "funds": [
            (row, words_of(row.due), words_of(row.arrived), words_of(row.spent))
            for row in fund_lines(seat).filter(unit__in=stands_for).order_by("spent", "pk")[:25]
        ],
        "handins": handins(seat).filter(unit__in=stands_for).order_by("-pk")[:25],
        "crumbs": [("县区比较", reverse("compare")), (region.name, reverse("region", args=[pk])), ("任务、上报、资金", "")],
    }  # fmt: skip
    return render(request, "yardsticks/region_work.html", context)
