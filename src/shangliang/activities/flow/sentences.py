"""Each predicate of the tables as a part of a Chinese sentence, for the help page."""

from ...journal.telling import OUTSIDE as ACTS
from ...procedures.telling import OUTSIDE, SENTENCES
from . import when, who

SENTENCES.update(
    {
        who.manager: "承办活动的工作人员",
        who.opens: "承办活动的工作人员，活动不限受邀的人",
        who.own: "受邀的本人",
        who.grants_leave: "该种活动规定的批假人，不能批自己的",
        who.anybody: "委员，或受邀的人",
        who.member: "委员",
        who.was_asked: "受邀或到场的人，承办活动的工作人员",
        who.unit_named: "被指出的单位的人员",
        who.judge: "承办活动的工作人员或督办人员，不能是被指出的单位",
        when.began: "活动已经开始",
        when.open_sign_up: "委员都可以报名，且没有结束",
        when.still_open: "活动还没有结束、没有取消",
        when.before_start: "活动还没有开始",
        when.leaves_left: "请假没有超过次数",
        when.optional: "不是应出席的活动",
        when.room_left: "名额还没有满",
        when.closed: "活动已经办结",
        when.is_over: "活动已经办结",
        when.supervisory: "是一个问题",
        when.has_unit: "已写明有关单位",
        when.no_task: "还没有转为任务",
        when.not_supervised: "不是监督性视察发现的问题",
    }
)
ACTS["activity.guest_forgotten"] = ("议", "删去公开报名的称呼")
OUTSIDE["attendance"] = {"invited": "被邀请", "going": "报名"}
OUTSIDE["finding"] = {"open": "归并观察卡，或课题报告写出"}
