"""确认履职记录."""

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ..blocks import records
from ..facts import gather
from ..models import Confirmation


@act("record.confirm", "确认履职记录", Role.MEMBER)
def confirm_record(seat: Seat, *, year: int) -> Done:
    """The counts as they stand today; what changes later is shown beside them."""
    facts = gather(seat.committee_id, year, [seat.person_id])
    found = records(facts, year, [seat.person_id])[seat.person_id]
    row = Confirmation.objects.create(
        committee_id=seat.committee_id,
        person_id=seat.person_id,
        year=year,
        counts=found.counts | {"base": found.base},
    )
    return Done(case=row, detail={"year": year})
