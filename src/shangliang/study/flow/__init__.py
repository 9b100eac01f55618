"""Tables of 学习: plan, item, duty, paper, bank, question, contest, entry, needs."""

from ...procedures.table import Move, Table
from . import people as who
from . import when

# fmt: off
PLAN = Table(
    name="studyplan",
    label="学习计划",
    states={"draft": "拟订", "issued": "已印发", "closed": "已结束"},
    initial="draft",
    moves=(
        Move("edit_plan", "改计划", ("draft", "issued"), None, who.keeper, form=True, phase="察", says="改学习计划"),
        Move("add_item", "加一项", ("draft", "issued"), None, who.keeper, form=True, phase="察", says="加一项学习内容"),
        Move("issue_plan", "印发", ("draft",), "issued", who.keeper, (when.has_items,), phase="察", says="印发学习计划"),
        Move("close_plan", "全年结束", ("issued",), "closed", who.keeper, (when.items_ended,), phase="效", says="学习计划结束"),
    ),
    final=frozenset({"closed"}),
)

LIVE = ("draft", "open")
ITEM = Table(
    name="studyitem",
    label="学习内容",
    states={"draft": "待布置", "open": "在学", "closed": "已结束", "dropped": "已取消"},
    initial="draft",
    moves=(
        Move("edit_item", "改内容", LIVE, None, who.keeper, form=True, phase="察", says="改学习内容"),
        Move("set_layers", "定谁学、哪天前", ("draft",), None, who.keeper, form=True, phase="察", says="定哪些层学"),
        Move("add_reading", "加要读的", LIVE, None, who.keeper, form=True, phase="察", says="加要读的文件"),
        Move("drop_reading", "去掉一篇", LIVE, None, who.keeper, form=True, phase="察", says="去掉一篇"),
        Move("issue_item", "布置", ("draft",), "open", who.keeper,
             (when.plan_issued, when.has_learners, when.has_text), phase="察", says="布置学习"),
        Move("refresh_learners", "补上新来的人", ("open",), None, who.keeper, phase="察", says="补上新来的人"),
        Move("remind_item", "提醒没学的", ("open",), None, who.keeper, phase="察", says="提醒还没有学的人"),
        Move("hold_session", "定时间地点", ("open",), None, who.keeper, (when.meets, when.no_activity_yet),
             form=True, phase="察", says="定了时间地点，发了通知"),
        Move("record_session", "记录", ("open", "closed"), None, who.keeper, (when.meets,), form=True, phase="察", says="记录这次学习"),
        Move("send_points", "要点送去拆解", ("open", "closed"), None, who.keeper, (when.meets, when.has_points),
             phase="办", says="要点送去拆成条目和任务"),
        Move("tick_people", "登记完成的人", ("open",), None, who.keeper, form=True, phase="察", says="登记完成的人"),
        Move("close_item", "结束", ("open",), "closed", who.keeper, phase="效", says="这一项结束"),
        Move("drop_item", "取消", LIVE, "dropped", who.keeper, form=True, refusal=True, phase="察", says="取消这一项"),
    ),
    final=frozenset({"closed", "dropped"}),
)

DUTY = Table(
    name="studyduty",
    label="要学的",
    states={"todo": "还没有学", "done": "学了", "excused": "免修"},
    initial="todo",
    moves=(
        Move("confirm_read", "我读完了", ("todo",), "done", who.learner, (when.is_reading, when.item_open),
             form=True, phase="察", says="确认读完"),
        Move("write_note", "记心得", ("todo", "done"), None, who.learner, form=True, phase="察", says="记心得，只有自己看得到"),
        Move("share_note", "分享心得", ("done",), None, who.learner, (when.note_private,), phase="传", says="分享心得"),
        Move("unshare_note", "收回分享", ("done",), None, who.learner, (when.note_shared,), phase="传", says="收回分享的心得"),
        Move("excuse", "免修", ("todo",), "excused", who.keeper, (when.item_open,), form=True, refusal=True, phase="察", says="免修"),
        Move("unexcuse", "恢复要学", ("excused",), "todo", who.keeper, (when.item_open,), phase="察", says="恢复要学"),
    ),
    final=frozenset(),
)

