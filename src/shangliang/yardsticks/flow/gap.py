"""差距流程: open until a check, by somebody else than its owner, finds it gone."""

from ...procedures.seat import Role, Seat
from ...procedures.table import Move, Table
from ..models import Gap
from ..who import keeps, owns

STATES = {"open": "未消除", "closed": "已消除", "dropped": "不成立"}


def owner_or_office(seat: Seat, case: Gap) -> str | None:
    """责任单位自己的人，或专委会、督办机构."""
    if owns(seat, case.owner_id) or keeps(seat):
        return None
    return "只有责任单位、专委会或督办机构可以。"


def checker(seat: Seat, case: Gap) -> str | None:
    """核实差距要别人来 (catalogue E11)."""
    if owns(seat, case.owner_id):
        return "责任单位不能给自己消除差距。"
    return None if keeps(seat) else "只有专委会或督办机构可以核定差距。"


def office(seat: Seat, case: Gap) -> str | None:
    """专委会或督办机构，提案委."""
    if keeps(seat) or seat.has(Role.CLERK):
        return None
    return "只有专委会、督办机构或提案委可以。"


def measured(seat: Seat, case: Gap) -> str | None:
    """每条举措都有了结果."""
    if case.measures.filter(state__in=("doing", "reported")).exists():
        return "还有举措没有核实完，不能消除差距。"
    if not case.measures.filter(state="passed").exists():
        return "还没有一条举措核实做到，不能消除差距；如果差距本来不成立，请用“不成立”。"
    return None


# fmt: off
GAP = Table(
    name="gap", label="差距", states=STATES, initial="open",
    moves=(
        Move("explain_gap", "写原因", ("open",), None, owner_or_office, form=True, phase="察",
             says="写明原因和责任单位"),
        Move("plan_measure", "定举措", ("open",), None, owner_or_office, form=True, phase="建",
             says="定下举措、时限和责任人"),
        Move("close_gap", "核定已消除", ("open",), "closed", checker, (measured,), form=True, phase="效",
             says="核定差距已消除"),
        Move("reopen_gap", "差距又出现", ("closed", "dropped"), "open", checker, form=True, phase="效",
             says="差距又出现"),
        Move("drop_gap", "不成立", ("open",), "dropped", office, form=True, refusal=True, phase="察",
             says="核定不成立"),
    ),
    final=frozenset({"closed", "dropped"}),
)
# fmt: on
