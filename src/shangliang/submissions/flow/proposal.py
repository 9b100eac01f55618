"""提案流程: the life of a proposal, one row a verb. Rules: docs/field.md 1."""

from ...procedures.table import DECIDED, Move, Table
from . import conditions as when
from . import grouping
from . import people as who

STATES = {
    "draft": "草稿",
    "approving": "待单位审签",
    "submitted": "待审查",
    "reviewing": "待复审",
    "returned": "退回修改",
    "filed": "已立案待交办",
    "merged": "已并案",
    "divided": "已分案",
    "to_report": "转社情民意",
    "to_letter": "转来信",
    "not_filed": "不予立案",
    "withdrawn": "已撤案",
    "handling": "办理中",
    "replied": "已答复待评价",
    "closed": "已办结",
    "discarded": "已弃草稿",
}
BEFORE_FILING = ("draft", "approving", "submitted", "reviewing", "returned")
IN_REVIEW = ("submitted", "reviewing")
AFTER_FILING = ("filed", "merged", "handling", "replied", "closed")

# A row a verb, kept narrow so that the table reads as one.
# fmt: off
WRITING = (
    Move("edit", "修改", ("draft", "returned"), None, who.author, phase="建", says="修改"),
    Move("discard", "弃稿", ("draft",), "discarded", who.author, says="弃去草稿"),
    Move("invite", "邀请联名", BEFORE_FILING, None, who.author, (when.of_members,),
         starts=("cosign",), form=True, says="邀请联名"),
    Move("uninvite", "收回邀请", BEFORE_FILING, None, who.author, form=True, says="收回联名邀请"),
    Move("sign", "会签", BEFORE_FILING, None, who.invited, says="会签"),
    Move("decline", "谢绝会签", BEFORE_FILING, None, who.invited, refusal=True, says="谢绝会签"),
    Move("second", "附议", ("submitted", "reviewing", "filed", "handling"), None,
         who.other_member, (when.seconding_open,), says="附议", step="seconding"),
    Move("send_for_approval", "送审签", ("draft", "returned"), "approving", who.author,
         (when.collective, when.complete), says="送单位审签", step="seal"),
    Move("approve", "审签", ("approving",), "submitted", who.approver,
         (when.complete, when.in_season), starts=("review",), says="单位审签并提交", step="seal"),
    Move("refuse_approval", "退回执笔人", ("approving",), "draft", who.approver, form=True,
         refusal=True, says="审签退回", step="seal"),
    Move("submit", "提交", ("draft", "returned"), "submitted", who.author,
         (when.complete, when.needs_no_approval, when.in_season), starts=("review",),
         says="提交"),
    Move("take_back", "收回", ("submitted",), "draft", who.author, (when.not_reviewed,),
         stops=("review",), says="收回修改"),
)
REVIEWING = (
    Move("review", "写审查意见", IN_REVIEW, None, who.decider, key="E", says="写审查意见"),
    Move("pass_on", "转复审", ("submitted",), "reviewing", who.reviewer, key="R", says="转复审",
         step="second_review"),
    Move("file", "立案", IN_REVIEW, "filed", who.decider,
         (when.no_second_review, when.has_class_and_lead), stops=("review",),
         starts=("assign",), key="L", says="立案", basis="提案工作条例：审查立案"),
    Move("merge", "并案", IN_REVIEW, "merged", who.decider, (grouping.leads_no_group,),
         stops=("review",), form=True, key="B", says="并入另一件"),
    Move("unmerge", "撤销并案", ("merged",), "submitted", who.office,
         (grouping.lead_not_handed_over,), starts=("review",), says="撤销并案"),
    Move("divide", "分案", IN_REVIEW, "divided", who.decider, (grouping.leads_no_group,),
         stops=("review",), form=True, key="F", says="分成几件", step="split"),
    Move("send_back", "退回修改", IN_REVIEW, "returned", who.decider,
         (grouping.leads_no_group,), stops=("review",), form=True, key="T", says="退回修改"),
    Move("turn_to_report", "转社情民意", IN_REVIEW, "to_report", who.decider,
         (grouping.leads_no_group,), stops=("review",), form=True, key="Z", says="转社情民意"),
    Move("turn_to_letter", "转来信", IN_REVIEW, "to_letter", who.decider,
         (grouping.leads_no_group,), stops=("review",), form=True, says="转来信"),
    Move("refuse_filing", "不予立案", IN_REVIEW, "not_filed", who.decider,
         (grouping.leads_no_group,), stops=("review",), form=True, refusal=True, key="N",
         says="不予立案", basis="2011 年全国规定所列情形及本级规程"),
    Move("undo", "撤回结论", ("filed", "returned", "to_report", "to_letter", "not_filed"),
         DECIDED, who.decider_of_last, (when.just_decided,), targets=IN_REVIEW,
         starts=("review",), stops=("assign",), key="U", says="撤回刚才的结论"),
    Move("withdraw", "撤案", ("submitted", "reviewing", "returned", "filed"), "withdrawn",
         who.author, (when.not_merged_lead,), stops=("review", "assign"), form=True,
         refusal=True, says="撤案"),
    Move("allow_withdrawal", "同意撤案", ("handling",), "withdrawn", who.reviewer,
         (when.not_merged_lead,), form=True, refusal=True, says="经提案委同意撤案"),
    Move("set_window", "改定时段", (*IN_REVIEW, "filed"), None, who.reviewer, form=True,
         says="改定大会／平时"),
)
HANDLING = (
    Move("assign", "交办", ("filed",), "handling", who.assigner, stops=("assign",), form=True,
         phase="交办", says="交办", key="J", basis="闭会后由党委、政府、政协办公室联合交办"),
    Move("reassign", "改办", ("handling",), None, who.assigner, form=True, phase="办",
         says="改定承办单位"),
    Move("urge", "催办", ("handling",), None, who.office, phase="办", says="催办", form=True),
    Move("rate", "评价", ("replied",), None, who.proposer, form=True, phase="办",
         says="提案人评价"),
    Move("enter_rating", "录入纸面评价", ("replied",), None, who.reviewer, form=True,
         phase="办", says="录入纸面评价"),
    Move("rehandle", "重办", ("replied",), "handling", who.office,
         (when.round_left, when.dissatisfied_by_rule), stops=("rating",), form=True, phase="办",
         says="重办"),
    Move("close", "办结", ("replied",), "closed", who.office,
         (when.everything_answered, when.rated_or_rating_over), stops=("rating",), phase="办",
         says="办结"),
    Move("rate_service", "评提案委的服务",
         AFTER_FILING + ("not_filed", "to_report", "to_letter"), None, who.proposer, form=True,
         phase="办", says="评服务"),
)
MARKING = (
    Move("list_as_key", "列为重点", ("filed", "handling", "replied"), None, who.leader,
         form=True, phase="办", says="主席会议确定为重点提案"),
    Move("set_plan", "定督办方案", ("filed", "handling", "replied"), None, who.leader, form=True,
         phase="办", says="商定督办方案"),
    Move("nominate", "推荐评优", ("handling", "replied", "closed"), None, who.office, form=True,
         phase="传", says="推荐为优秀提案"),
    Move("award", "评为优秀", ("handling", "replied", "closed"), None, who.leader, phase="传",
         says="评为优秀提案"),
    Move("publish", "公开", ("filed", "handling", "replied", "closed"), None, who.office,
         (when.publishable,), form=True, phase="传", says="公开"),
    Move("unpublish", "撤下", ("filed", "handling", "replied", "closed"), None, who.office,
         form=True, refusal=True, phase="传", says="撤下公开"),
)

PROPOSAL = Table(
    name="proposal",
    label="提案",
    states=STATES,
    initial="draft",
    moves=WRITING + REVIEWING + HANDLING + MARKING,
    final=frozenset(
        {"divided", "to_report", "to_letter", "not_filed", "withdrawn", "closed", "discarded"}
    ),
)
# fmt: on
