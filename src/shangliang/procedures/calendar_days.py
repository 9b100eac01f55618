"""改日历: who keeps it, and the recount after each change.

The state's arrangement comes with the package; here an office adds a notice that is newer than the
package, or a local day. Every change is followed by one recount of the running clocks.
"""

from ..actors.models import Actor
from ..jobs.models import Job
from ..jobs.run import enqueue
from .office_calendar import forget
from .recount import KIND
from .seat import Role, Seat

KEEPERS = (Role.ADMIN, Role.CLERK)


def recount_later(seat: Seat) -> None:
    """Once the change is committed; a recount that already waits will see this change too."""
    forget(seat.committee_id)
    waiting = Job.objects.filter(committee_id=seat.committee_id, kind=KIND, state=Job.State.WAITING)
    if not waiting.exists():
        enqueue(committee_id=seat.committee_id, person_id=seat.person_id, kind=KIND)


def committee(seat: Seat) -> Actor:
    return Actor.objects.get(pk=seat.committee_id)
