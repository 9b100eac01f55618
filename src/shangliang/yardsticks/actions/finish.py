"""作业记入报表."""

from typing import Any

from django.utils import timezone

from ...procedures.perform import Done, lock
from ...procedures.plain import act
from ...procedures.seat import Role, Seat
from ..figures import S
from ..models import Batch


@act("figures.store", "作业记入报表", Role.ORGANISER, Role.SUPERVISOR)
def finish(seat: Seat, pk: int, *, report: dict[str, Any]) -> Done:
    """The job's end: what was taken in, as an event."""
    row = lock(Batch, pk, seat.committee_id)
    row.state, row.done_at, row.report = S.DONE, timezone.now(), report
    row.save(update_fields=["state", "done_at", "report"])
    return Done(case=row, detail={k: report[k] for k in ("new", "revised", "same", "wrong")})
