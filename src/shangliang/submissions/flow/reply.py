"""答复流程: draft, countersign, check, delivered. Rules: docs/field.md 1.8."""

from ...procedures.table import DECIDED, Move, Table
from . import answers as when
from . import people as who

STATES = {
    "draft": "拟稿",
    "countersigning": "待会签",
    "checking": "待审核",
    "sent": "已送达",
}
FIT_TO_SEND = (
    when.still_assigned,
    when.contacted,
    when.every_ask_answered,
    when.each_ask_graded,
    when.graded,
    when.promises_dated,
    when.publicity_reasoned,
    when.secrecy_checked,
)

# A row a verb, kept narrow so that the table reads as one.
# fmt: off
REPLY = Table(
    name="reply",
    label="答复",
    states=STATES,
    initial="draft",
    moves=(
        Move("edit_reply", "写答复", ("draft",), None, who.reply_unit, (when.still_assigned,),
             phase="办", says="写答复", key="E"),
        Move("circulate", "送会签", ("draft",), "countersigning", who.reply_unit,
             (when.has_co_units, *FIT_TO_SEND), starts=("countersign",), phase="办",
             says="送会办单位会签", step="countersign"),
        Move("countersign", "会签", ("countersigning",), None, who.countersigner, form=True,
             phase="办", says="会签答复", step="countersign"),
        Move("recall", "收回重写", ("countersigning", "checking"), "draft", who.reply_unit,
             stops=("countersign", "check"), phase="办", says="收回重写"),
        Move("submit_reply", "送审", ("draft", "countersigning"), DECIDED, who.reply_head,
             (*FIT_TO_SEND, when.all_countersigned), targets=("checking", "sent"),
             stops=("countersign",), starts=("check",), phase="办", says="答复送审"),
        Move("pass_check", "审核通过", ("checking",), "sent", who.supervisor,
             (when.still_assigned,), stops=("check",), phase="办", says="审核通过，送达提案人",
             step="reply_check"),
        Move("reject_check", "退回重拟", ("checking",), "draft", who.supervisor,
             stops=("check",), form=True, refusal=True, phase="办", says="退回重拟",
             step="reply_check"),
        Move("change_grade", "改定类别", ("checking", "sent"), None, who.supervisor, form=True,
             phase="办", says="改定类别"),
    ),
    final=frozenset({"sent"}),
)
# fmt: on
