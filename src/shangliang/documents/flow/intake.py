"""拆解流程: a text from being read to having every extract decided.

The machine proposes, people decide (docs/architecture.md, decision 7); with suggestions off the same
verbs do the whole job by hand.
"""

from ...procedures.seat import Role, Seat
from ...procedures.table import DECIDED, Move, Table
from ..models import Intake

READERS = (Role.CLERK, Role.SECOND_REVIEWER, Role.SUPERVISOR, Role.ORGANISER, Role.LEADER)
DESK = (Role.CLERK, Role.SUPERVISOR, Role.ORGANISER)
STATES = {"reading": "正在读", "open": "拆解中", "closed": "已拆完", "failed": "没有读成"}


def desk(seat: Seat, case: Intake) -> str | None:
    """提案委、督办机构、专委会工作人员。"""
    return None if seat.has(*DESK) else "只有提案委、督办机构或专委会工作人员可以拆解文件。"


def all_decided(seat: Seat, case: Intake) -> str | None:
    """每一项都定了，或者放着。"""
    count = case.extracts.filter(state="open", soft=False, gone=False).count()
    return f"还有 {count} 项没定。先定完，或者先放着。" if count else None


# fmt: off
INTAKE = Table(
    name="intake",
    label="文件拆解",
    states=STATES,
    initial="reading",
    moves=(
        Move("settle_author", "确认作者", ("open",), None, desk, form=True, phase="察",
             says="确认作者"),
        Move("add_extract", "人工标一项", ("open",), None, desk, form=True, phase="察",
             says="人工标出"),
        Move("accept_certain", "采纳有把握的", ("open",), None, desk, form=True, phase="察",
             says="采纳有把握的"),
        Move("set_columns", "设对照表的栏", ("open", "closed"), None, desk, form=True, phase="察",
             says="设定对照表的栏"),
        Move("switch_suggestions", "开关系统拟", ("open",), None, desk, phase="察",
             says="开关系统拟"),
        Move("reread", "换新稿重读", ("open", "closed", "failed"), DECIDED, desk, form=True,
             targets=("open", "reading"), phase="察", says="换新稿重读"),
        Move("close", "拆完", ("open",), "closed", desk, (all_decided,), phase="察", says="拆完"),
        Move("reopen", "再拆", ("closed",), "open", desk, phase="察", says="再拆"),
    ),
    final=frozenset({"closed"}),
)
# fmt: on
