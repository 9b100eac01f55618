"""改定类别: the supervising office may change the unit's own grade; both stay to be seen."""

from ...notices.post import post
from ...procedures.perform import Done, lock, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..deliver import overall_grade
from ..flow import REPLY
from ..models import Reply, Submission
from ..people import proposers, staff_of


@verb(REPLY, "change_grade", Reply)
def change_grade(case: Reply, seat: Seat, *, grade: str, reason: str) -> Done:
    """Change the reply's grade (docs/field.md 1.8). ``grade_by_unit`` keeps what the unit wrote."""
    if case.kind == Reply.Kind.OPINION:
        raise refuse("会办意见没有办理类别。")
    if case.rules.grade(grade) is None:
        raise refuse("请选规程里的类别：" + "、".join(g.code for g in case.rules.grades) + "。")
    if grade == case.grade:
        raise refuse(f"现在就是 {grade} 类。")
    if not reason.strip():
        raise refuse("请写明为什么改定，单位和提案人都会看到。")
    before = case.grade
    case.grade_by_unit = case.grade_by_unit or before
    case.grade, case.grade_reason = grade, reason.strip()[:200]
    root = case.submission
    told = staff_of([case.assignment.unit_id], case.committee_id)
    if case.state == "sent":
        root = lock(Submission, case.submission_id, case.committee_id)
        if case.round == root.round and root.state in ("replied", "closed"):
            root.grade = overall_grade(root, case)
            root.save(update_fields=["grade"])
        told += proposers(root)
    post(
        committee_id=case.committee_id,
        to=told,
        kind="reply.change_grade",
        text=f"办理类别改定：{root.number_label}，{before or '未定'} 改为 {grade}",
        case=root,
        url=f"/replies/{case.pk}/",
    )
    return Done(detail={"was": before, "grade": grade, "by_unit": case.grade_by_unit})
