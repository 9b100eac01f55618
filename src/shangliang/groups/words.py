"""The closed lists of this room, in the office's words."""

from ..actors.models import Actor, Tie

# Forms of a team; the kind of actor it is, and the tie that makes one a member of it.
FORMS = {
    "group": "委员履职小组",
    "studio": "委员工作室",
    "point": "委员联系点",
    "sector": "界别",
    "branch": "党支部",
    "committee": "专门委员会",
    "party": "党派团体",
}
KIND_OF = {
    "group": Actor.Kind.GROUP,
    "studio": Actor.Kind.STUDIO,
    "point": Actor.Kind.STUDIO,
    "sector": Actor.Kind.SECTOR,
    "branch": Actor.Kind.BRANCH,
    "committee": Actor.Kind.SPECIAL_COMMITTEE,
    "party": Actor.Kind.PARTY,
}
TIE_OF = {
    "group": Tie.Kind.GROUP,
    "studio": Tie.Kind.HOME,
    "point": Tie.Kind.HOME,
    "sector": Tie.Kind.SECTOR,
    "branch": Tie.Kind.HOME,
    "committee": Tie.Kind.SPECIAL_COMMITTEE,
    "party": Tie.Kind.PARTY,
}
# Whose rota is kept: places where people come.
ROTA_FORMS = ("studio", "point", "group")
# Places with a room that is booked by half-days, and that stand on the map (S-131, S-132).
VENUE_FORMS = ("studio", "point")
# Titles on the membership tie that make one the head; 负责人 ties of the register count too.
HEADS = ("组长", "负责人", "召集人", "书记", "主任", "站长")
TITLES = (*HEADS, "副组长", "副召集人", "副书记", "副主任", "联络员")
EFFORTS = {
    "study": "学习",
    "proposal": "提案",
    "report": "社情民意",
    "inspection": "视察调研",
    "speech": "大会发言",
    "service": "服务群众",
    "duty": "值班接待",
    "contact": "走访联系",
    "plan": "年度计划",
    "summary": "年度总结",
    "activity": "其他活动",
}
MATTERS = {
    "jobs": "就业创业",
    "school": "上学",
    "health": "看病",
    "care": "养老托幼",
    "housing": "住房物业",
    "traffic": "交通出行",
    "environment": "环境卫生",
    "business": "生产经营",
    "service": "办事服务",
    "law": "法律咨询",
    "culture": "文化体育",
    "other": "其他",
}
# Lists of people by consent. The talent pool holds the first four.
LISTS = {
    "member": "委员人才",
    "expert": "社会专家",
    "retired": "离任委员",
    "institute": "智库机构",
    "friend": "政协之友",
    "contact": "联系对象",
}
TALENTS = ("member", "expert", "retired", "institute")
WAYS = ("见面", "走访", "座谈", "电话", "微信", "书信")
ANSWERS = {"waiting": "等答复", "came": "来了", "declined": "没能来"}
SCOPES = {"members": "全体委员", "standing": "常委会组成人员"}
MEASURES = {
    "non_party": "非中共委员",
    "party": "中共委员",
    "women": "女委员",
    "minority": "少数民族委员",
    "young": "45 岁以下委员",
    "sector": "某一界别的委员",
}
