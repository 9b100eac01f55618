"""说明流程: a note beside a number, from the question to the accepted word."""

from ...procedures.seat import Seat
from ...procedures.table import Move, Table
from ..models import Remark
from ..who import keeps, speaks_for

STATES = {"asked": "等说明", "given": "待核实", "accepted": "已核实", "returned": "请再说明"}


def speaker(seat: Seat, case: Remark) -> str | None:
    """这个地区自己的人 (catalogue E13: the region itself explains)."""
    if speaks_for(seat, case.reading.region):
        return None
    return f"只有{case.reading.region}的人员可以说明自己的数。"


def judge(seat: Seat, case: Remark) -> str | None:
    """专委会或督办机构，不能是说明的单位自己."""
    if speaks_for(seat, case.reading.region):
        return "不能核实自己单位的说明。"
    return None if keeps(seat) else "只有专委会或督办机构可以核实说明。"


# fmt: off
REMARK = Table(
    name="remark", label="数据说明", states=STATES, initial="asked",
    moves=(
        Move("give_remark", "写说明", ("asked", "returned"), "given", speaker, form=True, phase="察",
             says="说明这个数"),
        Move("accept_remark", "核实", ("given",), "accepted", judge, form=True, phase="察",
             says="核实了说明"),
        Move("return_remark", "请再说明", ("given",), "returned", judge, form=True, refusal=True,
             phase="察", says="请再说明"),
    ),
    final=frozenset({"accepted"}),
)
# fmt: on
