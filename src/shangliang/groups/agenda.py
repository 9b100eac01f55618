"""A special committee's work in sight (S-046): the year's topics it leads, and its advice not yet settled.

Only rows the seat may see in their own rooms; a body's page opens no door.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from ..activities.flow.finding import OPEN, state_words
from ..activities.queries import findings
from ..procedures.seat import Seat
from ..submissions.flow import PROPOSAL
from ..submissions.queries import visible as proposals
from ..topics.flow.result import RESULT
from ..topics.models import PlanItem
from ..topics.queries import plans, results
from .models import Team

MOST = 12
# Bodies that lead topics and give advice in their own name.
FORMS = ("committee", "party", "sector")
UNSENT = ("draft", "cosigning", "approving", "returned")


@dataclass(frozen=True)
class Advice:
    """One recommendation that still waits for somebody."""

    kind: str
    title: str
    url: str
    state: str
    since: date | None


def agenda(seat: Seat, team: Team, year: int) -> list[PlanItem]:
    """Topics of the year's consultation plan that this body leads; one question."""
    rows = PlanItem.objects.filter(
        committee_id=team.committee_id, lead_id=team.body_id, plan__in=plans(seat), plan__year=year
    )
    return list(rows.select_related("plan", "topic")[:MOST])


def open_advice(seat: Seat, team: Team) -> list[Advice]:
    """Its proposals not settled, what its consultations sent, its visits' findings not closed; three questions."""
    found = [
        Advice("提案", p.title, f"/proposals/{p.pk}/", PROPOSAL.label_of(p.state),
               p.submitted_at.date() if p.submitted_at else None)
        for p in proposals(seat).filter(author_id=team.body_id)
        .exclude(state__in=(*PROPOSAL.final, *UNSENT)).order_by("submitted_at", "pk")[:MOST]
    ]  # fmt: skip
    sent = results(seat).filter(
        consultation__lead_id=team.body_id, state__in=("adopted", "issued", "answered")
    )
    found += [
        Advice("协商成果", r.title, r.get_absolute_url(), RESULT.label_of(r.state), r.issued_on)
        for r in sent.order_by("issued_on", "pk")[:MOST]
    ]
    by_us = Q(activity__host_id=team.body_id) | Q(project__host_id=team.body_id)
    rows = findings(seat).filter(by_us, state__in=OPEN, kind__in=("problem", "suggestion"))
    found += [
        Advice("视察发现", f.text[:60], f.get_absolute_url(), state_words(f), f.made_at.date())
        for f in rows.order_by("made_at", "pk")[:MOST]
    ]  # fmt: skip
    return found
