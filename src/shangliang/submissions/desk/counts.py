"""The three answers on top of the clerk's desk: waits for me, changed, due today."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from ...actors.models import Session
from ...procedures.models import Clock
from ...procedures.office_calendar import calendar_of, today
from ...procedures.seat import Role, Seat
from ..models import Remark, Submission
from ..queries import visible


@dataclass(frozen=True)
class DeskCounts:
    """``waiting``: what this seat decides next; ``changed``: handed in again after being sent back;
    ``due``: the review's limit is today or past; ``cutoff_days``: working days to the cut-off."""

    waiting: int
    changed: int
    due: int
    by_tab: dict[str, int]
    cutoff_days: int | None


def desk_counts(seat: Seat, sessions: list[Session] | None = None) -> DeskCounts:
    """Two queries (one when the sessions are at hand)."""
    again = Remark.objects.filter(submission=OuterRef("pk"), verb="send_back")
    late = Clock.objects.filter(
        committee_id=seat.committee_id,
        about_type="submission",
        about_id=OuterRef("pk"),
        kind="review",
        due_on__lte=today(),
        met_on__isnull=True,
        dropped_on__isnull=True,
    )
    open_states = ("submitted", "reviewing", "returned")
    mine = "reviewing" if seat.has(Role.SECOND_REVIEWER) else "submitted"
    in_review = Q(state__in=["submitted", "reviewing"])
    found = (
        visible(seat)
        .filter(kind=Submission.Kind.PROPOSAL, state__in=open_states)
        .annotate(again=Exists(again), late=Exists(late))
        .aggregate(
            first=Count("pk", filter=Q(state="submitted")),
            second=Count("pk", filter=Q(state="reviewing")),
            returned=Count("pk", filter=Q(state="returned")),
            waiting=Count("pk", filter=Q(state=mine)),
            changed=Count("pk", filter=in_review & Q(again=True)),
            due=Count("pk", filter=in_review & Q(late=True)),
        )
    )
    return DeskCounts(
        waiting=found["waiting"],
        changed=found["changed"],
        due=found["due"],
        by_tab={name: found[name] for name in ("first", "second", "returned")},
        cutoff_days=cutoff_days(seat.committee_id, sessions),
    )


def cutoff_days(committee_id: int, sessions: list[Session] | None = None) -> int | None:
    """Working days left for plenary proposals; None outside every window."""
    if sessions is None:
        sessions = list(Session.objects.filter(committee_id=committee_id))
    now, day = timezone.now(), today()
    for session in sessions:
        if session.window_opens <= day and now <= session.cutoff_at:
            last = timezone.localdate(session.cutoff_at)
            return abs(calendar_of(committee_id).workdays_between(day, last))
    return None
