"""活动流程: planned, people told, held, closed; what was closed wrongly can be withdrawn."""

from ...procedures.table import Move, Table
from . import when, who

STATES = {
    "draft": "草拟",
    "open": "已通知",
    "closed": "已办结",
    "cancelled": "已取消",
    "withdrawn": "已撤销",
}
HELD = ("open", "closed")

# fmt: off
ACTIVITY = Table(
    name="activity",
    label="活动",
    states=STATES,
    initial="draft",
    moves=(
        Move("open_up", "开放报名", ("draft",), "open", who.opens, phase="议", says="开放报名"),
        Move("invite", "邀请", ("draft", "open"), "open", who.manager, form=True, phase="议",
             says="邀请"),
        Move("sign_up", "报名", ("open",), None, who.member, (when.open_sign_up, when.room_left),
             phase="议", says="报名参加"),
        Move("move_activity", "改期", ("draft", "open"), None, who.manager, form=True, phase="议",
             says="改期或改地点"),
        Move("seat_people", "分组排座", ("open",), None, who.manager, form=True, phase="议",
             says="分组排座"),
        Move("add_chore", "加筹备事项", ("draft", "open"), None, who.manager, form=True,
             phase="议", says="加筹备事项"),
        Move("finish_chore", "办好一项筹备", ("draft", "open"), None, who.manager, form=True,
             phase="议", says="办好一项筹备"),
        Move("sign_in", "签到", ("open",), None, who.anybody, form=True, phase="议",
             says="扫码签到"),
        Move("tick", "名单签到", ("open",), None, who.manager, form=True, phase="议",
             says="按名单签到"),
        Move("merge_ticks", "合并离线签到", HELD, None, who.manager, form=True, phase="议",
             says="合并离线签到"),
        Move("add_card", "写观察卡", HELD, None, who.was_asked, form=True, phase="察",
             says="写观察卡"),
        Move("add_finding", "归并为发现", HELD, None, who.manager, form=True, phase="察",
             says="归并为发现"),
        Move("close_activity", "办结", ("open",), "closed", who.manager, (when.began,),
             phase="议", says="办结，出席定下来"),
        Move("cancel_activity", "取消", ("draft", "open"), "cancelled", who.manager, form=True,
             refusal=True, phase="议", says="取消"),
        Move("withdraw_activity", "撤销", ("closed",), "withdrawn", who.manager, form=True,
             refusal=True, phase="议", says="撤销，据此记的都转回"),
    ),
    final=frozenset({"cancelled", "withdrawn"}),
)
# fmt: on
