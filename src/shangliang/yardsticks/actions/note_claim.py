"""记说法."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Seat
from ...procedures.verdicts import refuse
from ..lookup import indicator as find_indicator
from ..models import Claim
from ..who import KEEPERS
from .readings import period_of


@act("claim.note", "记说法", *KEEPERS)
def note_claim(seat: Seat, *, text: str, source: str, indicator: int | str, period: str) -> Done:
    """What somebody said about figures, word by word with where it stands; shown beside the data."""
    if not text.strip() or not source.strip():
        raise refuse("请写原话和出处。")
    yardstick = find_indicator(seat.committee_id, indicator)
    row = Claim.objects.create(
        committee_id=seat.committee_id, text=text.strip()[:300], source=source.strip()[:200],
        yardstick=yardstick, period=period_of(period, yardstick).code, by_id=seat.person_id,
    )  # fmt: skip
    return Done(case=yardstick, about=row, result=row)
