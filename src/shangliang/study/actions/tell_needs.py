"""培训需求：说说我想学的."""

from collections.abc import Sequence

from ...procedures.office_calendar import today
from ...procedures.perform import Done, verb
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..flow import NEEDS
from ..layers import groups_of
from ..models import NeedsAnswer, NeedsSurvey


@verb(NEEDS, "tell_needs", NeedsSurvey)
def tell_needs(case: NeedsSurvey, seat: Seat, *, chosen: Sequence[int], text: str = "") -> Done:
    """One answer a person; told again, the last counts."""
    if today() > case.until:
        raise refuse("已经过了截止日期。")
    places = sorted({int(n) for n in chosen if 0 <= int(n) < len(case.matters)})
    if not places and not text.strip():
        raise refuse("请至少选一条，或者写一句。")
    NeedsAnswer.objects.update_or_create(
        survey=case,
        person_id=seat.person_id,
        defaults={
            "committee_id": case.committee_id,
            "group_id": groups_of(case.committee_id, [seat.person_id]).get(seat.person_id),
            "chosen": places,
            "text": text.strip()[:300],
        },
    )
    return Done(detail={"chosen": len(places)})
