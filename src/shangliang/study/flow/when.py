"""When, in a sentence each."""

from django.utils import timezone

from ...procedures.seat import Seat
from ..models import BankQuestion, NeedsSurvey, Quiz, StudyDuty, StudyItem, StudyPaper, StudyPlan


def has_items(seat: Seat, case: StudyPlan) -> str | None:
    """有内容。"""
    return None if case.items.exclude(state="dropped").exists() else "计划里还没有内容，先加一项。"


def items_ended(seat: Seat, case: StudyPlan) -> str | None:
    """每一项都结束了。"""
    left = case.items.filter(state__in=["draft", "open"]).count()
    return f"还有 {left} 项没有结束。" if left else None


def plan_issued(seat: Seat, case: StudyItem) -> str | None:
    """所在的计划印发了。"""
    return None if case.plan.state == "issued" else "先印发所在的计划，再布置这一项。"


def has_learners(seat: Seat, case: StudyItem) -> str | None:
    """定了哪些层要学。"""
    return None if case.layers.exists() else "还没有定哪些层要学、哪天前学完。"


def has_text(seat: Seat, case: StudyItem) -> str | None:
    """读文件的，有要读的文件。"""
    if case.kind != StudyItem.Kind.READING or case.readings.exists():
        return None
    return "还没有放要读的文件。"


def meets(seat: Seat, case: StudyItem) -> str | None:
    """是要到场的：集体学习、研讨会、支部学习会、培训。"""
    return None if case.meets else "只有集体学习、研讨会、支部学习会和培训要到场。"


def no_activity_yet(seat: Seat, case: StudyItem) -> str | None:
    """还没有定活动。"""
    return None if case.activity_id is None else "已经定了活动，时间地点到活动页上改。"


def has_points(seat: Seat, case: StudyItem) -> str | None:
    """记了要点，还没有拆。"""
    if case.intake_id:
        return "要点已经送去拆解了。"
    return None if case.points.strip() else "还没有记要点。"


def is_reading(seat: Seat, case: StudyDuty) -> str | None:
    """是读文件。"""
    if case.item.kind == StudyItem.Kind.READING:
        return None
    return "这一项不用确认：签到、交文章或答题以后自己记上。"


def item_open(seat: Seat, case: StudyDuty) -> str | None:
    """这一项还没有结束。"""
    return None if case.item.state == "open" else "这一项已经结束。"


def has_note(seat: Seat, case: StudyDuty) -> str | None:
    """写了心得。"""
    return None if hasattr(case, "note") else "还没有写心得。"


def note_private(seat: Seat, case: StudyDuty) -> str | None:
    """心得还没有分享。"""
    if missing := has_note(seat, case):
        return missing
    return "已经分享了。" if case.note.shared_at else None


def note_shared(seat: Seat, case: StudyDuty) -> str | None:
    """心得分享了。"""
    if missing := has_note(seat, case):
        return missing
    return None if case.note.shared_at else "还没有分享。"


def has_words(seat: Seat, case: StudyPaper) -> str | None:
    """有正文。"""
    return None if case.text.strip() else "还没有正文：写进去，或者交 Word 文件。"


def consented(seat: Seat, case: StudyPaper) -> str | None:
    """写的人同意刊出。"""
    return None if case.consent else "写的人没有同意在内部刊出。"


def source_moved(seat: Seat, case: BankQuestion) -> str | None:
    """出处有了新稿。"""
    if case.clause.intake.version > case.seen_version:
        return None
    return "出处没有新稿，不用核对。"


def has_questions(seat: Seat, case: Quiz) -> str | None:
    """有题。"""
    return None if case.questions.exists() else "还没有抽题。"


def not_over(seat: Seat, case: Quiz) -> str | None:
    """还没有到结束时间。"""
    return None if case.ends_at > timezone.now() else "结束时间已经过了，先改时间。"


def over_or_all_in(seat: Seat, case: Quiz) -> str | None:
    """时间到了。"""
    now = timezone.now()
    if case.ends_at <= now:
        return None
    return "还没有到结束时间。"


def still_open(seat: Seat, case: NeedsSurvey) -> str | None:
    """写了内容。"""
    return None if case.matters else "还没有可选的内容。"
