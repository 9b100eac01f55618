"""联合协商流程: each city's own part, from writing to the answer of its own government."""

from ...procedures.table import Move, Table
from . import conditions as when
from . import people as who

# fmt: off
SIDE = Table(
    name="side",
    label="联合协商（本方）",
    states={
        "writing": "起草中",
        "agreed": "同意定稿",
        "delivered": "已报送本市",
        "answered": "已有答复",
    },
    initial="writing",
    moves=(
        Move("write_section", "写一节", ("writing", "agreed"), "writing", who.own_side, form=True,
             phase="建", says="写一节"),
        Move("send_paper", "交论文", ("writing", "agreed"), None, who.own_side, form=True, phase="建",
             says="交论文"),
        Move("add_common_advice", "汇总一条建议", ("writing", "agreed"), "writing", who.host_side,
             form=True, phase="建", says="汇总一条建议"),
        Move("take_stand", "表态", ("writing", "agreed"), None, who.own_side, form=True, phase="建",
             says="对共同建议表态"),
        Move("agree_text", "同意这一稿", ("writing",), "agreed", who.own_side, form=True, phase="建",
             says="同意这一稿"),
        Move("deliver_report", "报送本市", ("agreed",), "delivered", who.own_side,
             when=(when.all_agree,), form=True, phase="建", says="报送"),
        Move("record_answer", "登记答复", ("delivered", "answered"), "answered", who.own_side,
             form=True, phase="效", says="登记答复或批示"),
    ),
    final=frozenset({"answered"}),
)
# fmt: on
