"""答卷流程: 六问, 四步, 自查: filled by the unit, all compulsory, read by the office."""

from ...procedures.seat import Seat
from ...procedures.table import Move, Table
from ..models import Answer, Sheet
from ..who import keeps, owns

STATES = {"draft": "在填", "submitted": "已交", "returned": "退回再答", "reviewed": "已审阅"}


def owner(seat: Seat, case: Sheet) -> str | None:
    """答卷单位自己的人."""
    return None if owns(seat, case.owner_id) else "只有答卷单位自己可以。"


def reader(seat: Seat, case: Sheet) -> str | None:
    """专委会或督办机构，不能审自己单位的."""
    if owns(seat, case.owner_id):
        return "不能审阅自己单位的答卷。"
    return None if keeps(seat) else "只有专委会或督办机构可以审阅。"


def lacking(answer: Answer) -> str:
    """What one answer still lacks; empty when whole. 不是选择题，而是必答题."""
    if not answer.verdict:
        return "没有答够不够"
    if not answer.evidence.strip():
        return "没有写凭什么"
    if answer.verdict == Answer.Verdict.ENOUGH:
        return ""
    if not answer.gap_text.strip():
        return "没有写差在哪里"
    return ""


def whole(seat: Seat, case: Sheet) -> str | None:
    """每一问都答了."""
    missing = [f"第{a.number}问{said}" for a in case.answers.all() if (said := lacking(a))]
    return f"还不能交：{'；'.join(missing)}。" if missing else None


# fmt: off
SHEET = Table(
    name="sheet", label="答卷", states=STATES, initial="draft",
    moves=(
        Move("answer_sheet", "答卷", ("draft", "returned"), None, owner, form=True, phase="察",
             says="答卷"),
        Move("submit_sheet", "交卷", ("draft", "returned"), "submitted", owner, (whole,), phase="察",
             says="交卷"),
        Move("return_sheet", "退回再答", ("submitted",), "returned", reader, form=True, refusal=True,
             phase="察", says="退回再答"),
        Move("review_sheet", "审阅", ("submitted",), "reviewed", reader, form=True, phase="察",
             says="审阅了答卷"),
    ),
    final=frozenset({"reviewed"}),
)
# fmt: on
