"""The register of instructions (批示): one line a unit, with its report."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest

from ...cycles.flow.instruction import STATES
from ...cycles.flow.who import READERS
from ...cycles.models import InstructionUnit
from ...procedures.seat import Seat
from ..exporting import Column, Exporter, register

COLUMNS = (
    Column("批示人", 14), Column("批示日期", 12), Column("批在什么上", 40), Column("批示内容", 50),
    Column("要求报结果", 12), Column("单位", 18), Column("报结果日期", 12), Column("结果", 50),
    Column("立为任务", 10), Column("状态", 10),
)  # fmt: skip


def rows(seat: Seat, request: HttpRequest) -> Iterator[Sequence[Any]]:
    """One question, streamed."""
    found = InstructionUnit.objects.filter(committee_id=seat.committee_id).select_related(
        "instruction", "unit"
    )
    for row in found.order_by("-instruction__on", "instruction_id", "pk").iterator(chunk_size=2000):
        case = row.instruction
        yield (
            case.leader,
            case.on,
            case.matter,
            case.text,
            case.due_on,
            str(row.unit),
            row.answered_on,
            row.answer,
            row.task_id is not None,
            STATES[case.state],
        )


register(Exporter("instructions", "批示登记", COLUMNS, rows, READERS))
