"""The tables (流程) of a reported deed and of a contest."""

from ...procedures.seat import Role, Seat
from ...procedures.table import Move, Table
from ...procedures.telling import SENTENCES
from ..models import Contest, Deed

OFFICE = (Role.CLERK, Role.ORGANISER)


def own(seat: Seat, case: Deed | Contest) -> str | None:
    """本人。"""
    return None if case.person_id == seat.person_id else "只有本人可以。"


def office(seat: Seat, case: Deed | Contest) -> str | None:
    """Not on one's own record (E11)."""
    if case.person_id == seat.person_id:
        return "不能核自己的。"
    return None if seat.has(*OFFICE) else "只有提案委或专委会工作人员可以。"


# fmt: off
DEED = Table(
    name="deed",
    label="履职自报",
    states={"reported": "待核实", "confirmed": "已核实", "returned": "未通过", "withdrawn": "已收回"},
    initial="reported",
    moves=(
        Move("confirm_deed", "核实", ("reported",), "confirmed", office, phase="效", says="核实自报"),
        Move("return_deed", "不能核实", ("reported",), "returned", office, form=True, refusal=True,
             phase="效", says="不能核实"),
        Move("withdraw_deed", "收回", ("reported",), "withdrawn", own, phase="效", says="收回自报"),
    ),
    final=frozenset({"confirmed", "returned", "withdrawn"}),
)
CONTEST = Table(
    name="contest",
    label="履职异议",
    states={"open": "待答复", "corrected": "已更正", "explained": "维持并说明", "withdrawn": "已收回"},
    initial="open",
    moves=(
        Move("correct_contest", "已更正", ("open",), "corrected", office, form=True, phase="效",
             says="更正后答复异议"),
        Move("explain_contest", "维持，说明", ("open",), "explained", office, form=True, phase="效",
             says="维持并说明"),
        Move("withdraw_contest", "收回异议", ("open",), "withdrawn", own, phase="效",
             says="收回异议"),
    ),
    final=frozenset({"corrected", "explained", "withdrawn"}),
)
# fmt: on
SENTENCES.update({own: "本人", office: "提案委或专委会工作人员，不能核自己的"})
