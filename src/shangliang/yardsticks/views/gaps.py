"""差距台账 and the page of one gap with its measures."""

from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, Count, F, Q, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from ...documents.said import said_in
from ...engines.indicators.definition import Direction, distance
from ...engines.indicators.periods import of_code
from ...procedures.office_calendar import today
from ...subjects.models import FundLine
from ...subjects.queries import lines as fund_lines
from ...tasks.models import Task
from ...tasks.queries import visible as visible_tasks
from ...web.access import needs, seat_of
from ..actions.judge_measure import EFFECTS
from ..asked import asked_of
from ..comparing import number_of, shown, signed
from ..flow import GAP, MEASURE
from ..models import Gap, ListRow, Measure, Reading, Region, Yardstick
from ..queries import gaps, list_rows, measures
from ..who import READERS, keeps
from .figure import verbs_of

PAGE = 25
SHOWS = {
    "bare": "没有举措",
    "open": "未消除",
    "late": "举措逾期",
    "closed": "已消除",
    "all": "全部",
}


def wanted(show: str) -> Q:
    """Rows of one tab."""
    late = Q(measures__state="doing", measures__due_on__lt=today())
    return {
        "bare": Q(state="open", live=0),
        "open": Q(state="open"),
        "late": Q(state="open") & late,
        "closed": Q(state="closed"),
    }.get(show, Q())


@needs(*READERS)
def ledger(request: HttpRequest) -> HttpResponse:
    """Gaps without a measure first: they stay in sight."""
    seat = seat_of(request)
    rows = gaps(seat).annotate(
        live=Count("measures", filter=~Q(measures__state="dropped"), distinct=True),
        passed=Count("measures", filter=Q(measures__state="passed"), distinct=True),
        tasks=Count("measures__task_id", distinct=True),
    )
    region, owner = (
        number_of(request.GET.get("region", "")),
        number_of(request.GET.get("owner", "")),
    )
    if region:
        rows = rows.filter(region_id=region)
    if owner:
        rows = rows.filter(owner_id=owner)
    tally = counts(rows)
    show = request.GET.get("show", "bare" if tally["bare"] else "open")
    show = show if show in SHOWS else "open"
    order = Case(When(state="open", live=0, then=0), When(state="open", then=1), default=2)
    found = Paginator(rows.filter(wanted(show)).distinct().order_by(order, "size", "id"), PAGE)
    page = found.get_page(request.GET.get("page"))
    keep = request.GET.copy()
    keep.pop("page", None)
    tabs = []
    for name, label in SHOWS.items():
        keep["show"] = name
        tabs.append(
            {
                "label": label,
                "url": f"?{keep.urlencode()}",
                "count": tally.get(name),
                "current": name == show,
            }
        )
    lines = [
        (row, signed(row.size, 1 if row.unit == "个百分点" else 2)) for row in page.object_list
    ]
    context = {
        "tabs": tabs, "tally": tally, "page_obj": page, "lines": lines, "show": show,
        "may_note": keeps(seat) or bool(seat.units) or seat.has(*READERS[2:4]),
    }  # fmt: skip
    return render(request, "yardsticks/gaps.html", context)


def counts(rows: Any) -> dict[str, int]:
    """The tabs' numbers, one question."""
    late = Q(
        pk__in=Measure.objects.filter(
            committee_id=F("committee_id"), state="doing", due_on__lt=today()
        ).values("gap_id")
    )
    found = rows.model.objects.filter(pk__in=rows.values("pk"), committee_id__in=rows.values("committee_id")).annotate(
        live=Count("measures", filter=~Q(measures__state="dropped"), distinct=True)
    ).aggregate(
        bare=Count("pk", filter=Q(state="open", live=0)),
        open=Count("pk", filter=Q(state="open")),
        late=Count("pk", filter=Q(state="open") & late),
        closed=Count("pk", filter=Q(state="closed")),
        all=Count("pk"),
    )  # fmt: skip
    return {k: v or 0 for k, v in found.items()}


@needs(*READERS)
def gap(request: HttpRequest, pk: int) -> HttpResponse:
    """One gap: size, cause, owner; its measures with effect; learn and model rows; tasks beside."""
    seat = seat_of(request)
    row = get_object_or_404(gaps(seat).select_related("peer", "by", "closed_by"), pk=pk)
    mine = list(
        measures(seat)
        .filter(gap=row)
        .select_related("framework", "checked_by", "effect_by", "asked")
        .prefetch_related("asked__counts")
    )
    tasks = {
        t.pk: t for t in visible_tasks(seat).filter(pk__in=[m.task_id for m in mine if m.task_id])
    }
    lists = list(list_rows(seat).filter(gap=row).select_related("learn"))
    context = {
        "row": row,
        "crumbs": [("差距台账", reverse("gaps")), (row.subject[:30], "")],
        "state": GAP.label_of(row.state),
        "facts": [*facts(row), *since(row)],
        "said": said_in(seat, "gap", [row.pk]).get(row.pk) if row.source_type == "extract" else None,
        "verbs": verbs_of(GAP, seat, row, request.path),
        "measures": [measure_line(m, verbs_of(MEASURE, seat, m, request.path), tasks.get(m.task_id or 0)) for m in mine],
        "learn": [r for r in lists if r.kind == ListRow.Kind.LEARN],
        "model": [r for r in lists if r.kind == ListRow.Kind.MODEL],
        "fills": keeps(seat) or row.owner_id in seat.units,
        "compare": f"{reverse('compare')}?me={row.region_id}&period={row.period}" if row.region_id and row.period else "",
        "same": same_subject(seat, row),
        "funds": funds_beside(seat, row),
    }  # fmt: skip
    return render(request, "yardsticks/gap.html", context)


