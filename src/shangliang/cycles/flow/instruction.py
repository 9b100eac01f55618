"""批示流程: registered, given to units, answered or made a task, closed."""

from ...procedures.seat import Seat
from ...procedures.table import DECIDED, Move, Table
from ..models import Instruction
from . import who

STATES = {"open": "待报结果", "answered": "已报结果", "closed": "已了结"}


def desk(seat: Seat, case: Instruction) -> str | None:
    """登记批示的机关。"""
    return who.desk(seat, case)


def instructed(seat: Seat, case: Instruction) -> str | None:
    """批给的单位自己的人。"""
    if case.units.filter(unit_id__in=seat.units).exists():
        return None
    return "只有批示交给的单位可以报结果。"


# fmt: off
INSTRUCTION = Table(
    name="instruction",
    label="批示",
    states=STATES,
    initial="open",
    moves=(
        Move("make_task", "立为任务", ("open", "answered"), None, desk, form=True, phase="办",
             says="按批示立任务"),
        Move("report_back", "报结果", ("open",), DECIDED, instructed, form=True,
             targets=("open", "answered"), phase="办", says="报批示办理结果"),
        Move("settle", "了结", ("answered", "open"), "closed", desk, form=True, phase="办",
             says="了结批示"),
    ),
    final=frozenset({"closed"}),
)
# fmt: on
