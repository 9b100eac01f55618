"""Places of the steps: Learning (学)."""

from .kinds import BUSINESS, CONSULTS, LEARNS, TEACHES, UNIT, Place, R

PLACES = (
    Place(
        "学习",
        "活动",
        "activities",
        BUSINESS,
        (
            "activity",
            "activity-causes",
            "activity-new",
            "activity-wall",
            "activity-list",
            "activity-leaves",
        ),
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
    Place(
        "学习", "分析表", "analyses", CONSULTS, ("analysis", "analysis-new", "analysis-crossing")
    ),
    Place("学习", "想法到项目", "paths", CONSULTS, ("path", "path-new")),
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
)
