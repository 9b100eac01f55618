"""Which activities, attendances and findings a seat may see."""

from django.db.models import Q, QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .models import Activity, Attendance, Finding, Partner, Project

MANAGERS = (
    Role.ORGANISER,
    Role.CLERK,
    Role.SECOND_REVIEWER,
    Role.SUPERVISOR,
    Role.EDITOR,
    Role.CONVENOR,
)
READERS = (*MANAGERS, Role.LEADER)


def manages(seat: Seat, row: Activity) -> bool:
    """Who runs it: the office; a convenor or editor only what they planned themselves."""
    if row.committee_id != seat.committee_id:
        return False
    if row.planned_by_id == seat.person_id:
        return True
    if seat.has(Role.CLERK):
        return True
    if not seat.has(Role.ORGANISER):
        return False
    # Staff of one special committee run its activities; staff of the whole committee all.
    return (
        seat.committee_id in seat.organises or row.host_id is None or row.host_id in seat.organises
    )


def visible(seat: Seat) -> QuerySet[Activity]:
    """The office and leaders see all; others what they were asked to, or may sign up for."""
    rows = Activity.objects.filter(committee_id=seat.committee_id).select_related("host")
    if not seat.signed_in:
        return rows.none()
    if seat.has(*READERS):
        return rows
    mine = Attendance.objects.filter(committee_id=seat.committee_id, person_id=seat.person_id)
    wanted = Q(pk__in=mine.values("activity_id"))
    if seat.has(Role.MEMBER):
        wanted |= ~Q(open_to=Activity.OpenTo.INVITED) & ~Q(state="draft")
    return rows.filter(wanted).exclude(state="draft")


def attendances(seat: Seat) -> QuerySet[Attendance]:
    """One's own; the list for those who run it and for leaders."""
    rows = Attendance.objects.filter(committee_id=seat.committee_id).select_related(
        "activity", "person"
    )
    if not seat.signed_in:
        return rows.none()
    return rows if seat.has(*READERS) else rows.filter(person_id=seat.person_id)


def findings(seat: Seat) -> QuerySet[Finding]:
    """The office and leaders all; a unit what names it; a member those of activities one sees."""
    rows = Finding.objects.filter(committee_id=seat.committee_id).select_related(
        "activity", "project", "unit"
    )
    if not seat.signed_in:
        return rows.none()
    if seat.has(*READERS):
        return rows
    wanted = Q(unit_id__in=seat.units)
    if seat.has(Role.MEMBER):
        wanted |= Q(activity__in=visible(seat).values("pk")) | Q(project__isnull=False)
    else:
        wanted |= Q(project__in=projects(seat).values("pk"), activity__isnull=True)
    return rows.filter(wanted)


def projects(seat: Seat) -> QuerySet[Project]:
    """Common knowledge of the office and members; a guest sees the one project they are part of."""
    rows = Project.objects.filter(committee_id=seat.committee_id).select_related("leader", "host")
    if not seat.signed_in:
        return rows.none()
    if seat.has(*READERS, Role.MEMBER):
        return rows
    return rows.filter(pk__in=partner_of(seat).values("project_id"))


def partner_of(seat: Seat) -> QuerySet[Partner]:
    """Where this seat takes part, in person or for its unit, and has not left."""
    own = Q(who_id=seat.person_id) | Q(who_id__in=seat.units)
    return Partner.objects.filter(own, committee_id=seat.committee_id, left_on__isnull=True)


REACH["activity"] = visible
REACH["attendance"] = attendances
REACH["finding"] = findings
