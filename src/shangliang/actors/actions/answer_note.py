"""回复指导意见."""

from django.utils import timezone

from ...notices.post import post
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Actor, GuidanceNote


@act("guidance.answer", "回复指导意见", Role.CLERK, Role.LEADER)
def answer_note(seat: Seat, pk: int, *, text: str) -> Done:
    """The lower committee answers if it likes, once; its event stands in its own chain."""
    note = (
        GuidanceNote.objects.select_for_update(of=("self",))
        .select_related("committee")
        .filter(to_id=seat.committee_id, pk=pk)
        .first()
    )
    if note is None:
        raise refuse("没有找到这一条指导意见。", "wall")
    if note.answered_at:
        raise refuse("这一条已经回复过了。")
    if not text.strip():
        raise refuse("还没有写回复。")
    note.answer, note.answered_by_id, note.answered_at = (
        text.strip(),
        seat.person_id,
        timezone.now(),
    )
    note.save(update_fields=["answer", "answered_by", "answered_at"])
    committee: Actor = note.committee
    post(
        committee_id=committee.pk,
        to=[note.by_id],
        kind="guidance.answer",
        text=f"{seat.committee_name}回复了指导意见：{note.title}",
        case=note,
        url="/guidance/",
    )
    return Done(case=note, detail={"from": committee.pk}, result=note)
