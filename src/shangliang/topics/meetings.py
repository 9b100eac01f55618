"""The activity a consultation invites by: planned with the notice, moved and called off with it.

Sign-in is kept there once; here it is read, so that nobody ticks the same people twice.
"""

from datetime import timedelta

from ..activities.actions.cancel_activity import cancel_activity
from ..activities.actions.move_activity import move_activity
from ..activities.actions.plan import plan_activity
from ..activities.models import Activity, Presence
from ..activities.queries import manages, visible
from ..procedures.seat import Seat
from .attached import ATTACHED, Attached
from .models import Consultation

# A half day; who runs the meeting corrects it on the activity's page.
LENGTH = timedelta(hours=3)
KINDS = {"standing": "standing"}  # 专题议政性常委会会议 is a standing committee meeting


def activity_of(case: Consultation) -> Activity | None:
    """The live activity held for a consultation."""
    return (
        Activity.objects.filter(
            committee_id=case.committee_id, about_type="consultation", about_id=case.pk
        )
        .exclude(state__in=["cancelled", "withdrawn"])
        .order_by("id")
        .first()
    )


def people_of(case: Consultation) -> list[int]:
    """Registered people on the list; a unit sends whom it likes and is told as a unit."""
    return list(
        case.parties.filter(actor__kind="person").values_list("actor_id", flat=True).distinct()
    )


def invite_by_activity(case: Consultation, seat: Seat) -> list[int]:
    """Plan the activity and invite; returns whom it told. Without registered people there is none."""
    people = people_of(case)
    if not people or case.starts_at is None or activity_of(case) is not None:
        return []
    plan_activity(
        seat,
        kind=KINDS.get(case.form, "consultation"),
        title=f"{case.kind.short}：{case.title}",
        starts_at=case.starts_at,
        ends_at=case.starts_at + LENGTH,
        place=case.place,
        about_type="consultation",
        about_id=case.pk,
        invitees=people,
        host=case.lead_id,
    )
    return people


def may_change(row: Activity, seat: Seat) -> bool:
    """It is still to come and this seat runs it; else people are told by the consultation alone."""
    return row.state in ("draft", "open") and manages(seat, row)


def move_with(case: Consultation, seat: Seat) -> list[int]:
    """The activity follows a new time or place; returns whom that told."""
    row = activity_of(case)
    if row is None or case.starts_at is None or not may_change(row, seat):
        return []
    move_activity(
        seat,
        row.pk,
        starts_at=case.starts_at,
        ends_at=case.starts_at + (row.ends_at - row.starts_at),
        place=case.place,
    )
    return people_of(case)


def cancel_with(case: Consultation, seat: Seat, reason: str) -> list[int]:
    """Called off here is called off there; returns whom that told."""
    row = activity_of(case)
    if row is None or not may_change(row, seat):
        return []
    cancel_activity(seat, row.pk, reason=reason)
    return people_of(case)


def signed_in(case: Consultation) -> set[int]:
    """People who signed in at the activity."""
    row = activity_of(case)
    if row is None:
        return set()
    return set(
        Presence.objects.filter(attendance__activity=row).values_list(
            "attendance__person_id", flat=True
        )
    )


def activities(seat: Seat, about_type: str, about_id: int) -> list[Attached]:
    """Activities held for a row, as far as the seat sees them."""
    return [
        Attached("签到和名单", row.title, row.get_absolute_url(), row.place)
        for row in visible(seat).filter(about_type=about_type, about_id=about_id)[:20]
    ]


ATTACHED["activity"] = activities
