"""Counting (计数): done against target, whole and by partner, week by week, all from records (S-129, S-133)."""

import hashlib
import unicodedata
from collections import Counter as Tally
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, Max, QuerySet

from ..procedures.office_calendar import today
from ..procedures.verdicts import refuse
from .book import Sheet
from .models import Contributor, Counter, Item, Programme, Share

WEEKS = 8


def mark(sheet: Sheet, counter: int | None, on: date, data: Mapping[str, Any]) -> str:
    """The same counter, day, and fields of ``once`` are the same record, however spaced or written."""
    if not sheet.once or counter is None:
        return ""
    said = [str(data.get(code) or "") for code in sheet.once.split()]
    folded = [
        "".join(c for c in unicodedata.normalize("NFKC", s).casefold() if c.isalnum()) for s in said
    ]
    return hashlib.sha256("|".join([str(counter), on.isoformat(), *folded]).encode()).hexdigest()


def not_twice(row: Item) -> None:
    """Refuses what counts already, naming the record; the database refuses it too."""
    if not row.once:
        return
    rows = Item.objects.filter(
        committee_id=row.committee_id, programme_id=row.programme_id, once=row.once, void_why=""
    )
    known = rows.exclude(pk=row.pk).select_related("by").order_by("pk").first()
    if known is not None:
        raise refuse(
            f"这一{row.book.row[-1]}已经登记过，不重复计：{known.title}，{known.on:%-m 月 %-d 日}，"
            f"{known.by}登记。同一天、同一地点、同一人，只算一{row.book.row[-1]}。"
        )


def keep(row: Item) -> None:
    """Save, once; two who enter the same at the same moment make one record. Raises Refused."""
    not_twice(row)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        not_twice(row)
        raise


def counter_of(case: Programme, sheet: Sheet, pk: int | None) -> Counter | None:
    """The counter a row is for; a counting sheet asks for one. Raises Refused."""
    if not sheet.counts:
        return None
    found = Counter.objects.filter(programme=case, pk=pk).first() if pk else None
    if found is None:
        raise refuse("请选算到哪个计数项。")
    return found


@dataclass(frozen=True)
class Cell:
    """Done of target; ``target`` None where none was set."""

    done: int
    target: int | None
    partner: int | None = None
    name: str = ""

    @property
    def met(self) -> bool:
        return self.target is not None and self.done >= self.target


@dataclass(frozen=True)
class Row:
    """A sub-item: the whole, each partner, and what a week must bring until the end."""

    counter: Counter
    whole: Cell
    cells: list[Cell]
    weeks: list[int]
    need: int | None


@dataclass(frozen=True)
class Sheetful:
    """The whole page: partners as columns, weeks by their Monday."""

    partners: list[Contributor]
    mondays: list[date]
    rows: list[Row]


def counted(case: Programme) -> QuerySet[Item]:
    """Records that count."""
    return Item.objects.filter(
        committee_id=case.committee_id, programme=case, counter__isnull=False, void_why=""
    )


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def overview(case: Programme, day: date | None = None) -> Sheetful:
    """Every sub-item × partner with done and target, and the last weeks; five questions."""
    now = day or today()
    first = monday(now) - timedelta(weeks=WEEKS - 1)
    mondays = [first + timedelta(weeks=n) for n in range(WEEKS)]
    partners = list(case.partners.select_related("who"))
    done: Tally[tuple[int, int | None]] = Tally()
    rows = counted(case).order_by().values_list("counter_id", "partner_id")
    for counter, partner, n in rows.annotate(n=Count("pk")):
        done[counter, partner] += n
        done[counter, None] += n
    asked = {
        (counter, partner): target
        for counter, partner, target in Share.objects.filter(
            committee_id=case.committee_id, counter__programme=case
        ).values_list("counter_id", "partner_id", "target")
    }
    weekly: Tally[tuple[int, date]] = Tally()
    late = counted(case).filter(on__gte=first, on__lte=now).order_by()
    for counter, on, n in late.values_list("counter_id", "on").annotate(n=Count("pk")):
        weekly[counter, monday(on)] += n
    found = []
    for row in case.counters.all():
        cells = [
            Cell(done[row.pk, p.pk], asked.get((row.pk, p.pk)), p.pk, str(p)) for p in partners
        ]
        whole = Cell(done[row.pk, None], row.target)
        weeks = [weekly[row.pk, m] for m in mondays]
        found.append(Row(row, whole, cells, weeks, needed(case, whole, now)))
    shown = [
        n for n, p in enumerate(partners) if not p.left_on or any(r.cells[n].done for r in found)
    ]
    for line in found:
        line.cells[:] = [line.cells[n] for n in shown]
    return Sheetful([partners[n] for n in shown], mondays, found)


def needed(case: Programme, whole: Cell, day: date) -> int | None:
    """How many a week, from today to the last day, would meet the target; None without a last day."""
    if case.ends_on is None or whole.target is None:
        return None
    left = max(whole.target - whole.done, 0)
    weeks = max(((case.ends_on - day).days + 6) // 7, 1)
    return -(-left // weeks)


def last_entered(case: Programme) -> date | None:
    """The day of the newest record."""
    newest: date | None = counted(case).aggregate(on=Max("on"))["on"]
    return newest
