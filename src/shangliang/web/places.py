"""Every place a person can go, by step of the loop and by role. A room adds its line here.

The step of the loop shows in the head; the places of the step in use stand in a row below it. A
place shows when its address exists and the seat has one of its roles (no role: every seat).
"""

from dataclasses import dataclass

from ..procedures.seat import Role

R = Role
OFFICE = (R.CLERK, R.SECOND_REVIEWER)
WATCH = (R.CLERK, R.SUPERVISOR, R.LEADER)
UNIT = (R.UNIT_STAFF, R.UNIT_HEAD)
WRITERS = (R.MEMBER, R.DRAFTER, R.APPROVER)
KEEPERS = (R.ADMIN, R.CLERK)
# Figures: who keeps them, who answers for them, who reads them (yardsticks/who.py).
COUNTS = (R.ORGANISER, R.SUPERVISOR, R.LEADER)
KEEPS = (*COUNTS, *UNIT)
COMPARES = (*KEEPS, R.CLERK, R.MEMBER, R.EDITOR)
VOICES = (*WRITERS, R.EDITOR, R.ORGANISER, R.CONVENOR)
FIRMS = (R.EDITOR, R.ORGANISER, R.SUPERVISOR, R.LEADER, *UNIT)
# The three administrators do no business (三员分立): registers and cases are closed to them.
BUSINESS = tuple(r for r in Role if r not in (R.ADMIN, R.SECURITY, R.AUDITOR))
# Consulting is the committee's own work; units come where they take part.
CONSULTS = tuple(r for r in BUSINESS if r not in (R.UNIT_STAFF, R.UNIT_HEAD))
# Groups, sectors and people: the office and leaders, and members for their own.
TEAM_DESK = (*OFFICE, R.ORGANISER, R.LEADER)
TEAMS = (*TEAM_DESK, R.MEMBER)
STEPS = ("学习", "察情", "差距", "协商", "建言", "办理", "成效", "公开", "队伍", "名册", "管理")
# Study reaches the committee's own people, never the handling units (study/who.py).
LEARNS = (*WRITERS, *OFFICE, R.LEADER, R.ORGANISER, R.EDITOR, R.CONVENOR)
TEACHES = (R.ORGANISER, R.CLERK)


@dataclass(frozen=True)
class Place:
    """One page one can go to: its step, name, address name, further views that belong to it."""

    step: str
    label: str
    url: str
    roles: tuple[Role, ...] = ()
    views: tuple[str, ...] = ()


