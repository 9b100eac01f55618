"""任务流程: a promise or duty, from doing to verified by someone other than the doer."""

from ...procedures.seat import Role, Seat
from ...procedures.table import Move, Table
from ..models import Task

STATES = {
    "doing": "办理中",
    "reported": "单位已报结",
    "verified": "已核实销号",
    "dropped": "已取消",
}


def owner(seat: Seat, case: Task) -> str | None:
    """责任单位自己的人。"""
    return None if case.owner_id in seat.units else "只有责任单位的人员可以。"


def judge(seat: Seat, case: Task) -> str | None:
    """销号 needs someone other than the doer (catalogue E11)."""
    if case.owner_id in seat.units:
        return "责任单位不能给自己核实销号。"
    if case.progress.filter(kind="done", by_id=seat.person_id).exists():
        return "报结的人不能自己核实。"
    if seat.has(Role.SUPERVISOR, Role.CLERK):
        return None
    return "只有督办机构或提案委可以核实。"


def office(seat: Seat, case: Task) -> str | None:
    """督办机构或提案委。"""
    return None if seat.has(Role.SUPERVISOR, Role.CLERK) else "只有督办机构或提案委可以。"


# A row a verb, kept narrow so that the table reads as one.
# fmt: off
TASK = Table(
    name="task",
    label="任务",
    states=STATES,
    initial="doing",
    moves=(
        Move("report_progress", "报进展", ("doing",), None, owner, form=True, phase="办",
             says="报进展"),
        Move("report_done", "报结", ("doing",), "reported", owner, form=True, phase="办",
             stops=("promise",), says="单位报结"),
        Move("verify", "核实销号", ("reported",), "verified", judge, form=True, phase="效",
             says="核实销号"),
        Move("reject_done", "核实不实，继续办", ("reported",), "doing", judge, form=True,
             refusal=True, phase="效", says="核实不实，继续办"),
        Move("change_due", "改时限", ("doing",), None, office, form=True, phase="办",
             says="改定时限"),
        Move("urge_task", "催办", ("doing",), None, office, form=True, phase="办",
             says="催办承诺事项"),
        Move("drop_task", "取消", ("doing",), "dropped", office, form=True, refusal=True,
             phase="办", says="取消"),
    ),
    final=frozenset({"verified", "dropped"}),
)
# fmt: on
