"""Counting heads (应到、实到): the quorum of a plenary or standing meeting, shown and recorded."""

from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count, Exists, OuterRef, Q

from .models import Activity, Attendance, Presence


@dataclass(frozen=True)
class Heads:
    """``must``: those who attend with a vote (出席). Guests are welcome and not counted."""

    must: int
    here: int
    leave: int
    walk_ins: int
    quorum: Fraction | None
    people: int = 0  # everybody on the list
    asking: int = 0  # requests for leave that wait

    @property
    def needed(self) -> int | None:
        """The least number: two thirds of 7 is 5, not 4.67."""
        if self.quorum is None:
            return None
        share = self.quorum * self.must
        return -(-share.numerator // share.denominator)

    @property
    def short(self) -> int:
        """How many are missing to the quorum."""
        return max((self.needed or 0) - self.here, 0)

    @property
    def enough(self) -> bool | None:
        return None if self.needed is None else self.here >= self.needed


def heads(activity: Activity) -> Heads:
    """One question."""
    member = Q(role=Attendance.As.MEMBER)
    came = Exists(Presence.objects.filter(attendance=OuterRef("pk")))
    found = (
        Attendance.objects.filter(activity=activity)
        .order_by()
        .alias(came=came)
        .aggregate(
            people=Count("pk"),
            must=Count("pk", filter=member & Q(walk_in=False) & ~Q(state="not_going")),
            here=Count("pk", filter=member & Q(came=True)),
            leave=Count("pk", filter=member & Q(state="on_leave")),
            walk_ins=Count("pk", filter=member & Q(walk_in=True)),
            asking=Count("pk", filter=Q(state="leave_asked")),
        )
    )
    return Heads(quorum=activity.rule.quorum, **found)
