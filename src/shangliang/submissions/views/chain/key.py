"""重点提案 ``/key/``: leader, plan, progress, of one session."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ....actors.models import Session
from ....procedures.models import Clock
from ....procedures.seat import Role, Seat
from ....web.access import needs, seat_of
from ...chain.lamps import Light, light_of
from ...flow import PROPOSAL
from ...models import KeyListing
from ...queries import visible


def sessions_of(seat: Seat) -> list[Session]:
    """The committee's last sessions, newest first."""
    rows = Session.objects.filter(committee_id=seat.committee_id).select_related("term")
    return list(rows[:8])


def chosen(
    request: HttpRequest, sessions: list[Session], wanted: int | None = None
) -> Session | None:
    """The session asked for, else the one where something waits, else the newest."""
    given = request.GET.get("session", "") or str(wanted or "")
    newest = sessions[0] if sessions else None
    return next((s for s in sessions if str(s.pk) == given), newest)


def rows_of(seat: Seat, **filters: Any) -> list[dict[str, Any]]:
    """Key proposals this seat may see, with the reply clock that ends first; three questions."""
    listings = list(
        KeyListing.objects.filter(
            committee_id=seat.committee_id,
            submission__in=visible(seat).values("pk").order_by(),
            **filters,
        )
        .select_related("submission__rulebook", "leader")
        .annotate(
            answered=Count(
                "submission__recommendations",
                filter=Q(
                    submission__recommendations__state="answered",
                    submission__recommendations__removed_at__isnull=True,
                ),
            )
        )
        .order_by("submission__number")
    )
    clocks = Clock.objects.filter(
        committee_id=seat.committee_id,
        case_type="submission",
        case_id__in=[row.submission_id for row in listings],
        met_on__isnull=True,
        dropped_on__isnull=True,
    ).order_by("-due_on")
    nearest = {clock.case_id: clock for clock in clocks}
    return [
        {
            "listing": row,
            "case": row.submission,
            "state": PROPOSAL.label_of(row.submission.state),
            "answered": row.answered,
            "light": light(nearest.get(row.submission_id), row),
        }
        for row in listings
    ]


def light(clock: Clock | None, row: KeyListing) -> Light | None:
    return light_of(clock, row.submission.rules) if clock else None


@needs()
def listing(request: HttpRequest) -> HttpResponse:
    """The page of key proposals."""
    seat = seat_of(request)
    sessions = sessions_of(seat)
    session = chosen(request, sessions)
    rows = rows_of(seat, submission__session=session) if session else []
    return render(
        request,
        "submissions/chain/key.html",
        {
            "rows": rows,
            "sessions": sessions,
            "chosen": session,
            "may": seat.has(Role.LEADER, Role.CLERK),
            "late": sum(bool(r["light"] and r["light"].late) for r in rows),
            "no_plan": sum(not r["listing"].plan for r in rows),
        },
    )
