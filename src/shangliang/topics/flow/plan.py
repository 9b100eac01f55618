"""年度协商计划流程: drafted, amended, considered and decided by the bodies of its route."""

from ...procedures.table import Move, Table
from . import conditions as when
from . import people as who

OPEN = ("draft", "amending")

# fmt: off
PLAN = Table(
    name="plan",
    label="年度协商计划",
    states={
        "draft": "拟稿",
        "amending": "征求修改意见",
        "considered": "主席会议已审议",
        "decided": "已审定",
        "closed": "已总结",
    },
    initial="draft",
    moves=(
        Move("add_item", "加一项", OPEN, None, who.planner, form=True, phase="议", says="计划加一项"),
        Move("draft_items", "从文件列入", OPEN, None, who.planner, when=(when.read_topics,), form=True,
             phase="议", says="把文件里部署的议题列入计划"),
        Move("change_item", "改一项", OPEN, None, who.planner, form=True, phase="议",
             says="计划改一项"),
        Move("drop_item", "去掉一项", OPEN, None, who.planner, form=True, refusal=True, phase="议",
             says="计划去掉一项"),
        Move("send_for_amendment", "送请修改", ("draft",), "amending", who.planner,
             when=(when.has_items,), phase="议", says="送党委、政府办公室修改"),
        Move("record_opinion", "登记修改意见", ("amending",), None, who.planner, form=True, phase="议",
             says="登记修改意见"),
        Move("consider_plan", "登记主席会议审议", ("amending",), "considered", who.planner,
             when=(when.amended,), form=True, phase="议", says="主席会议审议"),
        Move("return_plan", "退回再改", ("considered",), "amending", who.planner, form=True,
             refusal=True, phase="议", says="退回再改"),
        Move("decide_plan", "登记审定", ("considered",), "decided", who.planner, form=True, phase="议",
             says="审定", basis="2015 年协商民主建设的实施意见：由党委常委会会议审定"),
        Move("adjust_item", "调整一项", ("decided",), None, who.planner, form=True, phase="议",
             says="审定后调整一项"),
        Move("close_plan", "年度总结", ("decided",), "closed", who.planner, form=True, phase="效",
             says="年度总结"),
    ),
    final=frozenset({"closed"}),
)
# fmt: on