def same_subject(seat: Any, row: Gap) -> list[Task]:
    """Tasks of the same owner on the same thing: what is already being done stands beside the gap."""
    if not row.owner_id or not row.yardstick_id or row.yardstick is None:
        return []
    word = row.yardstick.name.removesuffix("增速")[-4:]
    return list(visible_tasks(seat).filter(owner_id=row.owner_id, title__icontains=word)[:5])


def funds_beside(seat: Any, row: Gap) -> list[FundLine]:
    """Money of the body the gap belongs to, what is least spent first: due, in place, spent."""
    if not row.owner_id:
        return []
    return list(fund_lines(seat).filter(unit_id=row.owner_id).order_by("spent", "pk")[:5])


def measure_line(row: Measure, verbs: list[dict[str, Any]], task: Task | None) -> dict[str, Any]:
    """A measure with its lamp."""
    day, asked = today(), asked_of(row)
    if row.state == "passed":
        light, word = "done", "核实做到"
    elif row.state == "reported":
        light, word = "pause", "自报做到，待核实" if asked is None or asked.enough else asked.words
    elif row.state == "dropped":
        light, word = "pause", "已取消"
    elif row.due_on < day:
        light, word = "red", f"逾期 {(day - row.due_on).days} 天"
    else:
        left = (row.due_on - day).days
        light, word = ("yellow" if left <= 15 else "green"), f"余 {left} 天"
    item = (
        next((i["text"] for i in row.framework.body.get("items", []) if i["code"] == row.item), "")
        if row.framework
        else ""
    )
    return {
        "row": row, "verbs": verbs, "light": light, "word": word, "task": task,
        "effect": EFFECTS[row.effect], "item": item, "moved": row.due_on != row.first_due_on,
        "asked": asked,
    }  # fmt: skip


def since(row: Gap) -> list[tuple[str, Any]]:
    """What the figures say of a later period: whether the gap is still there is for people to find."""
    if row.yardstick is None or not row.region_id or not row.period:
        return []
    whom = Q(region_id=row.region_id) | Q(region_id=row.peer_id)
    if row.against in (Region.Level.CITY, Region.Level.PROVINCE):
        whom |= Q(region__level=row.against)
    kept = Reading.objects.filter(
        whom, committee_id=row.committee_id, yardstick_id=row.yardstick.pk, current=True,
        period__gte=row.period[:4], value__isnull=False,
    ).values_list("period", "region_id", "value")  # fmt: skip
    found: dict[str, dict[bool, Decimal]] = {}
    for code, region, value in kept:
        if value is not None and of_code(code).ends > of_code(row.period).ends:
            found.setdefault(code, {})[region == row.region_id] = value
    later = [code for code, pair in found.items() if True in pair]
    if not later:
        return [("后来的数", "还没有比这一期更新的数")]
    last = max(later, key=lambda code: of_code(code).ends)
    own, other = found[last][True], found[last].get(False)
    y = row.yardstick
    said = f"{of_code(last).label(y.span == Yardstick.Span.CUMULATIVE)} {shown(own, y.decimals)}{y.unit}"
    if other is not None and y.direction != Yardstick.Direction.NONE:
        away = distance(own, other, Direction(y.direction))
        whom_said = row.get_against_display().removeprefix("较")
        word = (
            "持平"
            if not away
            else f"{'领先' if away > 0 else '还差'}{shown(abs(away), 2)}{row.unit}"
        )
        said += f"，{whom_said}{shown(other, y.decimals)}{y.unit}，{word}"
    return [("后来的数", said)]


def facts(row: Gap) -> list[tuple[str, Any]]:
    """Size, standard, where it comes from."""
    out: list[tuple[str, Any]] = []
    if row.period:
        out.append(("期间", of_code(row.period).label(True)))
    if row.value is not None and row.standard is not None:
        unit = row.yardstick.unit if row.yardstick else ""
        out.append(("现状", f"{row.value.normalize():f}{unit}".replace("-", "−")))
        out.append(
            (
                row.get_against_display().removeprefix("较") or "标准",
                f"{row.standard.normalize():f}{unit}".replace("-", "−"),
            )
        )
    if row.size is not None:
        out.append(("差", f"{signed(row.size, 2)} {row.unit}"))
    out += [("责任单位", row.owner or "还没有定"), ("怎么来的", row.get_kind_display())]
    if row.closed_on:
        out.append(("核定", f"{row.closed_on:%Y-%m-%d}：{row.closing}"))
    return out
