"""Each predicate of the cycle's tables as a part of a Chinese sentence, for the help page."""

from ...procedures.telling import SENTENCES
from . import call, handin, instruction, matter, organ_meeting, relay, sitting, suggestion, who

DESK = "提案委、督办机构或专委会工作人员"
SENTENCES.update(
    {
        who.desk: DESK,
        handin.desk: DESK,
        suggestion.desk: DESK,
        instruction.desk: DESK,
        call.has_contents: "列了必报内容",
        call.has_units: "选了汇报单位",
        call.a_meeting: "是要开会的",
        call.nothing_waits: "会上的讲话都拆完了",
        handin.unit: "汇报单位的人员，机关可以代交",
        handin.still_open: "通知已发、还在收",
        sitting.desk: DESK,
        sitting.has_open_decision: "有议定事项还没有立为任务",
        sitting.all_given_out: "议定事项都立了任务",
        relay.desk: DESK,
        matter.desk: DESK,
        matter.meeting_planned: "这个机构有还没开的会",
        matter.not_yet_met: "会还没有开",
        matter.meeting_held: "会已经开了",
        organ_meeting.desk: DESK,
        organ_meeting.has_items: "议程上有事项",
        organ_meeting.all_decided: "每一项都记了怎么定的",
        organ_meeting.agenda_empty: "议程上没有事项",
        relay.conveys: "要传达的单位的人员，机关可以代报",
        suggestion.addressee: "答复单位的人员",
        instruction.instructed: "批示交给的单位的人员",
    }
)
