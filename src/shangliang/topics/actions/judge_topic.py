"""议题：打分."""

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import TOPIC
from ..models import Judgement, Topic
from ..presets import criteria


@verb(TOPIC, "judge_topic", Topic)
def judge_topic(
    case: Topic,
    seat: Seat,
    *,
    points: dict[str, int] | None = None,
    note: str = "",
    conflict: bool = False,
) -> Done:
    """Marks 1 to 5 on every criterion; given again they replace the earlier ones while open."""
    marks = dict(points or {})
    if conflict:
        marks = {}
    else:
        missing = [c.label for c in criteria() if c.key not in marks]
        if missing:
            raise refuse(f"还没有给“{'、'.join(missing)}”打分。")
        known = {c.key for c in criteria()}
        if set(marks) - known or any(
            not isinstance(v, int) or not 1 <= v <= 5 for v in marks.values()
        ):
            raise refuse("每一项打 1 到 5 分。")
    if case.nominated_by_id == seat.person_id and not conflict:
        raise refuse("自己提的议题请勾选“有利害关系”，不打分。")
    row, _ = Judgement.objects.update_or_create(
        committee_id=case.committee_id,
        topic=case,
        judge_id=seat.person_id,
        defaults={
            "points": marks,
            "note": note.strip()[:300],
            "conflict": conflict,
            "on": today(),
        },
    )
    return Done(about=row, detail={"conflict": conflict})
