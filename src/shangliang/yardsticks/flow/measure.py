"""举措流程: a date and a person; done is said by the owner, found by somebody else, and its effect later."""

from ...procedures.seat import Role, Seat
from ...procedures.table import Move, Table
from ..asked import asked_of
from ..models import Measure
from ..who import keeps, owns

STATES = {"doing": "在做", "reported": "自报做到", "passed": "核实做到", "dropped": "已取消"}


def owner(seat: Seat, case: Measure) -> str | None:
    """举措的责任单位自己的人."""
    return None if owns(seat, case.owner_id) else "只有举措的责任单位可以。"


def judge(seat: Seat, case: Measure) -> str | None:
    """做的人不能给自己核实 (catalogue E11)."""
    if owns(seat, case.owner_id) or case.reported_by_id == (seat.person_id or -1):
        return "责任单位不能给自己核实。"
    return None if keeps(seat) else "只有专委会或督办机构可以核实。"


def office(seat: Seat, case: Measure) -> str | None:
    """专委会或督办机构."""
    return None if keeps(seat) else "只有专委会或督办机构可以。"


def assigner(seat: Seat, case: Measure) -> str | None:
    """交办是督办机构或专委会看得见的行为 (catalogue E12)."""
    return (
        None if seat.has(Role.SUPERVISOR, Role.ORGANISER) else "只有督办机构或专委会可以交办任务。"
    )


def not_yet_a_task(seat: Seat, case: Measure) -> str | None:
    """还没有转成任务."""
    return "这条举措已经转成任务了。" if case.task_id else None


def people_answered(seat: Seat, case: Measure) -> str | None:
    """说好要请群众评价的，够数以前不算做到 (S-037)."""
    asked = asked_of(case)
    if asked is None or asked.enough:
        return None
    if asked.open:
        return f"还在请群众评价：已有{asked.have}份，要{asked.least}份，{asked.pulse.until}截止。"
    return f"群众评价只有{asked.have}份，不够{asked.least}份。请再问一次。"


# fmt: off
MEASURE = Table(
    name="measure", label="举措", states=STATES, initial="doing",
    moves=(
        Move("report_measure", "报做到了", ("doing",), "reported", owner, form=True, phase="办",
             says="自报举措做到"),
        Move("ask_people", "请群众评价", ("doing", "reported"), None, office, form=True, phase="效",
             says="定下请群众评价"),
        Move("pass_measure", "核实做到", ("reported",), "passed", judge, (people_answered,), form=True, phase="效",
             says="核实举措做到"),
        Move("return_measure", "没有做到，继续", ("reported",), "doing", judge, form=True, refusal=True,
             phase="效", says="核实没有做到"),
        Move("judge_measure", "判效果", ("reported", "passed"), None, judge, form=True, phase="效",
             says="判举措的效果"),
        Move("assign_measure", "交办成任务", ("doing",), None, assigner, (not_yet_a_task,), form=True,
             phase="办", says="把举措交办成任务"),
        Move("move_measure", "改时限", ("doing",), None, office, form=True, phase="办",
             says="改举措的时限"),
        Move("drop_measure", "取消", ("doing",), "dropped", office, form=True, refusal=True, phase="办",
             says="取消举措"),
    ),
    final=frozenset({"passed", "dropped"}),
)
# fmt: on
