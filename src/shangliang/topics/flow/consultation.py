"""协商流程: planned, noticed, prepared, held, recorded, answered, closed. No closing without an answer."""

from ...procedures.table import DECIDED, Move, Table
from . import conditions as when
from . import people as who

BEFORE = ("planned", "noticed", "prepared")
AFTER = ("recorded", "answered")

# fmt: off
CONSULTATION = Table(
    name="consultation",
    label="协商",
    states={
        "planned": "筹备",
        "noticed": "已通知",
        "prepared": "已送材料",
        "held": "已召开",
        "recorded": "纪要已签发",
        "answered": "对方已答复",
        "closed": "已办结",
        "cancelled": "已取消",
    },
    initial="planned",
    moves=(
        Move("change_consultation", "改安排", BEFORE, None, who.runner, form=True, phase="议",
             says="改安排"),
        Move("add_parties", "加参加的人", (*BEFORE, "held"), None, who.runner, form=True, phase="议",
             says="加参加的人"),
        Move("drop_party", "去掉一位", BEFORE, None, who.runner, form=True, refusal=True, phase="议",
             says="去掉一位"),
        Move("send_notice", "发通知", ("planned",), "noticed", who.runner,
             when=(when.arranged, when.both_sides), form=True, stops=("notice",), phase="议",
             says="发书面通知", basis="书面通知提前天数见本形式的规则"),
        Move("send_materials", "送材料", ("noticed",), "prepared", who.runner, form=True,
             stops=("materials",), phase="议", says="送材料", basis="材料提前天数见本形式的规则"),
        Move("plan_speech", "排发言", (*BEFORE, "held"), None, who.runner, form=True, phase="议",
             says="排发言"),
        Move("drop_speech", "去掉一个发言", (*BEFORE, "held"), None, who.runner, form=True,
             refusal=True, phase="议", says="去掉一个发言"),
        Move("hold", "开会", BEFORE, "held", who.runner,
             when=(when.arranged, when.both_sides, when.prepared), form=True, phase="议",
             stops=("notice", "materials"), says="召开"),
        Move("mark_came", "登记到会", ("held",), None, who.runner, form=True, phase="议",
             says="登记到会"),
        Move("note_speech", "记发言", ("held",), None, who.runner, form=True, phase="议",
             says="记发言"),
        Move("add_point", "记一条", ("held",), None, who.runner, form=True, phase="议",
             says="记下共识或分歧"),
        Move("drop_point", "去掉一条", ("held",), None, who.runner, form=True, refusal=True,
             phase="议", says="去掉一条"),
        Move("draft_minutes", "拟纪要", ("held",), None, who.runner, when=(when.points_noted,),
             phase="议", says="由会议记录拟出纪要"),
        Move("edit_minutes", "改纪要", ("held",), None, who.runner, form=True, phase="议",
             says="改纪要"),
        Move("sign_minutes", "签发纪要", ("held",), "recorded", who.signer,
             when=(when.parts_held, when.points_noted, when.minutes_written), stops=("minutes",),
             phase="议", says="签发纪要", basis="会后形成纪要的天数见本形式的规则"),
        Move("answer_consultation", "答复", ("recorded",), DECIDED, who.other_side,
             targets=("recorded", "answered"), form=True, phase="办", says="对方答复"),
        Move("hand_over", "交办", AFTER, None, who.assigner, form=True, phase="办",
             says="商定的事项交办"),
        Move("note_done", "记做成了", (*AFTER, "closed"), None, who.runner, form=True, phase="效",
             says="记下做成的事项"),
        Move("ask_people", "记回访", (*AFTER, "closed"), None, who.runner, form=True, phase="效",
             says="回访参加的人"),
        Move("show_publicly", "公开", (*AFTER, "closed"), None, who.runner, phase="传", says="公开"),
        Move("answer_feedback", "答会后意见", ("held", *AFTER), None, who.runner, form=True,
             phase="议", says="答会后意见"),
        Move("close_consultation", "办结", ("answered",), "closed", who.runner,
             when=(when.answered, when.closing_met), form=True, phase="效", says="办结",
             basis="没有对方的答复不能办结；本形式另要的条件见规则"),
        Move("cancel_consultation", "取消", BEFORE, "cancelled", who.runner, form=True, refusal=True,
             stops=("notice", "materials"), phase="议", says="取消"),
    ),
    final=frozenset({"closed", "cancelled"}),
)
# fmt: on
