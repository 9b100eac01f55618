"""成果流程: drafted, adopted where it must be, numbered and delivered, answered advice by advice."""

from ...procedures.table import DECIDED, Move, Table
from . import conditions as when
from . import people as who

OUT = ("issued", "answered")

# fmt: off
RESULT = Table(
    name="result",
    label="协商成果",
    states={
        "draft": "拟稿",
        "voting": "表决中",
        "adopted": "已通过",
        "issued": "已报送",
        "answered": "逐条已答复",
        "done": "跟踪已办结",
    },
    initial="draft",
    moves=(
        Move("edit_result", "改成果", ("draft",), None, who.author, form=True, phase="建",
             says="改成果"),
        Move("add_advice", "加一条建议", ("draft",), None, who.author, form=True, phase="建",
             says="加一条建议"),
        Move("change_advice", "改一条建议", ("draft",), None, who.author, form=True, phase="建",
             says="改一条建议"),
        Move("drop_advice", "去掉一条建议", ("draft",), None, who.author, form=True, refusal=True,
             phase="建", says="去掉一条建议"),
        Move("ask_expert", "请专家看", ("draft",), None, who.author, form=True, phase="建",
             says="请专家论证"),
        Move("answer_remark", "交代采不采用", ("draft",), None, who.author, form=True, phase="建",
             says="交代专家意见采不采用"),
        Move("open_vote", "付表决", ("draft",), "voting", who.author,
             when=(when.needs_vote, when.has_text, when.remarks_answered), form=True, phase="建",
             says="付表决"),
        Move("cast_vote", "投票", ("voting",), None, who.elector, form=True, phase="建",
             says="投票"),
        Move("enter_paper", "录纸质票", ("voting",), None, who.author, form=True, phase="建",
             says="录入纸质票"),
        Move("close_vote", "结束表决", ("voting",), DECIDED, who.author,
             targets=("adopted", "draft"), phase="建", says="结束表决",
             basis="政协章程：由全体组成人员过半数通过"),
        Move("issue_result", "签发报送", ("draft", "adopted"), "issued", who.issuer,
             when=(when.adopted_first, when.has_text, when.has_addressees, when.remarks_answered),
             phase="建", says="编号签发并报送"),
        Move("record_instruction", "登记批示", OUT, None, who.author, form=True, phase="建",
             says="登记批示"),
        Move("answer_advice", "答复一条建议", ("issued",), DECIDED, who.adviser, targets=OUT, form=True,
             phase="办", says="答复一条建议"),
        Move("assign_advice", "交办一条建议", OUT, None, who.assigner, form=True, phase="办",
             says="建议交办为任务"),
        Move("mark_three", "标三准", (*OUT, "done"), None, who.reader, form=True, phase="效",
             says="标建言三准", basis="建言建在需要时、议政议到点子上、监督监在关键处"),
        Move("close_result", "跟踪办结", ("answered",), "done", who.author,
             when=(when.every_advice_answered,), form=True, phase="效", says="跟踪问效办结"),
    ),
    final=frozenset({"done"}),
)
# fmt: on
