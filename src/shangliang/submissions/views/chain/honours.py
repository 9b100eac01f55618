"""评优 ``/honours/``: candidates with reasons, the rulebook's share, and who stays out."""

from math import floor

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ....procedures.seat import Role
from ....rulebooks.queries import rules_of
from ....web.access import needs, seat_of
from ...flow.proposal import AFTER_FILING
from ...models import CoSignature, Honour, Submission
from ...queries import visible
from .key import chosen, sessions_of


def waiting_in(committee_id: int) -> int | None:
    """The session whose candidates wait: the last nominated one's."""
    rows = Honour.objects.filter(committee_id=committee_id, state="nominated").order_by("-id")
    return rows.values_list("submission__session_id", flat=True).first()


@needs(Role.CLERK, Role.SUPERVISOR, Role.LEADER)
def listing(request: HttpRequest) -> HttpResponse:
    """Candidates and awards of one session; nobody awards the own proposal."""
    seat = seat_of(request)
    sessions = sessions_of(seat)
    session = chosen(request, sessions, waiting_in(seat.committee_id))
    own = CoSignature.objects.filter(
        submission=OuterRef("submission_id"), person_id=seat.person_id, role__in=["first", "co"]
    )
    of_body = Submission.objects.filter(pk=OuterRef("submission_id")).filter(
        Q(drafter_id=seat.person_id) | Q(approver_id=seat.person_id)
    )
    rows = list(
        Honour.objects.filter(
            committee_id=seat.committee_id,
            submission__session=session,
            submission__in=visible(seat).values("pk").order_by(),
        )
        .select_related("submission__rulebook", "nominated_by")
        .annotate(mine=Exists(own) | Exists(of_body))
        .order_by("state", "-submission__replied_at", "pk")
    )
    filed = Submission.objects.filter(
        committee_id=seat.committee_id, session=session, state__in=AFTER_FILING
    )
    whole = filed.count()
    rules = rules_of(rows[0].submission.rulebook) if rows else None
    share = rules.award.excellent_share if rules else None
    awarded = [row for row in rows if row.state == "awarded"]
    return render(
        request,
        "submissions/chain/honours.html",
        {
            "candidates": [row for row in rows if row.state != "awarded"],
            "awarded": awarded,
            "sessions": sessions,
            "chosen": session,
            "filed": whole,
            "share": f"{share:.0%}" if share else "",
            "allowed": max(1, floor(whole * share)) if share else None,
            "may": seat.has(Role.LEADER, Role.CLERK),
        },
    )
