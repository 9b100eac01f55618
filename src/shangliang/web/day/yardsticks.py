"""Figures and gaps on one's day: notes asked, sheets, gaps bare, re-tests, figures due, targets missed.

Its lines join the one question of the registers (web/day/cycles.py), so that a busy day stays short.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.core.cache import cache
from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    Min,
    OuterRef,
    QuerySet,
    Value,
)

from ...engines.indicators.periods import Period
from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...submissions.chain.lamps import light_of_day
from ...yardsticks.models import (
    Batch,
    Entry,
    Gap,
    Measure,
    NotebookItem,
    Reading,
    Remark,
    Sheet,
    Target,
    Yardstick,
)
from ...yardsticks.outcomes import unmet
from .cards import Card, link

KEEPERS = (Role.ORGANISER, Role.SUPERVISOR)
AFTER = 20  # days after a quarter's end by which bureaux have sent its figures


def bare(committee_id: int) -> QuerySet[Gap]:
    """Open gaps nobody does anything about."""
    live = Measure.objects.filter(gap=OuterRef("pk")).exclude(state="dropped")
    return Gap.objects.filter(committee_id=committee_id, state="open").filter(~Exists(live))


def heap(rows: QuerySet[Any], row: str, what: str, title: str, day: str = "") -> Any:
    """All rows of one kind as one line: the first row, its title, the nearest day, how many.

    In the columns every register of a unit's day answers in (web/day/cycles.py), so that the day asks
    all of them at once.
    """
    nearest = Min(day) if day else Value(None, output_field=DateField())
    return (
        rows.order_by()
        .values("committee")
        .annotate(
            item=Min(row), what=Value(what, output_field=CharField()), called=Min(title),
            until=nearest, many=Count("pk"),
        )
        .values_list("item", "what", "called", "until", "many")
    )  # fmt: skip


def unit_parts(seat: Seat) -> list[Any]:
    """Of one's own county and unit: explain, answer, plan, finish, test again, take up."""
    own, units, day = {"committee_id": seat.committee_id}, list(seat.units), today()
    notes = Remark.objects.filter(**own, state__in=("asked", "returned"), reading__region__speaks_id__in=units)  # fmt: skip
    sheets = Sheet.objects.filter(**own, owner_id__in=units, state__in=("draft", "returned"))
    due = Measure.objects.filter(
        **own, owner_id__in=units, state="doing", task_id__isnull=True, due_on__lte=day + timedelta(days=15)
    )  # fmt: skip
    tests = NotebookItem.objects.filter(**own, owner_id__in=units, state="open", retest_on__lte=day)
    handed = Entry.objects.filter(**own, ledger="handover", step="offered", other__speaks_id__in=units)  # fmt: skip
    return [
        heap(notes, "reading_id", "note", "question"),
        heap(sheets, "pk", "sheet", "round"),
        heap(bare(seat.committee_id).filter(owner_id__in=units), "pk", "bare", "subject"),
        heap(due, "gap_id", "measure", "text", "due_on"),
        heap(tests, "pk", "retest", "title", "retest_on"),
        heap(handed, "pk", "handed", "title"),
    ]


# what -> (kind on the card, the one verb, several of them, the note)
UNIT = {
    "note": ("读数", "说明", "请说明的数", "数据请说明"),
    "sheet": ("六问", "答", "没有交的答卷", "题题必答"),
    "bare": ("差距", "定举措", "没有举措的差距", "还没有举措"),
    "measure": ("举措", "报完成", "快到期的举措", ""),
    "retest": ("错题本", "复测", "该复测的错题", "通过了才销"),
    "handed": ("招商转介", "答复", "转来的项目", "接不接"),
}


def unit_card(seat: Seat, pk: int, what: str, title: str, day: date | None, many: int) -> Card:
    """The only one by its title, several by their number."""
    kind, verb, several, note = UNIT[what]
    one = {
        "note": link("figure", pk), "sheet": link("sheet", pk), "bare": link("gap", pk),
        "measure": link("gap", pk), "retest": link("yardstick-act", "retest", query=f"?pk={pk}"),
        "handed": link("ledger-entry", "handover", pk),
    }[what]  # fmt: skip
    all_of = {"sheet": link("sheets"), "bare": link("gaps", query="?show=bare"), "retest": link("notebooks")}  # fmt: skip
    page = one if many == 1 else all_of.get(what, one)
    name = title if many == 1 else f"{several} {many} 件"
    lamp = light_of_day(day, seat.committee_id) if day else None
    return Card(name, verb, page, note, kind, lamp, many)


def office_parts(seat: Seat) -> list[Any]:
    """For the keepers: sheets half in, figures due, notes and measures to check, gaps bare, targets set."""
    own, last = {"committee_id": seat.committee_id}, last_quarter()
    heads = Yardstick.objects.filter(**own, kind="indicator", headline=True, valid_to__isnull=True)
    have = Reading.objects.filter(
        **own, yardstick__headline=True, yardstick__kind="indicator", period=last.code, current=True
    )
    parts = [
        heap(Batch.objects.filter(**own, state__in=("read", "mapped")), "pk", "batch", "file_name"),
        heap(Remark.objects.filter(**own, state="given"), "pk", "given", "question"),
        heap(bare(seat.committee_id), "pk", "gap", "subject"),
        heap(Measure.objects.filter(**own, state="reported"), "gap_id", "ready", "text"),
        heap(Target.objects.filter(**own, period=last.code), "pk", "target", "basis"),
    ]
    if (today() - last.ends).days >= AFTER:
        parts.append(heap(heads.filter(~Exists(have)), "pk", "figures", "name"))
    return parts


OFFICE = frozenset({"batch", "given", "gap", "ready", "target", "figures"})


def office_cards(seat: Seat, pk: int, what: str, title: str, many: int) -> Iterator[Card]:
    """One line of the keepers' question as its card; of targets only what was missed."""
    last = last_quarter()
    if what == "batch":
        page = link("figures-batch", pk) if many == 1 else link("figures-in")
        name = title if many == 1 else f"没有记完的报表 {many} 件"
        yield Card(name, "核对、记入", page, "", "报表", count=many)
    elif what == "figures":
        yield Card(f"{last.label(True)}的数还没有到", "去入库", link("figures-in"), "", "读数")
    elif what == "given":
        yield Card(f"县里的说明和异议 {many} 条", "核实", link("compare"), "", "读数", count=many)
    elif what == "gap":
        page = link("gaps", query="?show=bare")
        yield Card(f"没有举措的差距 {many} 条", "看、催", page, "", "差距", count=many)
    elif what == "ready":
        yield Card(f"报了完成的举措 {many} 条", "核实", link("gaps"), "", "举措", count=many)
    elif what == "target":
        key = f"unmet:{seat.committee_id}:{last.code}:{today()}"
        missed = cache.get_or_set(key, lambda: unmet(seat.committee_id, last.code), 300)
        if missed:
            page = link("targets", query=f"?period={last.code}")
            yield Card(f"{last.label(True)}目标没有达到 {missed} 项", "看是哪条", page, "", "目标", count=missed)  # fmt: skip


def last_quarter() -> Period:
    """The quarter that is over."""
    day = today()
    return Period(day.year, "Q", (day.month - 1) // 3 + 1).before()
