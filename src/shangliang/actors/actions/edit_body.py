"""改机构."""

from typing import Any

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..entering import BODY_FIELDS, BODY_KINDS, changed, store
from ..models import Actor, Alias


@act("body.edit", "改机构", Role.CLERK)
def edit_body(seat: Seat, pk: int, **data: Any) -> Done:
    """A renamed body keeps its old name as an alias, so that old papers still find it."""
    row = lock(Actor, pk, seat.committee_id)
    if row.kind not in BODY_KINDS:
        raise refuse("这一类机构不在这里改。")
    before = row.name
    fields = changed(row, data, BODY_FIELDS)
    store(row)
    if "name" in fields:
        Alias.objects.get_or_create(committee_id=seat.committee_id, actor=row, name=before)
    return Done(case=row, detail={"fields": fields})