PLACES = (
    Place(
        "学习",
        "活动",
        "activities",
        BUSINESS,
        ("activity", "activity-new", "activity-wall", "activity-list", "activity-leaves"),
    ),
    Place("学习", "我的学习", "study", LEARNS, ("study-record",)),
    Place(
        "学习",
        "学习计划",
        "study-plans",
        LEARNS,
        (
            "study-plan",
            "study-plan-new",
            "study-item",
            "study-reading",
            "study-layers",
            "study-layer",
            "study-people",
        ),
    ),
    Place("学习", "学习文章", "study-papers", LEARNS, ("study-paper", "study-paper-new")),
    Place("学习", "题库", "study-banks", TEACHES, ("study-bank", "study-bank-import")),
    Place(
        "学习",
        "知识竞赛",
        "quizzes",
        LEARNS,
        ("quiz", "quiz-new", "quiz-sheet", "quiz-board", "quiz-review"),
    ),
    Place("学习", "练习", "study-practice", LEARNS),
    Place("学习", "培训", "study-training", LEARNS, ("study-need",)),
    Place("察情", "视察发现", "findings", BUSINESS, ("finding",)),
    Place(
        "察情",
        "调研课题",
        "projects",
        (*OFFICE, R.SUPERVISOR, R.ORGANISER, R.EDITOR, R.CONVENOR, R.LEADER, R.MEMBER),
        ("project", "project-new", "project-note", "project-finding", "project-ask"),
    ),
    Place(
        "察情",
        "编辑台",
        "voice-desk",
        (R.EDITOR, R.LEADER),
        ("voice", "voice-source", "voice-form"),
    ),
    Place(
        "察情",
        "我的来声",
        "my-voices",
        VOICES,
        ("voice", "voice-edit", "voice-sent", "voice-consent", "voice-source"),
    ),
    Place("察情", "写来声", "voice-new", VOICES),
    Place("察情", "登记来声", "voice-enter", (R.EDITOR, R.ORGANISER, R.CONVENOR)),
    Place("察情", "期刊专报", "issues", (R.EDITOR, R.LEADER), ("issue",)),
    Place(
        "察情",
        "来声统计",
        "voice-statistics",
        (R.EDITOR, R.LEADER, R.ORGANISER, R.MEMBER),
        ("voice-parts",),
    ),
    Place("察情", "苗头", "voice-signals", (R.EDITOR,)),
    Place("察情", "升温主题", "early-signals", (R.EDITOR, R.SUPERVISOR, R.LEADER)),
    Place(
        "察情",
        "民生领域",
        "fields",
        (*OFFICE, R.SUPERVISOR, R.LEADER, R.EDITOR, R.ORGANISER),
        ("field",),
    ),
    Place("察情", "企业难题", "firm-cases", FIRMS, ("voice", "firm-systemic", "surveys", "survey")),
    Place("察情", "包联", "firm-charges", (R.LEADER, R.ORGANISER, R.SUPERVISOR), ("charge-page",)),
    Place("察情", "牵线", "leads", (R.MEMBER, R.ORGANISER, R.LEADER), ("lead-page",)),
    Place("察情", "对象", "subjects", BUSINESS, ("subject", "subject-new", "subject-projects")),
    Place(
        "协商",
        "议题库",
        "topics",
        CONSULTS,
        (
            "topic",
            "topic-new",
            "topic-judging",
            "topic-judges",
            "topic-coverage",
            "deployment-new",
            "decisions",
        ),
    ),
    Place("协商", "协商计划", "plans", (*CONSULTS, *UNIT), ("plan", "plan-new")),
    Place(
        "协商",
        "协商",
        "consultations",
        (*CONSULTS, *UNIT),
        (
            "consultation",
            "consultation-new",
            "consultation-pairs",
            "minutes",
            "result-new",
            "consultation-ideas",
        ),
    ),
    Place("协商", "协商成果", "results", (*CONSULTS, *UNIT), ("result", "result-drafts")),
    Place("协商", "共识", "accords", CONSULTS, ("accord", "accord-new", "accord-amend")),
    Place("协商", "解疑", "questions", (R.ORGANISER, *OFFICE, R.CONVENOR, R.LEADER, *UNIT)),
    Place(
        "学习", "分析表", "analyses", CONSULTS, ("analysis", "analysis-new", "analysis-crossing")
    ),
    Place("学习", "想法到项目", "paths", CONSULTS, ("path", "path-new")),
    Place("协商", "议事室", "rooms", CONSULTS, ("room", "room-new", "room-card", "room-session")),
    Place("协商", "联合协商", "joint", CONSULTS, ("joint-space", "joint-new")),
    Place(
        "差距",
        "县区比较",
        "compare",
        COMPARES,
        ("figure", "region", "decompose", "whatif", "index-parts", "compare-map", "map-new"),
    ),
    Place("差距", "差距台账", "gaps", COMPARES, ("gap",)),
    Place("差距", "目标", "targets", COMPARES),
    Place("差距", "六问", "sheets", KEEPS, ("sheet", "unit-page")),
    Place("差距", "三张清单", "three-lists", KEEPS),
    Place("差距", "三个本子", "notebooks", KEEPS),
    Place("差距", "对标", "benchmarks", COMPARES),
    Place("差距", "做法卡", "practices", COMPARES, ("practice",)),
    Place("差距", "需求", "needs", COUNTS),
    Place("差距", "小调查", "pulses", COUNTS),
    Place("差距", "报表入库", "figures-in", COUNTS[:2], ("figures-batch",)),
    Place(
        "差距",
        "专项台账",
        "ledgers",
        COMPARES,
        ("ledger", "ledger-new", "ledger-entry", "ledger-entry-edit"),
    ),
    Place("差距", "标尺库", "yardsticks", COMPARES, ("framework",)),
    Place(
        "协商",
        "线上商量",
        "rounds",
        BUSINESS,
        ("round", "round-new", "round-tickets", "round-balance"),
    ),
    Place("建言", "收件台", "review-desk", OFFICE, ("merge-compare",)),
    Place("建言", "系统建议", "suggestions", OFFICE, ("merge-groups",)),
    Place("建言", "交办台", "assign-desk", (R.CLERK, R.SUPERVISOR)),
    Place("建言", "我的提案", "my-proposals", WRITERS, ("proposal-edit", "proposal-sign")),
    Place("建言", "写一件", "proposal-new", (*WRITERS, R.CLERK)),
    Place("建言", "提案总表", "proposals", (), ("proposal", "proposal-print")),
    Place("办理", "承办台", "unit-desk", UNIT, ("reply",)),
    Place("办理", "督办", "supervise", WATCH, ("reply",)),
    Place(
        "办理",
        "督办台账",
        "board",
        (*WATCH, *UNIT, R.ORGANISER),
        (
            "task",
            "board-leader",
            "board-rules",
            "circular",
            "circular-parts",
            "task-new",
            "task-effects",
        ),
    ),
    Place(
        "办理",
        "资金",
        "money",
        (*WATCH, *UNIT, R.ORGANISER),
        ("fund", "fund-line", "money-import"),
    ),
    Place("办理", "承诺台账", "commitments", (), ("task",)),
    Place(
        "办理",
        "文件拆解",
        "intakes",
        (R.CLERK, R.SECOND_REVIEWER, R.SUPERVISOR, R.ORGANISER, R.LEADER),
        ("intake", "intake-new", "intake-tasks", "matrix", "clause", "clause-measure"),
    ),
    Place(
        "办理",
        "通知与会议",
        "calls",
        (R.CLERK, R.SECOND_REVIEWER, R.SUPERVISOR, R.ORGANISER, R.LEADER, *UNIT),
        ("call", "call-new", "call-edit", "call-coverage", "handin"),
    ),
    Place(
        "办理",
        "县区建议",
        "suggestions",
        (R.CLERK, R.SECOND_REVIEWER, R.SUPERVISOR, R.ORGANISER, R.LEADER, *UNIT),
        ("suggestion",),
    ),
    Place(
        "办理",
        "批示",
        "instructions",
        (R.CLERK, R.SECOND_REVIEWER, R.SUPERVISOR, R.ORGANISER, R.LEADER, *UNIT),
        ("instruction", "instruction-new"),
    ),
    Place(
        "协商",
        "通报协商",
        "briefings",
        (R.CLERK, R.SECOND_REVIEWER, R.SUPERVISOR, R.ORGANISER, R.LEADER),
        ("briefing",),
    ),
    Place(
        "学习",
        "听取汇报与中心组",
        "sittings",
        (R.CLERK, R.SECOND_REVIEWER, R.SUPERVISOR, R.ORGANISER, R.LEADER),
        ("sitting", "sitting-new"),
    ),
    Place(
        "学习",
        "传达",
        "relays",
        (R.CLERK, R.SECOND_REVIEWER, R.SUPERVISOR, R.ORGANISER, R.LEADER, *UNIT),
        ("relay", "relay-new"),
    ),
    Place(
        "学习",
        "集中研讨",
        "campaigns",
        (R.CLERK, R.SECOND_REVIEWER, R.SUPERVISOR, R.ORGANISER, R.LEADER, *UNIT),
        ("campaign", "study-sheet", "sheet-from"),
    ),
    Place("办理", "重点提案", "key-proposals", (*WATCH, R.MEMBER)),
    Place("办理", "领导一页", "leader", (R.LEADER,)),
    Place("成效", "成效", "effects", ()),
    Place(
        "成效", "做出了什么效果", "what-effect", COMPARES, ("measure-effects", "activity-effect")
    ),
    Place("成效", "三项质量", "qualities", WATCH),
    Place("成效", "年度统计", "year-statistics", (*WATCH, R.MEMBER)),
    Place(
        "成效",
        "我的履职",
        "deeds",
        (R.MEMBER,),
        ("record", "deed-report", "record-contest", "statement", "my-year", "member-year"),
    ),
    Place(
        "成效",
        "委员履职",
        "deeds-people",
        (*OFFICE, R.ORGANISER, R.LEADER),
        ("deeds-desk", "record-exempt"),
    ),
    Place(
        "成效",
        "积分办法",
        "points",
        (*OFFICE, R.ORGANISER, R.LEADER, R.MEMBER),
        ("points-table", "points-what-if"),
    ),
    Place("成效", "评优", "honours", WATCH),
    Place("公开", "商量过的事", "councils", (), ("council", "topic-open", "topic-lookup")),
    Place("公开", "公开的提案", "public-list", (), ("public-proposal",)),
    Place("队伍", "我的队伍", "my-teams", (R.MEMBER,), ("talent-join",)),
    Place("队伍", "队伍", "teams", TEAMS, ("team", "team-new", "rota", "shift", "teams-loose")),
    Place("队伍", "界别和召集人", "sectors", TEAMS),
    Place("队伍", "最低任务", "minimums", TEAMS),
    Place("队伍", "阵地和场地", "venues", TEAMS, ("team-slots",)),
    Place("队伍", "各点听到的", "heard-needs", TEAMS),
    Place("队伍", "两个全覆盖", "coverage", TEAM_DESK),
    Place("队伍", "组成要求", "composition", TEAM_DESK),
    Place("队伍", "人才库", "talents", (R.CLERK, R.ORGANISER), ("talent-new", "talent-suggest")),
    Place("队伍", "政协之友", "friends", (R.CLERK, R.ORGANISER), ("friend-new",)),
    Place("队伍", "直接联系", "contact-duty", TEAMS, ("contact-new", "contact-coverage", "listed")),
    Place(
        "队伍",
        "专项",
        "programmes",
        TEAMS,
        ("programme", "programme-new", "programme-item", "programme-item-new", "programme-import"),
    ),
    Place("队伍", "联系县级", "county-contacts", TEAM_DESK),
    Place(
        "名册",
        "委员",
        "members",
        BUSINESS,
        ("person", "person-new", "person-edit", "tie-new", "tie-end", "contacts"),
    ),
    Place("名册", "承办单位", "units", BUSINESS, ("unit",)),
    Place(
        "名册", "界别与机构", "bodies", BUSINESS, ("body", "body-new", "body-edit", "sector-preset")
    ),
    Place("名册", "届次", "sessions", BUSINESS, ("term-new", "session-new", "session-edit")),
    Place("名册", "分工", "charge", BUSINESS),
    Place("名册", "导入", "imports", (R.CLERK,), ("import",)),
    Place("名册", "指导意见", "guidance", (*OFFICE, R.LEADER), ("guidance-new", "guidance-answer")),
    Place(
        "管理",
        "规程",
        "rulebooks",
        (),
        ("rulebook", "rulebook-new", "rulebook-edit", "rulebook-diff", "rulebook-publish"),
    ),
    Place("管理", "流程图解", "procedures", (), ("rulebook-diagram",)),
    Place("管理", "日历", "calendar", ()),
    Place("管理", "文书模板", "papers", KEEPERS),
    Place("管理", "账号", "accounts", (R.ADMIN, R.SECURITY), ("person-account", "new-account")),
    Place("管理", "后台作业", "jobs", (), ("job",)),
    Place("管理", "事件链", "journal", (R.AUDITOR,)),
    Place("管理", "我的记录", "journal-mine", ()),
    Place("管理", "运行状况", "health", (R.ADMIN,)),
    Place("管理", "接口", "api-docs", (R.ADMIN,)),
)
