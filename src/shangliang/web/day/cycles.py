"""The cycle of a meeting on one's day: what a unit hands in, what the desk checks, gives out, holds.

One question for each side, put together from its registers, so that a busy day stays a short page.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import CharField, Count, F, IntegerField, Q, QuerySet, Value

from ...cycles.flow.who import DESK
from ...cycles.models import Call, Handin, Instruction, Suggestion
from ...documents.models import Extract, Intake
from ...procedures.office_calendar import today
from ...procedures.seat import Seat
from ...subjects.models import FundLine
from ...submissions.chain.lamps import light_of_day
from . import yardsticks
from .cards import Card, link

SHOWN = 18
COLUMNS = ("item", "what", "called", "until", "many")


def shaped(rows: QuerySet[Any], row: str, what: str, title: str, day: str, many: Any) -> Any:
    """The columns every register answers in."""
    return (
        rows.order_by()
        .annotate(
            item=F(row),
            what=Value(what, output_field=CharField()),
            called=F(title),
            until=F(day),
            many=many,
        )
        .values_list(*COLUMNS)
    )


ONE = Value(1, output_field=IntegerField())


def unit_rows(seat: Seat) -> list[tuple[int, str, str, date | None, int]]:
    """Reports due or sent back, suggestions to answer, instructions to report on, money to explain."""
    own = {"committee_id": seat.committee_id}
    reports = Handin.objects.filter(
        **own, unit_id__in=seat.units, call__state="sent", state__in=("asked", "returned")
    )
    asks = Suggestion.objects.filter(**own, addressee_id__in=seat.units, state="sent")
    orders = Instruction.objects.filter(
        **own, state="open", units__unit_id__in=seat.units, units__answered_on=None
    )
    money = FundLine.objects.filter(**own, unit_id__in=seat.units, state="asked")
    found = shaped(
        reports.filter(state="asked"), "pk", "asked", "call__title", "call__due_on", ONE
    ).union(
        shaped(
            reports.filter(state="returned"), "pk", "returned", "call__title", "call__due_on", ONE
        ),
        shaped(asks, "pk", "suggestion", "title", "due_on", ONE),
        shaped(orders.filter(units__task_id=None), "pk", "instruction", "matter", "due_on", ONE),
        shaped(money, "pk", "money", "fund__name", "asked_until", ONE),
        *yardsticks.unit_parts(seat),
        all=True,
    )
    return list(found[:SHOWN])


# what -> (kind on the card, the one verb, the page)
UNIT = {
    "asked": ("要交的汇报", "去交汇报", "handin"),
    "returned": ("汇报退回补充", "补充再交", "handin"),
    "suggestion": ("县区建议", "看、答复", "suggestion"),
    "instruction": ("批示件", "报结果", "instruction"),
    "money": ("资金", "说明原因", "fund-line"),
}


def unit(seat: Seat) -> Iterator[Card]:
    for pk, what, title, day, many in unit_rows(seat):
        if what in yardsticks.UNIT:
            yield yardsticks.unit_card(seat, pk, what, title, day, many)
            continue
        kind, verb, page = UNIT[what]
        lamp = light_of_day(day, seat.committee_id, near=3) if day else None
        yield Card(title, verb, link(page, pk), "", kind, lamp)


def desk_rows(seat: Seat) -> list[tuple[int, str, str, date | None, int]]:
    """Reports to check, meetings to hold, tasks of a meeting to give out, suggestions to pass on."""
    own = {"committee_id": seat.committee_id}
    sent = Call.objects.filter(**own, state="sent")
    handed = sent.annotate(n=Count("handins", filter=Q(handins__state="handed")))
    spoken = Intake.objects.filter(**own, about_type="call", state__in=("open", "closed"))
    ready = spoken.annotate(
        n=Count("extracts", filter=Q(extracts__kind=Extract.Kind.TASK, extracts__state="accepted"))
    )
    open_ones = Suggestion.objects.filter(**own, state="open").order_by()
    asked = open_ones.values("call_id").annotate(n=Count("pk"))
    found = shaped(handed.filter(n__gt=0), "pk", "check", "title", "meeting_on", F("n")).union(
        shaped(
            sent.filter(kind=Call.Kind.MEETING, meeting_on__lte=today()),
            "pk",
            "hold",
            "title",
            "meeting_on",
            ONE,
        ),
        shaped(ready.filter(n__gt=0), "pk", "give", "title", "given_on", F("n")),
        asked.annotate(
            item=F("call_id"),
            what=Value("pass", output_field=CharField()),
            called=F("call__title"),
            until=F("call__due_on"),
            many=F("n"),
        ).values_list(*COLUMNS),
        *(yardsticks.office_parts(seat) if seat.has(*yardsticks.KEEPERS) else ()),
        all=True,
    )
    return list(found[:SHOWN])


def desk(seat: Seat) -> Iterator[Card]:
    for pk, what, title, day, many in desk_rows(seat):
        if what in yardsticks.OFFICE:
            yield from yardsticks.office_cards(seat, pk, what, title, many)
        elif what == "check":
            lamp = light_of_day(day, seat.committee_id, near=3) if day else None
            yield Card(
                title,
                "看检查、收下",
                link("call", pk),
                f"{many} 份汇报交来了",
                "要检查的汇报",
                lamp,
                many,
            )
        elif what == "hold":
            yield Card(title, "记会已开", link("call", pk), f"{day:%-m-%-d} 开会", "会议")
        elif what == "give":
            yield Card(
                title, "立为任务", link("intake-tasks", pk), f"{many} 项已采纳，还没有交办", "会上定的事",
                count=many,
            )  # fmt: skip
        else:
            url = link("suggestions", query="?show=open")
            yield Card(title or "县区建议", "分办", url, f"{many} 条等分办", "县区建议", count=many)


def cards(seat: Seat) -> Iterator[Card]:
    """A unit what it owes, the desk what waits for it."""
    if seat.units:
        yield from unit(seat)
    if seat.has(*DESK):
        yield from desk(seat)
