"""出席流程: what one person answers to an invitation, and what becomes of a request for leave."""

from ...procedures.table import Move, Table
from . import when, who

STATES = {
    "invited": "待答复",
    "going": "参加",
    "not_going": "不参加",
    "leave_asked": "已请假，等批准",
    "on_leave": "准假",
    "leave_refused": "未准假",
}

# fmt: off
ATTENDANCE = Table(
    name="attendance",
    label="出席",
    states=STATES,
    initial="invited",
    moves=(
        Move("accept_invitation", "参加", ("invited", "not_going", "leave_refused"), "going",
             who.own, (when.still_open, when.room_left), phase="议", says="答复参加"),
        Move("decline_invitation", "不参加", ("invited", "going"), "not_going", who.own,
             (when.optional, when.still_open), phase="议", says="答复不参加"),
        Move("ask_leave", "请假", ("invited", "going", "leave_refused"), "leave_asked", who.own,
             (when.before_start, when.leaves_left), form=True, phase="议", says="请假"),
        Move("take_back_leave", "收回请假", ("leave_asked", "on_leave"), "going", who.own,
             (when.before_start,), phase="议", says="收回请假"),
        Move("grant_leave", "准假", ("leave_asked",), "on_leave", who.grants_leave, form=True,
             phase="议", says="准假"),
        Move("refuse_leave", "不准假", ("leave_asked",), "leave_refused", who.grants_leave,
             form=True, refusal=True, phase="议", says="不准假"),
        Move("say_cause", "说没能来的原因", ("invited", "going", "leave_asked", "leave_refused"), None,
             who.own, (when.is_over,), form=True, phase="议", says="说了没能来的原因，只计数"),
        Move("correct_attendance", "更正出席", tuple(STATES), None, who.manager, (when.closed,),
             form=True, phase="议", says="更正出席，两个版本都留"),
    ),
)
# fmt: on
