"""拟定项流程: proposed, then accepted, mended, refused or put by; a task only by a visible act.

A sentence of a speech is no task. 采纳 says "this was read rightly"; only 交办, 批示 or 认领 makes the
task (docs/architecture.md: a recommendation is not a task).
"""

from ...procedures.seat import Seat
from ...procedures.table import DECIDED, Move, Table
from ..models import Extract
from . import intake

STATES = {
    "open": "等我定",
    "parked": "先放着",
    "accepted": "已采纳",
    "made": "已落地",
    "refused": "不对",
}


def desk(seat: Seat, case: Extract) -> str | None:
    """拆解这份文件的人。"""
    return intake.desk(seat, case.intake)


def being_read(seat: Seat, case: Extract) -> str | None:
    """文件还在拆解。"""
    if case.intake.state != "open":
        return f"这份文件现在是“{intake.STATES[case.intake.state]}”，要先再拆。"
    return None


def still_there(seat: Seat, case: Extract) -> str | None:
    """这句话还在现在这一稿里。"""
    return "这句话在新稿里没有了，不能再据它采纳。" if case.gone else None


def not_a_doubt(seat: Seat, case: Extract) -> str | None:
    """不是存疑项。"""
    return "存疑请直接写怎么定。" if case.kind == Extract.Kind.FLAG else None


def a_doubt(seat: Seat, case: Extract) -> str | None:
    """是存疑项。"""
    return None if case.kind == Extract.Kind.FLAG else "只有存疑项要这样定。"


def a_task(seat: Seat, case: Extract) -> str | None:
    """是任务。"""
    return None if case.kind == Extract.Kind.TASK else "只有任务可以交办、批示或认领。"


def not_written_yet(seat: Seat, case: Extract) -> str | None:
    """还没采纳，或者采纳了没有记进去。"""
    if case.state == "accepted" and not (case.kind == Extract.Kind.INDICATOR and case.note):
        return "这一项已经采纳了。"
    return None


OPEN = ("open", "parked")
# fmt: off
EXTRACT = Table(
    name="extract",
    label="拟定项",
    states=STATES,
    initial="open",
    moves=(
        Move("accept", "采纳", (*OPEN, "accepted"), DECIDED, desk,
             (being_read, still_there, not_a_doubt, not_written_yet),
             targets=("accepted", "made"), key="A", phase="察", says="采纳"),
        Move("settle", "定疑", OPEN, "accepted", desk, (being_read, a_doubt), form=True,
             phase="察", says="定疑"),
        Move("mend", "修改", (*OPEN, "accepted"), None, desk, (being_read, not_a_doubt), form=True,
             key="E", phase="察", says="修改拟定"),
        Move("refuse", "不对", (*OPEN, "accepted"), "refused", desk, (being_read,), form=True,
             key="X", phase="察", says="判为不对"),
        Move("park", "先放着", ("open",), "parked", desk, (being_read,), key="S", phase="察",
             says="先放着"),
        Move("bring_back", "放回重定", ("parked", "refused", "accepted"), "open", desk,
             (being_read,), key="U", phase="察", says="放回重定"),
        Move("hand_over", "立为任务", (*OPEN, "accepted"), "made", desk, (a_task, still_there),
             form=True, phase="办", says="立为任务"),
    ),
    final=frozenset({"made"}),
)
# fmt: on
