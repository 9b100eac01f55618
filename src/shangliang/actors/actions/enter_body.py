"""登记机构."""

from typing import Any

from ...procedures.perform import Done
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ...procedures.verdicts import refuse
from ..entering import BODY_FIELDS, BODY_KINDS, changed, store
from ..models import Actor


@act("body.enter", "登记机构", Role.CLERK)
def enter_body(seat: Seat, kind: str, **data: Any) -> Done:
    """A unit, sector, committee, group, party ...: no two of one kind share a name."""
    if kind not in BODY_KINDS:
        raise refuse("这一类机构不在这里登记。")
    row = Actor(committee_id=seat.committee_id, kind=kind)
    fields = changed(row, data, BODY_FIELDS)
    store(row)
    return Done(case=row, detail={"kind": kind, "fields": fields})
