"""听取汇报与中心组学习: planned, held with its points, closed once every decision has its task."""

from ...procedures.seat import Seat
from ...procedures.table import Move, Table
from ..models import Sitting, SittingPoint
from . import who

STATES = {"planned": "准备中", "held": "已开", "closed": "已收尾"}


def desk(seat: Seat, case: Sitting) -> str | None:
    """办会的机关。"""
    return who.desk(seat, case)


def decided(case: Sitting) -> int:
    """Decisions nobody has been given yet."""
    return case.points.filter(kind=SittingPoint.Kind.DECISION, task_id=None).count()


def has_open_decision(seat: Seat, case: Sitting) -> str | None:
    """有议定事项还没有立为任务。"""
    return None if decided(case) else "没有要立为任务的议定事项。先把议定事项记下来。"


def all_given_out(seat: Seat, case: Sitting) -> str | None:
    """议定事项都立了任务。"""
    left = decided(case)
    return f"还有 {left} 条议定事项没有立为任务。" if left else None


# fmt: off
SITTING = Table(
    name="sitting",
    label="听取汇报与中心组学习",
    states=STATES,
    initial="planned",
    moves=(
        Move("add_point", "记一条", ("planned", "held"), None, desk, form=True, phase="察",
             says="记一条要点"),
        Move("drop_point", "去掉一条", ("planned", "held"), None, desk, form=True, phase="察",
             says="去掉一条要点"),
        Move("hold_sitting", "会已开", ("planned",), "held", desk, form=True, phase="察",
             says="开会"),
        Move("point_task", "议定事项立为任务", ("held",), None, desk, (has_open_decision,),
             form=True, phase="办", says="议定事项立为任务"),
        Move("close_sitting", "收尾", ("held",), "closed", desk, (all_given_out,), phase="效",
             says="收尾"),
    ),
    final=frozenset({"closed"}),
)
# fmt: on
