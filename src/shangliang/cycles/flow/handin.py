"""汇报流程: asked for, handed in, checked, sent back or taken, remarked upon."""

from ...procedures.seat import Seat
from ...procedures.table import Move, Table
from ..models import Handin
from . import who

STATES = {"asked": "没交", "handed": "已交", "returned": "退回补充", "taken": "已收"}


def unit(seat: Seat, case: Handin) -> str | None:
    """汇报单位自己的人；机关可以代交。"""
    if case.unit_id in seat.units or seat.has(*who.DESK):
        return None
    return "只有汇报单位的人员可以交。"


def desk(seat: Seat, case: Handin) -> str | None:
    """发通知的机关。"""
    return who.desk(seat, case)


def still_open(seat: Seat, case: Handin) -> str | None:
    """通知已发、还在收。"""
    return None if case.call.state == "sent" else "这次通知现在不收汇报。"


# fmt: off
HANDIN = Table(
    name="handin",
    label="汇报",
    states=STATES,
    initial="asked",
    moves=(
        Move("hand_in", "交汇报", ("asked", "handed", "returned"), "handed", unit, (still_open,),
             form=True, phase="议", says="交汇报"),
        Move("overrule", "改判", ("handed", "returned", "taken"), None, desk, form=True,
             phase="议", says="改判覆盖"),
        Move("judge_measure", "判举措", ("handed", "returned", "taken"), None, desk, form=True,
             phase="议", says="判举措"),
        Move("send_back", "退回补充", ("handed",), "returned", desk, form=True, refusal=True,
             phase="议", says="退回补充"),
        Move("take", "收下", ("handed", "returned"), "taken", desk, phase="议", says="收下汇报"),
        Move("remark", "点评", ("handed", "taken"), None, desk, form=True, phase="议", says="点评"),
    ),
    final=frozenset({"taken"}),
)
# fmt: on
