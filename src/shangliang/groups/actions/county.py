"""联系指导县级政协: who went or called when, and what they asked (S-071). Guidance, never command (E12)."""

from datetime import date

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..models import Touch
from ..people import OFFICE
from ..touching import new_touch


@act("county.touch", "记联系县级政协", *OFFICE, Role.LEADER)
def touch_county(
    seat: Seat,
    *,
    county: int,
    on: date,
    way: str,
    note: str = "",
    question: bool = False,
) -> Done:
    """``question``: the note is a question that waits for an answer."""
    place = Actor.objects.filter(
        committee_id=seat.committee_id, kind=Actor.Kind.COUNTY, pk=county
    ).first()
    if place is None:
        raise refuse("没有这个县（市、区）。", "wall")
    if question and not note.strip():
        raise refuse("请写问的是什么。")
    row = new_touch(
        seat, on=on, way=way, matter="", note=note, referred="", whom=place,
        open_question=question,
    )  # fmt: skip
    return Done(case=place, about=row, detail={"on": on, "question": question}, result=row)


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
