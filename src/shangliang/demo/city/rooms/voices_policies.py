"""Policies for firms on the first start: in use, one drafted, one ended; a question; refusals. All made up."""

from datetime import date, timedelta

from ....procedures.office_calendar import today
from ....voices.actions.end_policy import end_policy
from ....voices.actions.policy_question import ask_about_policy
from ....voices.actions.publish_policy import publish_policy
from ....voices.actions.record_refusal import record_refusal
from ....voices.actions.start_policy import start_policy
from ....voices.actions.tell_refusal import tell_refusal
from ....voices.people import nobody
from ..bodies import Body
from .voices_hands import Hands

# (title, document, gives, rules, period, where, papers, unit)
POLICIES = (
    ("技术改造贷款贴息", "澄财示〔2026〕3 号（示例）", "改造设备的贷款，利息补一半，一户一年最多 30 万元。",
     "行业是工业、软件信息（第二条）\n从业人数不超过300人（第三条）\n上年营业收入不少于500万元 或 上年研发占比不少于3%（第四条）",
     "第九条", "市政务大厅三楼企业窗口", "营业执照\n贷款合同和利息单\n设备发票", "caizheng"),
    ("小微企业稳岗返还", "澄人社示〔2026〕11 号（示例）", "上年交的失业保险费退还六成。",
     "从业人数不超过30人（第一条第二项）\n成立不少于1年（第一条第一项）", "第七条",
     "社保窗口，或网上办", "社保缴费单", ""),
    ("新办企业场地补助", "澄园示〔2026〕5 号（示例）", "园区里新办的企业，头一年房租补三成。",
     "所在地是园区里（第二条）\n成立不超过2年（第二条）\n行业不是批发零售、住宿餐饮（第三条）", "第八条",
     "园区服务中心", "租房合同\n房租发票", ""),
    ("研发费用奖补", "澄科示〔2026〕2 号（示例）", "研发费用比上年多出来的部分，奖一成。",
     "上年研发占比不少于5%（第三条）\n上年营业收入超过200万元（第三条）", "第十条",
     "市科技窗口", "研发费用专项审计\n项目清单", ""),
    ("农产品冷链用电优惠", "澄发示〔2026〕8 号（示例）", "冷库用电按农业生产电价。",
     "行业是农业 或 行业是交通运输（第二条）\n所在地是县城、乡镇（第二条）", "第六条",
     "供电营业厅", "冷库备案表\n用电户号", ""),
)  # fmt: skip


def policies(city: Body, hands: Hands) -> None:
    """Five in use, a draft, one ended; what firms asked and were refused."""
    day, made = today(), []
    for title, document, gives, rules, period, where, papers, unit in POLICIES:
        row = start_policy(
            hands.organiser, title=title, document=document, gives=gives, rules=rules,
            period=period, starts_on=date(day.year, 1, 1), ends_on=date(day.year + 1, 12, 31),
            where=where, unit=city.units[unit].pk if unit else None, papers=papers,
        )  # fmt: skip
        made.append(publish_policy(hands.editor, row.pk))
    start_policy(
        hands.organiser, title="首次出口补助", document="征求意见稿（示例）", gives="头一单出口补 2 万元。",
        rules="行业是工业、农业（第二条）", period="第五条", starts_on=day, where="待定",
    )  # fmt: skip
    old = start_policy(
        hands.editor, title="上年度用工补贴", document="澄人社示〔2025〕6 号（示例）", gives="新招一人补 500 元。",
        rules="从业人数不超过100人（第二条）", period="第四条", starts_on=date(day.year - 1, 1, 1),
        ends_on=date(day.year - 1, 12, 31), where="社保窗口",
    )  # fmt: skip
    end_policy(hands.editor, old.pk, why="到期，并入小微企业稳岗返还")
    firm = nobody(city.committee.pk)
    ask_about_policy(
        firm, made[0].pk, secrecy="open", client_key="demo-policy",
        text="第三条的从业人数，劳务派遣的算不算？窗口两次说法不一样。",
    )  # fmt: skip
    tell_refusal(
        firm, made[0].pk, reason="quota", words="说今年的额度六月就用完了",
        said={"trade": "工业", "staff": "85", "research": "4"},
    )  # fmt: skip
    tell_refusal(firm, made[1].pk, reason="silence", words="交了两个月没有回音", said={})
    record_refusal(
        hands.organiser, made[0].pk, on=day - timedelta(days=9), reason="papers",
        words="设备是分期付款，发票还没有开齐",
    )  # fmt: skip
