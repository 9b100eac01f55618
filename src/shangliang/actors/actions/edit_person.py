"""改人员."""

from typing import Any

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..entering import PERSON_FIELDS, changed, store
from ..models import Actor


@act("person.edit", "改人员", Role.CLERK)
def edit_person(seat: Seat, pk: int, **data: Any) -> Done:
    """The office corrects a person's row; the event keeps which fields, not their text."""
    row = lock(Actor, pk, seat.committee_id)
    if row.kind != Actor.Kind.PERSON:
        raise refuse("这不是人员。")
    fields = changed(row, data, PERSON_FIELDS)
    store(row)
    return Done(case=row, detail={"fields": fields})
