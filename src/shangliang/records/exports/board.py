"""督办台账 and 月度通报 as tables."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest

from ...procedures.seat import Role, Seat
from ...tasks.board import narrowed, stands
from ...tasks.circular import KEYS, month_named, notice_of
from ...tasks.flow import TASK
from ...tasks.lamps import way_of
from ...tasks.queries import visible
from ...tasks.rules import rules
from ...tasks.sources import SOURCE_NAMES
from ..exporting import Column, Exporter, register

ROLES = (
    Role.SUPERVISOR,
    Role.CLERK,
    Role.LEADER,
    Role.ORGANISER,
    Role.UNIT_STAFF,
    Role.UNIT_HEAD,
)


def board_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a task, by the board's own filter and order."""
    from ...tasks.views.board import Filter, choices_of, members_of

    wanted = Filter(request.GET, choices_of(seat)).wanted()
    found = narrowed(visible(seat), wanted)
    every = stands(found, seat.committee_id, way_of(seat.committee_id, request.GET.get("lamps")))
    if wanted.group:
        inside = members_of(wanted.group)
        every = [stand for stand in every if stand.lamp.group in inside]
    every.sort(key=lambda stand: stand.key(wanted.sort))
    rows = {
        row[0]: row[1:]
        for row in found.values_list(
            "pk", "title", "owner__name", "partner_names", "person_name", "basis_kind", "basis_by",
            "basis_on", "basis", "source_type", "state", "started_on", "first_due_on", "due_on",
            "percent", "delay_code", "urged", "done_on", "verified_on",
        ).iterator(chunk_size=2000)
    }  # fmt: skip
    acts = {"assigned": "交办", "instruction": "批示", "claimed": "认领"}
    for stand in every:
        r = rows.get(stand.pk)
        if r is None:
            continue
        yield (
            *r[:4], acts.get(r[4], ""), *r[5:8], SOURCE_NAMES.get(r[8], "其他"),
            TASK.states[r[9]], stand.lamp.word, *r[10:13], r[13], stand.lamp.plan,
            rules().delays.get(r[14], ""), *r[15:],
        )  # fmt: skip


def circular_rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One line a unit: ``?month=2026-06``."""
    notice = notice_of(seat.committee_id, month_named(request.GET.get("month", "")))
    for line in notice.lines:
        said = notice.said.get(line.unit)
        rate = None if line.rate is None else float(line.rate)
        yield (
            f"{notice.month:%Y-%m}", line.rank, line.name, *(line.n(key) for key in KEYS), rate,
            line.change_words, said.text if said else "", said.on if said else None,
        )  # fmt: skip


register(
    Exporter(
        "board",
        "督办台账",
        (
            Column("任务", 48), Column("牵头单位", 26), Column("协办", 26), Column("责任人", 12),
            Column("依据的行为", 10), Column("由谁", 16), Column("哪天", 12), Column("依据", 30),
            Column("来源", 10), Column("状态", 12), Column("灯", 20), Column("起", 12),
            Column("原时限", 12), Column("现时限", 12), Column("实际（%）", 8), Column("计划（%）", 8),
            Column("滞后原因", 20), Column("催办次数", 8), Column("单位报结", 12), Column("核实", 12),
        ),
        board_rows,
        ROLES,
    )
)  # fmt: skip
register(
    Exporter(
        "circular",
        "月度通报",
        (
            Column("月份", 10), Column("位次", 6), Column("单位", 26),
            *(Column(head, 10) for head in KEYS.values()), Column("按期率（%）", 10),
            Column("比上月", 8), Column("单位的说明", 40), Column("说明日期", 12),
        ),
        circular_rows,
        ROLES,
    )
)  # fmt: skip
