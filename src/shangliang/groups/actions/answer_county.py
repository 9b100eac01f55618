"""答复县级政协."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Touch
from ..people import OFFICE


@act("county.answer", "答复县级政协", *OFFICE, Role.LEADER)
def answer_county(seat: Seat, pk: int, *, answer: str) -> Done:
    """In a sentence; it stands under the question."""
    row = (
        Touch.objects.select_for_update(of=("self",))
        .select_related("whom")
        .filter(committee_id=seat.committee_id, pk=pk, open_question=True)
        .first()
    )
    if row is None or row.whom is None:
        raise refuse("没有这个问题，或者已经答复。", "wall")
    if not answer.strip():
        raise refuse("请写答复。")
    row.referred, row.open_question = answer.strip()[:200], False
    row.save(update_fields=["referred", "open_question"])
    return Done(case=row.whom, about=row)
