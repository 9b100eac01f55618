"""来声: the register, adoptions, sectors, firms' difficulties. No source of a note is in any of them."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest

from ...procedures.office_calendar import today
from ...procedures.seat import Role, Seat
from ...voices.figures import by_sector
from ...voices.flow import DIFFICULTY, VOICE
from ...voices.models import Adoption, Voice
from ...voices.queries import difficulties, visible
from ...voices.rules import rules_of
from ..exporting import Column, Exporter, register
from .years import number

KINDS = dict(Voice.Kind.choices)
CHANNELS = dict(Voice.Channel.choices)


def year(request: HttpRequest) -> int:
    return number(request, "year") or today().year


def voices(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a note. A masked note keeps its mask; sources are in no column."""
    rows = visible(seat).filter(year=year(request)).exclude(state__in=("draft", "withdrawn"))
    for row in rows.select_related("author", "editor").order_by("serial").iterator(chunk_size=2000):
        yield (
            row.number_label, KINDS[row.kind], row.shown_title, row.author.name if row.author else "",
            CHANNELS[row.channel], row.area, VOICE.states.get(row.state, row.state), row.submitted_at,
            row.editor.name if row.editor else "", "优秀" if row.excellent else "",
        )  # fmt: skip


def adoptions(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line an adoption or instruction, of items this seat may see."""
    levels = rules_of().levels
    rows = Adoption.objects.filter(
        committee_id=seat.committee_id, on__year=year(request), voice__in=visible(seat)
    )
    for row in rows.select_related("voice__author").order_by("on", "id").iterator(chunk_size=2000):
        yield (
            row.on, levels.get(row.level, row.level), row.get_form_display(), row.get_outcome_display(),
            row.by_whom, row.words, row.voice.number_label, row.voice.shown_title,
            row.voice.author.name if row.voice.author else "",
        )  # fmt: skip


def sectors(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    for line in by_sector(seat, year(request)):
        yield (line.name, line.people, line.received, line.used, line.instructed)


def firms(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """The ledger of firms' difficulties (docs/field.md 9)."""
    rules = rules_of()
    rows = difficulties(seat).exclude(state__in=("draft", "withdrawn"))
    if given := number(request, "year"):
        rows = rows.filter(year=given)
    rows = rows.select_related("firm", "unit").prefetch_related("answers").order_by("id")
    for row in rows.iterator(chunk_size=500):
        last = max(row.answers.all(), key=lambda a: a.round, default=None)
        matter, result = rules.matter(row.class_code), rules.result(last.result) if last else None
        said = {"solved": "解决了", "not": "没解决"}.get(last.firm_says, "") if last else ""
        yield (
            row.number_label, row.firm.name if row.firm else "", row.shown_title,
            matter.name if matter else "", row.unit.name if row.unit else "",
            DIFFICULTY.states[row.state], row.round, row.submitted_at, result.name if result else "",
            last.text if last else "", said, row.closed_at,
        )  # fmt: skip


def columns(*heads: tuple[str, int]) -> tuple[Column, ...]:
    return tuple(Column(head, width) for head, width in heads)


DESK = (Role.EDITOR, Role.LEADER)
FIRMS = (Role.EDITOR, Role.ORGANISER, Role.SUPERVISOR, Role.LEADER)
register(
    Exporter(
        "voices", "来声登记", columns(("编号", 12), ("种类", 10), ("标题", 48), ("作者", 12), ("来路", 10),
        ("在哪里", 14), ("状态", 12), ("收到", 16), ("编辑", 10), ("优秀", 6)), voices, DESK,
    )
)  # fmt: skip
register(
    Exporter(
        "voice-adoptions", "采用与批示", columns(("日期", 12), ("层级", 12), ("方式", 8), ("结果", 10),
        ("采用单位或批示人职务", 24), ("内容", 40), ("编号", 12), ("标题", 48), ("作者", 12)), adoptions, DESK,
    )
)  # fmt: skip
register(
    Exporter(
        "voice-sectors", "界别采用", columns(("界别", 20), ("委员", 8), ("报送", 8), ("采用", 8), ("批示", 8)),
        sectors, DESK,
    )
)  # fmt: skip
register(
    Exporter(
        "firm-cases", "企业难题台账", columns(("编号", 12), ("企业", 24), ("难题", 40), ("类别", 12),
        ("承办单位", 24), ("状态", 14), ("轮次", 6), ("收到", 16), ("办理结果", 16), ("怎么办的", 40),
        ("企业说", 10), ("办结", 16)), firms, FIRMS,
    )
)  # fmt: skip
