"""Tables of this room: a thing (对象) with the four states of projects, and a line of money."""

from ...procedures.table import DECIDED, Move, Table
from .people import line_people, office, owner_or_office, unit_of_line
from .when import failing, is_asked, is_blocked, is_project

STAGES = ("inviting", "begun", "building", "done")

# fmt: off
SUBJECT = Table(
    name="subject",
    label="对象",
    states={
        "listed": "在册",
        "inviting": "招商",
        "begun": "开工",
        "building": "在建",
        "done": "竣工投产",
        "closed": "已结束",
    },
    initial="listed",
    moves=(
        Move("edit_subject", "改登记", ("listed", *STAGES), None, office, form=True, phase="察",
             says="改登记"),
        Move("set_stage", "定状态", ("listed", *STAGES), DECIDED, owner_or_office, (is_project,),
             targets=STAGES, form=True, phase="办", says="项目状态变更"),
        Move("report_blocker", "说明卡点", ("listed", *STAGES), None, owner_or_office, form=True,
             phase="办", says="说明卡在哪里"),
        Move("clear_blocker", "卡点已解决", ("listed", *STAGES), None, owner_or_office,
             (is_blocked,), phase="办", says="卡点已解决"),
        Move("add_milestone", "加节点", ("listed", *STAGES), None, owner_or_office, form=True,
             phase="办", says="加节点"),
        Move("move_milestone", "推迟节点", ("listed", *STAGES), None, owner_or_office, form=True,
             phase="办", says="推迟节点"),
        Move("reach_milestone", "节点完成", ("listed", *STAGES), None, owner_or_office, form=True,
             phase="办", says="节点完成"),
        Move("order_milestones", "定先后", ("listed", *STAGES), None, owner_or_office, form=True,
             phase="办", says="定节点先后"),
        Move("link_subject", "关联", ("listed", *STAGES), None, office, form=True, phase="察",
             says="关联一件事"),
        Move("watch_indicator", "看指标", ("listed", *STAGES), None, office, form=True, phase="察",
             says="看哪个指标"),
        Move("close_subject", "结束登记", ("listed", *STAGES), "closed", office, form=True,
             refusal=True, phase="效", says="结束登记"),
    ),
    final=frozenset({"closed"}),
)

FUND_LINE = Table(
    name="fund_line",
    label="资金",
    states={"open": "在管", "asked": "等说明", "closed": "已结清"},
    initial="open",
    moves=(
        Move("enter_money", "记一笔", ("open", "asked"), None, line_people, form=True, phase="办",
             says="记一笔资金"),
        Move("void_entry", "冲正", ("open", "asked"), None, line_people, form=True, refusal=True,
             phase="办", says="冲正一笔"),
        Move("ask_reason", "要求说明", ("open",), "asked", office, (failing,), form=True,
             phase="办", says="要求说明原因"),
        Move("give_reason", "说明原因", ("asked",), "open", unit_of_line, (is_asked,), form=True,
             phase="办", stops=("fund_reason",), says="说明原因"),
        Move("close_line", "结清", ("open",), "closed", office, form=True, phase="效",
             says="结清"),
    ),
    final=frozenset({"closed"}),
)
# fmt: on