PAPER = Table(
    name="studypaper",
    label="学习文章",
    states={"draft": "在写", "handed": "已交", "returned": "退回修改", "published": "已刊出"},
    initial="draft",
    moves=(
        Move("edit_paper", "改文章", ("draft", "returned"), None, who.author, form=True, phase="建", says="改文章"),
        Move("hand_paper", "交", ("draft", "returned"), "handed", who.author, (when.has_words,), phase="建", says="交文章"),
        Move("comment_paper", "写意见", ("handed", "published"), None, who.reader, form=True, phase="议", says="看过，写了意见"),
        Move("return_paper", "请再改改", ("handed",), "returned", who.keeper, form=True, refusal=True, phase="议", says="请作者再改"),
        Move("allow_paper", "同意或不同意刊出", ("draft", "handed", "returned"), None, who.author, form=True, phase="传",
             says="说明是否同意刊出"),
        Move("publish_paper", "在内部刊出", ("handed",), "published", who.keeper, (when.consented,), phase="传", says="在内部刊出"),
        Move("unpublish_paper", "撤下", ("published",), "handed", who.author_or_keeper, refusal=True, phase="传", says="从内部刊出中撤下"),
    ),
    final=frozenset(),
)

BANK = Table(
    name="bank",
    label="题库",
    states={"open": "在用", "closed": "停用"},
    initial="open",
    moves=(
        Move("edit_bank", "改题库", ("open",), None, who.keeper, form=True, phase="察", says="改题库"),
        Move("add_question", "加一题", ("open",), None, who.keeper, form=True, phase="察", says="加一题"),
        Move("close_bank", "停用", ("open",), "closed", who.keeper, refusal=True, phase="察", says="停用题库"),
        Move("reopen_bank", "再用", ("closed",), "open", who.keeper, phase="察", says="再用题库"),
    ),
    final=frozenset(),
)

QUESTION = Table(
    name="bankquestion",
    label="题目",
    states={"active": "在用", "retired": "停用"},
    initial="active",
    moves=(
        Move("edit_question", "改题", ("active",), None, who.keeper, form=True, phase="察", says="改题"),
        Move("confirm_source", "对过新稿", ("active",), None, who.keeper, (when.source_moved,), form=True, phase="察",
             says="对过新稿，原句在"),
        Move("retire_question", "停用", ("active",), "retired", who.keeper, refusal=True, phase="察", says="停用这道题"),
        Move("restore_question", "再用", ("retired",), "active", who.keeper, phase="察", says="再用这道题"),
    ),
    final=frozenset(),
)

QUIZ = Table(
    name="quiz",
    label="知识竞赛",
    states={"draft": "筹备", "open": "已开放", "closed": "已结束", "void": "作废"},
    initial="draft",
    moves=(
        Move("edit_quiz", "改设置", ("draft",), None, who.keeper, form=True, phase="察", says="改竞赛的设置"),
        Move("draw_questions", "抽题", ("draft",), None, who.keeper, form=True, phase="察", says="从题库抽题"),
        Move("drop_question", "去掉一题", ("draft",), None, who.keeper, form=True, phase="察", says="去掉一题"),
        Move("open_quiz", "开放", ("draft",), "open", who.keeper, (when.has_questions, when.not_over), phase="察", says="开放竞赛"),
        Move("extend_quiz", "延长", ("open",), None, who.keeper, form=True, phase="察", says="延长结束时间"),
        Move("close_quiz", "结束，出榜", ("open",), "closed", who.keeper, (when.over_or_all_in,), phase="效", says="竞赛结束，出榜"),
        Move("void_quiz", "作废", ("draft", "open"), "void", who.keeper, form=True, refusal=True, phase="察", says="竞赛作废"),
    ),
    final=frozenset({"closed", "void"}),
)

ENTRY = Table(
    name="quizentry",
    label="竞赛答卷",
    states={"running": "在答", "handed": "已交卷"},
    initial="running",
    moves=(
        Move("save_answers", "存答案", ("running",), None, who.player, form=True, phase="察", says="存答案"),
        Move("hand_in", "交卷", ("running",), "handed", who.player, form=True, phase="察", says="交卷"),
    ),
    final=frozenset({"handed"}),
)

NEEDS = Table(
    name="needssurvey",
    label="培训需求",
    states={"draft": "拟订", "open": "征集中", "closed": "已截止"},
    initial="draft",
    moves=(
        Move("edit_needs", "改", ("draft",), None, who.keeper, form=True, phase="察", says="改需求征集"),
        Move("open_needs", "开始征集", ("draft",), "open", who.keeper, (when.still_open,), phase="察", says="开始征集培训需求"),
        Move("tell_needs", "说说我想学的", ("open",), None, who.anybody, form=True, phase="察", says="说了想学什么"),
        Move("close_needs", "截止", ("open",), "closed", who.keeper, phase="效", says="截止征集"),
    ),
    final=frozenset({"closed"}),
)
# fmt: on
