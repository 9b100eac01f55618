"""任务流程: a promise or duty, from doing to verified by someone other than the doer."""

from ...procedures.table import Move, Table
from .conditions import (
    more_time_asked,
    no_open_request,
    not_expired,
    not_settled,
    parts_done,
    parts_verified,
    undivided,
)
from .people import judge, office, owner, owner_or_office, watch

STATES = {
    "offered": "待签收",
    "contested": "申请改派",
    "doing": "办理中",
    "paused": "暂停",
    "reported": "单位已报结",
    "verified": "已核实销号",
    "dropped": "已取消",
}
OPEN = ("offered", "contested", "doing", "paused", "reported")

# A row a verb, kept narrow so that the table reads as one.
# fmt: off
TASK = Table(
    name="task",
    label="任务",
    states=STATES,
    initial="offered",
    moves=(
        Move("accept_task", "签收", ("offered",), "doing", owner, phase="办",
             stops=("task_accept",), says="签收任务"),
        Move("contest_task", "申请改派", ("offered",), "contested", owner, (not_settled,),
             form=True, refusal=True, phase="办", stops=("task_accept",), says="申请改派"),
        Move("grant_contest", "同意改派", ("contested",), "offered", office, form=True,
             phase="办", says="同意改派"),
        Move("refuse_contest", "不同意改派", ("contested",), "offered", office, form=True,
             refusal=True, phase="办", says="不同意改派"),
        Move("divide_task", "分解", ("doing",), None, owner_or_office, (undivided,), form=True,
             phase="办", says="分解任务"),
        Move("report_progress", "报进展", ("doing",), None, owner, (undivided,), form=True,
             phase="办", says="报进展"),
        Move("report_delay", "说明滞后", ("doing",), None, owner, form=True, phase="办",
             says="说明滞后原因"),
        Move("ask_more_time", "申请延期", ("doing",), None, owner, (not_expired, no_open_request),
             form=True, phase="办", says="申请延期"),
        Move("grant_more_time", "同意延期", ("doing",), None, office, (more_time_asked,),
             form=True, phase="办", says="同意延期"),
        Move("refuse_more_time", "不同意延期", ("doing",), None, office, (more_time_asked,),
             form=True, refusal=True, phase="办", says="不同意延期"),
        Move("report_done", "报结", ("doing",), "reported", owner, (parts_done,), form=True,
             phase="办", stops=("promise",), says="单位报结"),
        Move("verify", "核实销号", ("reported",), "verified", judge, (parts_verified,), form=True,
             phase="效", says="核实销号"),
        Move("reject_done", "核实不实，继续办", ("reported",), "doing", judge, form=True,
             refusal=True, phase="效", says="核实不实，继续办"),
        Move("change_due", "改时限", ("doing",), None, office, form=True, phase="办",
             says="改定时限"),
        Move("urge_task", "催办", ("offered", "doing"), None, watch, form=True, phase="办",
             says="催办"),
        Move("pause_task", "暂停", ("doing",), "paused", office, form=True, phase="办",
             says="暂停"),
        Move("resume_task", "恢复", ("paused",), "doing", office, form=True, phase="办",
             says="恢复办理"),
        Move("place_task", "归到对象", ("offered", "doing", "paused", "reported"), None, office,
             form=True, phase="办", says="归到对象"),
        Move("drop_task", "取消", ("offered", "contested", "doing", "paused"), "dropped", office,
             form=True, refusal=True, phase="办", says="取消"),
    ),
    final=frozenset({"verified", "dropped"}),
)
# fmt: on
