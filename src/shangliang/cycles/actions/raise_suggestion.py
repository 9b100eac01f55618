"""提建议."""

from ...actors.models import Actor
from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow.who import DESK
from ..models import Call, Handin, Suggestion


@act("suggestion.raise", "提建议")
def raise_suggestion(
    seat: Seat, *, unit: int, title: str, text: str = "", call: int | None = None
) -> Done:
    """By the unit itself, or by the office for what was said at a meeting."""
    if unit not in seat.units and not seat.has(*DESK):
        raise refuse("只能替本单位提建议。", "who")
    if not title.strip():
        raise refuse("请用一句话写建议什么。")
    asked = None
    if call is not None:
        asked = Call.objects.filter(pk=call, committee_id=seat.committee_id).first()
        part = Handin.objects.filter(committee_id=seat.committee_id, call_id=call, unit_id=unit)
        if asked is None or not part.exists():
            raise refuse("这次通知没有请这个单位。", "wall")
    if not Actor.objects.filter(pk=unit, committee_id=seat.committee_id).exists():
        raise refuse("没有这个单位。", "wall")
    row = Suggestion.objects.create(
        committee_id=seat.committee_id,
        call=asked,
        unit_id=unit,
        title=title.strip()[:120],
        text=text.strip(),
        by_id=seat.person_id,
    )
    return Done(case=row, detail={"unit": unit, "call": call})
