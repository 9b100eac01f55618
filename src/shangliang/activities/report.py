"""报告各稿和报送: whose a report is. A draft is kept as it stands, handed on, and what comes back is written down."""

from ..procedures.perform import lock
from ..procedures.seat import Role, Seat
from ..procedures.verdicts import refuse
from .models import Activity, Project
from .queries import manages

STAFF = (Role.ORGANISER, Role.CLERK)


def own(seat: Seat, kind: str, pk: int) -> Project | Activity:
    """The project or activity, locked; of those who run it."""
    if kind == "project":
        project = lock(Project, pk, seat.committee_id)
        if not seat.has(*STAFF):
            raise refuse("报告由承办的工作人员定稿、报送。", "who")
        return project
    activity = lock(Activity, pk, seat.committee_id)
    if not manages(seat, activity):
        raise refuse("报告由承办的工作人员定稿、报送。", "who")
    if activity.state not in ("open", "closed"):
        raise refuse("活动还没有通知，或者已经取消、撤销，没有报告可写。", "state")
    return activity
