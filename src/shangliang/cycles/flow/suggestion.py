"""建议流程: raised by a unit, merged with its like, given to a bureau, answered to all who asked."""

from ...procedures.seat import Seat
from ...procedures.table import Move, Table
from ..models import Suggestion
from . import who

STATES = {"open": "待分办", "merged": "已合并", "sent": "待答复", "answered": "已答复"}


def desk(seat: Seat, case: Suggestion) -> str | None:
    """收建议的机关。"""
    return who.desk(seat, case)


def addressee(seat: Seat, case: Suggestion) -> str | None:
    """答复单位自己的人。"""
    return None if case.addressee_id in seat.units else "只有答复单位的人员可以答复。"


# fmt: off
SUGGESTION = Table(
    name="suggestion",
    label="县区建议",
    states=STATES,
    initial="open",
    moves=(
        Move("merge", "合并", ("open",), "merged", desk, form=True, phase="建", says="合并建议"),
        Move("split", "拆开", ("merged",), "open", desk, phase="建", says="拆开合并的建议"),
        Move("give", "交答复", ("open", "sent"), "sent", desk, form=True, phase="建",
             says="交有关单位答复"),
        Move("answer", "答复", ("sent", "answered"), "answered", addressee, form=True, phase="办",
             says="答复建议"),
        Move("mark", "评针对性", ("open", "sent", "answered"), None, desk, form=True, phase="建",
             says="评针对性"),
    ),
    final=frozenset({"answered"}),
)
# fmt: on
