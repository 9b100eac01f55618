"""请谁答: a unit that knows; it is told."""

from ...actors.models import Actor
from ...notices.post import post
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ...topics.telling import unit_people
from ..flow import DOUBT
from ..models import Doubt


@verb(DOUBT, "hand_doubt", Doubt)
def hand_doubt(case: Doubt, seat: Seat, *, unit: int | None = None) -> Done:
    """None gives it back to the speaker and the desk."""
    row = None
    if unit is not None:
        row = Actor.objects.filter(
            committee_id=case.committee_id, pk=unit, kind=Actor.Kind.UNIT, active=True
        ).first()
        if row is None:
            raise refuse("没有找到这个单位。", "wall")
        post(
            committee_id=case.committee_id, to=unit_people(case.committee_id, [unit]),
            kind="doubt.hand", text=f"宣讲时有人问：{case.text[:80]}", case=case,
            url=case.get_absolute_url(), needs_act=True, but=seat.person_id,
        )  # fmt: skip
    case.unit = row
    return Done(detail={"unit": unit})
