"""Each predicate of the tables as a part of a Chinese sentence, for the help page and the diagram.

``WHO`` completes "谁可以", ``WHEN`` completes "要求". The docs test fails on a predicate without one.
"""

from ...procedures.table import Predicate
from ...procedures.telling import OUTSIDE, SENTENCES
from . import answers, duties, grouping
from . import conditions as when
from . import people as who

WHO: dict[Predicate, str] = {
    who.author: "提案人；集体提案的执笔人；代录的工作人员",
    who.invited: "被请会签、还没有答复的委员",
    who.proposer: "署名的提案人（并案的各件提案人都算）；集体提案的执笔人、审签人",
    who.other_member: "还没有署名的其他委员",
    who.approver: "该单位的审签人，不能是执笔人自己",
    who.reviewer: "提案委工作人员",
    who.decider: "提案委工作人员；已转复审的，由复审员",
    who.decider_of_last: "提案委工作人员或复审员",
    who.assigner: "交办督办机构或提案委工作人员",
    who.supervisor: "交办督办机构",
    who.office: "提案委工作人员或督办机构",
    who.leader: "政协领导或提案委",
    who.unit_staff: "该承办单位的人员",
    who.reply_unit: "拟答复的承办单位",
    who.reply_head: "拟答复的承办单位；规程要求签发的，由单位负责人",
    who.countersigner: "等着会签的会办单位",
    who.unit_or_office: "该承办单位或督办机构、提案委",
}
WHEN: dict[Predicate, str] = {
    when.complete: "有案由、有情况、至少一条建议",
    when.in_season: "规程收这类提案；限大会期间的，要在受理期内",
    when.collective: "是集体提案",
    when.of_members: "不是集体提案",
    when.needs_no_approval: "集体提案要审签的，先送审签",
    when.not_reviewed: "提案委还没有写审查意见",
    when.no_second_review: "设有复审的，先转复审",
    when.has_class_and_lead: "定了类别，拟定了主办单位",
    when.just_decided: "作结论后没过可撤回的时间",
    when.seconding_open: "提案人允许附议",
    when.not_merged_lead: "不是并案的主案",
    duties.return_window_open: "在申退期限内，没有被答复过“不同意”",
    duties.return_open: "有待答复的申退",
    duties.before_expiry: "答复时限没有过，也没有暂停",
    duties.extensions_left: "还有可延的次数，没有另一项申请在等",
    duties.extension_open: "有待答复的延期申请",
    duties.clock_runs: "答复时限正在计",
    duties.clock_paused: "答复时限已暂停",
    duties.answers_itself: "是主办、独办或分办单位",
    duties.is_co_unit: "是会办单位",
    answers.still_assigned: "单位仍在承办",
    answers.contacted: "按规程与提案人沟通过，或写明为什么没有",
    answers.every_ask_answered: "该答的每条建议都答了",
    answers.graded: "定了办理类别",
    answers.each_ask_graded: "每条答复都定了类别",
    answers.promises_dated: "列入计划的都写了承诺时限",
    answers.secrecy_checked: "作过保密审查",
    answers.publicity_reasoned: "不公开的写明了理由",
    answers.all_countersigned: "会办单位都已会签（规程启用会签时）",
    answers.has_co_units: "有会办单位",
    when.round_left: "没有到规程的最多轮数",
    when.everything_answered: "每条建议都有了答复",
    when.rated_or_rating_over: "提案人都已评价，或评价期已过",
    when.dissatisfied_by_rule: "按规程，有提案人评“不满意”",
    when.publishable: "提案人同意公开，也没有标为不宜公开",
    grouping.leads_no_group: "不是并案的主案",
    grouping.lead_not_handed_over: "主案还没有交办",
}
SENTENCES.update(WHO)
SENTENCES.update(WHEN)
# States the table of a kind does not lead to by itself.
OUTSIDE["proposal"] = {
    "replied": "各单位的答复都送达后，系统按答复流程转入",
}
OUTSIDE["assignment"] = {"done": "该单位的答复或会办意见送出后转入"}
