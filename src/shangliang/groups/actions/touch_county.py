"""记联系县级政协.

联系指导县级政协: who went or called when, and what they asked (S-071). Guidance, never command (E12).
"""

from datetime import date

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
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
