"""The tables (流程) of a team, of a shift on duty, of a place booked, and of a person kept on a list by consent."""

from ...procedures.table import Move, Table
from . import when, who

# fmt: off
TEAM = Table(
    name="team",
    label="履职集体",
    states={"running": "在用", "closed": "已撤销"},
    initial="running",
    moves=(
        Move("edit_team", "改登记", ("running",), None, who.office, form=True, phase="察",
             says="改登记"),
        Move("join", "加入成员", ("running",), None, who.office, form=True, phase="察",
             says="加入成员"),
        Move("leave", "成员退出", ("running",), None, who.office, form=True, phase="察",
             says="成员退出"),
        Move("add_line", "列入计划", ("running",), None, who.runs, form=True, phase="议",
             says="列入年度计划"),
        Move("drop_line", "计划不做了", ("running",), None, who.runs, form=True, phase="议",
             says="写明不做的原因"),
        Move("add_effort", "记做了的事", ("running",), None, who.runs, form=True, phase="办",
             says="记一件做了的事"),
        Move("void_effort", "作废一条", ("running",), None, who.runs, form=True, phase="办",
             says="作废一条记录"),
        Move("set_rota", "排值班", ("running",), None, who.runs, (when.keeps_rota,), form=True,
             phase="办", says="排值班"),
        Move("locate_team", "定位置", ("running",), None, who.runs, (when.has_room,), form=True,
             phase="察", says="定图上的位置"),
        Move("report_point", "报本周需要", ("running",), None, who.inside, (when.has_room,),
             form=True, phase="察", says="报一周的需要"),
        Move("book_place", "订场地", ("running",), None, who.may_book, (when.has_room,), form=True,
             phase="办", says="订场地"),
        Move("contact_member", "记联系", ("running",), None, who.runs, form=True,
             phase="察", says="联系成员"),
        Move("close_team", "撤销", ("running",), "closed", who.office, form=True, refusal=True,
             phase="效", says="撤销"),
    ),
    final=frozenset({"closed"}),
)

SHIFT = Table(
    name="shift",
    label="值班",
    states={"planned": "待值", "asked": "请人代班", "done": "已值", "missed": "没有到",
            "dropped": "已取消"},
    initial="planned",
    moves=(
        Move("ask_swap", "请人代班", ("planned",), "asked", who.own_shift, (when.not_past,),
             form=True, phase="办", says="请人代班"),
        Move("take_swap", "答应代班", ("asked",), "planned", who.stand_in, (when.not_past,),
             phase="办", says="答应代班"),
        Move("refuse_swap", "不能代", ("asked",), "planned", who.stand_in_or_own, phase="办",
             says="代班没有成"),
        Move("hear", "记接待", ("planned", "done"), None, who.on_duty, (when.has_come,), form=True,
             phase="察", says="记一件接待"),
        Move("pass_on_heard", "转出", ("planned", "done"), None, who.on_duty, (when.has_come,),
             form=True, phase="建", says="把接待的事转出"),
        Move("finish_shift", "值完了", ("planned",), "done", who.on_duty, (when.has_come,),
             phase="办", says="值完班"),
        Move("miss_shift", "没有到", ("planned", "asked"), "missed", who.runs, (when.has_come,),
             form=True, phase="办", says="记没有到"),
        Move("drop_shift", "取消这一班", ("planned", "asked"), "dropped", who.runs, form=True,
             refusal=True, phase="办", says="取消一班"),
    ),
    final=frozenset({"missed", "dropped"}),
)

BOOKING = Table(
    name="booking",
    label="订场地",
    states={"booked": "已订", "held": "用过了", "dropped": "已退订"},
    initial="booked",
    moves=(
        Move("finish_booking", "用过了", ("booked",), "held", who.booked, (when.slot_begun,),
             form=True, phase="办", says="用过场地"),
        Move("cancel_booking", "退订", ("booked",), "dropped", who.booked, form=True, refusal=True,
             phase="办", says="退订场地"),
    ),
    final=frozenset({"held", "dropped"}),
)

LISTED = Table(
    name="listed",
    label="名单",
    states={"asked": "等本人同意", "in": "在名单", "gone": "已撤回"},
    initial="asked",
    moves=(
        Move("agree_listed", "同意列入", ("asked",), "in", who.agrees, form=True, phase="察",
             says="同意列入名单"),
        Move("edit_listed", "改登记", ("asked", "in"), None, who.keeper_or_self, form=True,
             phase="察", says="改登记"),
        Move("declare_kin", "申明关联单位", ("asked", "in"), None, who.keeper_or_self,
             (when.is_talent,), form=True, phase="察", says="申明关联单位"),
        Move("renew_listed", "续期", ("in",), None, who.agrees, form=True, phase="察",
             says="续期"),
        Move("ask_listed", "请他来", ("in",), None, who.office, (when.in_force, when.is_talent),
             form=True, phase="议", says="请来参加"),
        Move("record_answer", "记答复和成果", ("in",), None, who.office, (when.was_asked,),
             form=True, phase="议", says="记答复和成果"),
        Move("touch", "记联系", ("in",), None, who.keeper, (when.in_force,), form=True,
             phase="察", says="记一次联系"),
        Move("withdraw_listed", "撤回，删去", ("asked", "in"), "gone", who.keeper_or_self,
             form=True, refusal=True, phase="效", says="撤回同意，姓名电话已删"),
    ),
    final=frozenset({"gone"}),
)
# fmt: on
__all__ = ["BOOKING", "LISTED", "SHIFT", "TEAM"]
