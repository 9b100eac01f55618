"""The table (流程) of a programme."""

from ...procedures.table import Move, Table
from . import who

# fmt: off
PROGRAMME = Table(
    name="programme",
    label="专项",
    states={"running": "进行中", "closed": "已结束"},
    initial="running",
    moves=(
        Move("edit_programme", "改登记", ("running",), None, who.office, form=True, phase="议",
             says="改登记"),
        Move("add_partner", "加参加方", ("running",), None, who.office, form=True, phase="议",
             says="加入参加方"),
        Move("drop_partner", "参加方退出", ("running",), None, who.office, form=True, phase="议",
             says="参加方退出"),
        Move("plan_line", "列任务", ("running",), None, who.office, form=True, phase="议",
             says="列入任务"),
        Move("finish_line", "任务做完了", ("running",), None, who.office, form=True, phase="办",
             says="做完一项任务"),
        Move("forgo_line", "任务不做了", ("running",), None, who.office, form=True, phase="办",
             says="写明不做的原因"),
        Move("close_programme", "结束", ("running",), "closed", who.office, form=True,
             refusal=True, phase="效", says="结束"),
    ),
    final=frozenset({"closed"}),
)
# fmt: on
__all__ = ["PROGRAMME"]
