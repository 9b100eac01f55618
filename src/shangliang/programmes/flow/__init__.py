"""The tables (流程) of a programme and of a talk."""

from ...procedures.table import Move, Table
from . import when, who

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
        Move("set_counter", "定计数项", ("running",), None, who.counts, form=True, phase="议",
             says="定计数项和指标"),
        Move("drop_counter", "撤计数项", ("running",), None, who.counts, form=True, phase="议",
             says="撤去没有记录的计数项"),
        Move("close_programme", "结束", ("running",), "closed", who.office, form=True,
             refusal=True, phase="效", says="结束"),
    ),
    final=frozenset({"closed"}),
)
TALK = Table(
    name="talk",
    label="约讲",
    states={"asked": "等答应", "agreed": "约定了", "held": "讲过了", "declined": "没有答应",
            "cancelled": "已取消"},
    initial="asked",
    moves=(
        Move("agree_talk", "答应去讲", ("asked",), "agreed", who.speaker_side, phase="办",
             says="答应去讲"),
        Move("decline_talk", "不能去", ("asked",), "declined", who.speaker_side, form=True,
             refusal=True, phase="办", says="不能去，写明原因"),
        Move("hold_talk", "讲过了", ("agreed",), "held", who.asker, (when.day_is_here,), form=True,
             phase="效", says="讲了一场，计入"),
        Move("cancel_talk", "取消", ("asked", "agreed"), "cancelled", who.asker, form=True,
             refusal=True, phase="办", says="取消约讲"),
    ),
    final=frozenset({"held", "declined", "cancelled"}),
)
# fmt: on
__all__ = ["PROGRAMME", "TALK"]
