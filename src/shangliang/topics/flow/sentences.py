"""Each predicate of this room's tables as a part of a Chinese sentence, for the help page."""

from ...journal.telling import OUTSIDE as ACTS
from ...journal.wording import TYPES
from ...procedures.telling import OUTSIDE, SENTENCES
from . import conditions as when
from . import people as who

SENTENCES.update(
    {
        who.office: "专委会工作人员或提案委工作人员",
        who.picker: "专委会工作人员；议事室的事由它的召集人",
        who.supporter: "委员、政协领导",
        who.named_judge: "本年度的评议人",
        who.planner: "专委会工作人员",
        who.runner: "经办的工作人员；议事室的召集人",
        who.took_part: "参加了这次协商的人、参加单位的人",
        who.sector_writer: "这个界别的执笔人；提案委工作人员",
        when.is_sectors: "是界别协商，还没有起草过提案",
        who.thinker: "提出想法的人；经办的工作人员",
        who.explainer: "经办的工作人员、召集人或答复方单位",
        who.reader: "起草人以外的政协领导、督办人员",
        when.has_ideas: "本形式有头脑风暴环节",
        when.seen_in_the_field: "写过到实地看到了什么，有地点和日期",
        who.signer: "起草人以外的政协领导或工作人员；议事室由召集人",
        who.other_side: "答复方单位；书面送来的由经办人员登记",
        who.author: "经办的工作人员；议事室的召集人",
        who.issuer: "政协领导；议事室的成果清单由召集人",
        who.elector: "表决名单里的人",
        who.adviser: "被建议的单位；书面送来的由经办人员登记",
        who.assigner: "督办人员、经办人员、政协领导或召集人",
        who.own_side: "本方的专委会工作人员，只看的一方除外",
        who.host_side: "主办方的专委会工作人员",
        when.judged: "至少三位评议人打过分；议事室的事由召集人定",
        when.has_items: "计划里至少有一项",
        when.read_topics: "议题库里有从文件读来、还没有列入计划的议题",
        when.amended: "程序规定的机构都已提出修改意见",
        when.arranged: "时间、地点已定",
        when.both_sides: "协商方、答复方都有人",
        when.prepared: "本形式要求的通知、材料都已发出",
        when.parts_held: "双方有人到会，必有的环节都有人发言",
        when.points_noted: "记下了共识、分歧或少数意见",
        when.minutes_written: "纪要已经拟好",
        when.answered: "答复方都已答复",
        when.closing_met: "本形式办结的条件都满足",
        when.has_text: "正文已写",
        when.has_addressees: "写明报送给谁",
        when.adopted_first: "要表决的成果已经通过",
        when.needs_vote: "是须经会议通过的成果",
        when.remarks_answered: "专家意见逐条交代了采不采用",
        when.every_advice_answered: "每条建议都有答复",
        when.all_agree: "起草各方都同意现在这一稿",
        when.has_addressee: "写明报送给谁",
    }
)
OUTSIDE["question"] = {
    "clear": "提问的人说明白了",
    "unclear": "提问的人说还不明白",
    "open": "两次解答后仍不明白，照实公开",
}
OUTSIDE["topic"] = {"planned": "写进年度计划时转入", "done": "由它开的协商办结时转入"}
ACTS.update(
    {
        "consultation.start": ("议", "安排一次协商"),
        "consultation.feedback": ("议", "会后书面意见"),
        "topic.rate": ("效", "提出人凭回执评价"),
        "topic.nominate": ("议", "提出议题"),
        "topic.deploy": ("议", "登记重大部署"),
        "topic.name_judges": ("议", "指定评议人"),
        "plan.start": ("议", "起草年度协商计划"),
        "plan.tick": ("议", "记节点完成"),
        "result.start": ("建", "起草成果"),
        "result.review": ("建", "专家交回意见"),
        "room.keep": ("议", "登记协商议事室"),
        "space.open": ("建", "开设联合协商"),
        "question.ask": ("传", "提一个疑问"),
        "question.judge": ("传", "提问的人说明不明白"),
        "accord.open": ("议", "记一项共识"),
        "accord.amend": ("议", "共识有了新版"),
        "analysis.start": ("察", "开一张分析表"),
        "analysis.add": ("察", "分析表加一条"),
        "analysis.choose": ("办", "分析表定一条措施"),
        "path.start": ("察", "提出一个想法"),
    }
)
TYPES.update(
    {
        "topic": "议题",
        "plan": "协商计划",
        "planitem": "计划项",
        "consultation": "协商",
        "result": "协商成果",
        "side": "联合协商",
        "space": "联合协商",
        "roomcard": "议事室",
        "advice": "建议",
        "point": "共识与分歧",
        "question": "疑问",
        "accord": "共识",
        "analysis": "分析表",
        "measure": "措施",
        "path": "想法",
        "station": "想法的一站",
        "idea": "点子",
    }
)
