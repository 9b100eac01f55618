"""登记人员."""

from typing import Any

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ..entering import PERSON_FIELDS, changed, store
from ..models import Actor


@act("person.enter", "登记人员", Role.CLERK)
def enter_person(seat: Seat, **data: Any) -> Done:
    """A person for the register; two people may share a name, never a number."""
    row = Actor(committee_id=seat.committee_id, kind=Actor.Kind.PERSON)
    fields = changed(row, data, PERSON_FIELDS)
    store(row)
    return Done(case=row, detail={"fields": fields})
