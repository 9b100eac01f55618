"""议题流程: from the pool to chosen or not, always with the reason the nominator reads."""

from ...procedures.table import Move, Table
from . import conditions as when
from . import people as who

# A row a verb, kept narrow so that the table reads as one.
# fmt: off
TOPIC = Table(
    name="topic",
    label="议题",
    states={
        "pool": "在议题库",
        "chosen": "选定",
        "planned": "列入计划",
        "declined": "未选用",
        "merged": "并入相近议题",
        "done": "已协商",
    },
    initial="pool",
    moves=(
        Move("amend_topic", "改议题", ("pool", "chosen"), None, who.picker, form=True, phase="议",
             says="整理议题"),
        Move("support_topic", "附议", ("pool",), None, who.supporter, phase="议", says="委员附议"),
        Move("judge_topic", "打分", ("pool",), None, who.named_judge, form=True, phase="议",
             says="评议人打分"),
        Move("choose_topic", "选定", ("pool",), "chosen", who.picker, when=(when.judged,), form=True,
             phase="议", says="选定", basis="选题须有几位评议人的意见，理由公开"),
        Move("merge_topic", "并入相近议题", ("pool",), "merged", who.picker, form=True, phase="议",
             says="并入相近议题"),
        Move("decline_topic", "不选用", ("pool", "chosen"), "declined", who.picker, form=True,
             refusal=True, phase="议", says="未选用，理由已告诉提出人"),
        Move("return_to_pool", "放回议题库", ("chosen", "declined", "merged"), "pool", who.picker,
             form=True, phase="议", says="放回议题库"),
    ),
    final=frozenset({"done"}),
)
# fmt: on
