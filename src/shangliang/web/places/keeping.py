"""Places of the steps: People, registers and the keeping of the system."""

from .kinds import BUSINESS, KEEPERS, OFFICE, TEAM_DESK, TEAMS, Place, R

PLACES = (
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
