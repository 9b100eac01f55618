"""判苗头: a person says whether a signal is one; only then it counts as anything."""

from django.utils import timezone

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Signal

LONGEST = 300


@act("signal.judge", "判苗头", Role.EDITOR, Role.SUPERVISOR, Role.LEADER)
def judge_signal(seat: Seat, pk: int, *, verdict: str, reason: str = "") -> Done:
    """``confirmed`` or ``dismissed``, with a reason when dismissed. Raises Refused."""
    if verdict not in (Signal.Verdict.CONFIRMED, Signal.Verdict.DISMISSED):
        raise refuse("请选“属实，继续关注”或“不是苗头”。")
    reason = reason.strip()
    if verdict == Signal.Verdict.DISMISSED and not reason:
        raise refuse("请写一句为什么不是苗头，好让以后少报错。")
    if len(reason) > LONGEST:
        raise refuse(f"理由不超过 {LONGEST} 字。")
    row = (
        Signal.objects.select_for_update(of=("self",))
        .filter(pk=pk, committee_id=seat.committee_id)
        .first()
    )
    if row is None:
        raise refuse("没有找到这条苗头。", "wall")
    row.verdict, row.reason = verdict, reason
    row.judged_by_id, row.judged_at = seat.person_id, timezone.now()
    row.save(update_fields=["verdict", "reason", "judged_by", "judged_at"])
    return Done(case=row, detail={"verdict": verdict, "count": row.count})
