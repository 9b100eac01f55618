"""Each predicate of this room's tables as a part of a Chinese sentence, for the help page."""

from ...journal.telling import OUTSIDE as ACTS
from ...journal.wording import TYPES
from ...procedures.telling import OUTSIDE, OWN_CLOCKS, SENTENCES
from . import conditions as when
from . import people as who

SENTENCES.update(
    {
        who.author: "写这件的人，或代录的工作人员",
        who.editor: "信息编辑，不能是作者自己",
        who.signer: "政协领导",
        who.asked_author: "被征求意见、还没答复的作者",
        who.firm_office: "信息编辑或专委会工作人员",
        who.unit: "承办的单位",
        who.firm: "企业凭回执号；或工作人员电话回访后记下，承办单位不能代答",
        who.issue_editor: "信息编辑",
        who.surveyor: "信息编辑或专委会工作人员",
        who.introducer: "牵线的委员或专委会工作人员",
        who.policy_office: "信息编辑或专委会工作人员",
        who.policy_hears: "信息编辑、专委会工作人员，或这条政策的主管单位",
        when.complete: "写了情况；微调研写了问题，企业难题写了企业或地方",
        when.soon_after: "在规定的分钟数以内",
        when.edited: "编好了标题和正文",
        when.safe_to_print: "匿名来件里的姓名已经去掉",
        when.consent_due: "作者答复的期限已过，且没有人不同意",
        when.not_a_leader: "没有别的来件并在这件里",
        when.has_unit: "已经交给单位",
        when.printed: "编入过一期并已印发",
        when.cause_written: "已写原因分析",
        when.has_items: "至少有一条，条条已签发",
        when.consented: "对方同意登记，且没有到期",
    }
)
OWN_CLOCKS.update(
    {"screen": "看件", "consent": "作者确认", "answer": "解决企业难题", "again": "再办企业难题"}
)
OUTSIDE["voice"] = {
    "received": "群众在网页上交来，或工作人员按电话、来信登记",
    "issued": "所在的一期编号印发",
    "sent": "所在的一期报送",
}
OUTSIDE["difficulty"] = {"received": "企业、委员或工作人员登记，或由摸底转来"}
ACTS.update(
    {
        "voice.start": ("察", "起草来声"),
        "voice.receive": ("察", "收到来声"),
        "voice.printed": ("传", "编入一期并印发"),
        "voice.sent_out": ("传", "随期报送"),
        "voice.photo": ("察", "加照片"),
        "voice.photo_out": ("察", "去照片"),
        "voice.open_source": ("察", "打开反映人"),
        "voice.erase_source": ("察", "删除反映人"),
        "voice.mark_excellent": ("效", "评为优秀"),
        "issue.start": ("传", "新开一期"),
        "survey.start": ("察", "新建摸底"),
        "survey.answered": ("察", "企业填报"),
        "lead.start": ("办", "登记线索或需求"),
        "policy.start": ("传", "登记惠企政策"),
        "policy.keep_facts": ("察", "企业留下六项事实"),
        "policy.forget_facts": ("察", "企业删去六项事实"),
        "policy.told_refusal": ("效", "企业说没办成"),
        "policy.ask": ("察", "企业问政策"),
    }
)
TYPES.update(
    voice="来声", source="反映人", photo="照片", issue="期刊", survey="企业摸底", lead="牵线",
    charge="包联", visit="走访", adoption="采用", milestone="节点", health="企业情况表",
    townshipline="乡镇账", firmanswer="企业答复", surveyanswer="摸底答卷", consent="作者意见",
    policy="惠企政策", policyfacts="企业的六项事实", policyrefusal="没办成",
)  # fmt: skip
