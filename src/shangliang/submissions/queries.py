"""Which proposals a seat may see: one source, asked by pages, API, search and exports."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .flow.proposal import AFTER_FILING
from .models import Assignment, CoSignature, Reply, Submission

UNSENT = ("draft", "discarded", "approving")


def mine(seat: Seat) -> Q:
    """What the seat itself handed in, drafts, signs or was asked to sign."""
    signed = CoSignature.objects.filter(
        submission=OuterRef("pk"), person_id=seat.person_id
    ).exclude(state=CoSignature.State.DROPPED)
    return (
        Q(author_id=seat.person_id)
        | Q(drafter_id=seat.person_id)
        | Q(entered_by_id=seat.person_id)
        | Q(Exists(signed))
    )


def of_my_bodies(seat: Seat) -> Q:
    """A body's drafter and approver see the body's proposals."""
    return Q(author_id__in=seat.bodies | seat.heads)


def of_my_units(seat: Seat) -> Q:
    """A handling unit sees what is or was assigned to it."""
    mine = Assignment.objects.filter(submission=OuterRef("pk"), unit_id__in=seat.units)
    return Q(Exists(mine))


def open_to_members(seat: Seat) -> Q:
    """Members read what is filed and what its proposers let be read."""
    return Q(state__in=AFTER_FILING, consent_public=True, confidential=False)


def visible(seat: Seat) -> QuerySet[Submission]:
    """The rows this seat may see. Default is none; unsent drafts stay with their writers.

    A member's unsent draft is opened by nobody else, whatever the office (S-183).
    """
    rows = Submission.objects.filter(committee_id=seat.committee_id)
    if not seat.signed_in:
        return rows.none()
    clauses: list[Q] = []
    if seat.has(Role.MEMBER, Role.DRAFTER, Role.APPROVER, Role.CLERK):
        clauses.append(mine(seat))
    if seat.bodies or seat.heads:
        clauses.append(of_my_bodies(seat))
    if seat.units:
        clauses.append(of_my_units(seat))
    if seat.has(Role.MEMBER):
        clauses.append(open_to_members(seat))
    if seat.has(Role.CLERK, Role.SECOND_REVIEWER):
        clauses.append(~Q(state__in=UNSENT))
    if seat.has(Role.SUPERVISOR, Role.LEADER):
        clauses.append(Q(state__in=AFTER_FILING))
    if not clauses:
        return rows.none()
    allowed = clauses[0]
    for clause in clauses[1:]:
        allowed |= clause
    return rows.filter(allowed)


def assignments(seat: Seat) -> QuerySet[Assignment]:
    """Assignments of proposals one may see; a unit sees its own and its partners'."""
    return Assignment.objects.filter(
        committee_id=seat.committee_id, submission__in=visible(seat)
    ).select_related("submission", "submission__rulebook", "unit")


def replies(seat: Seat) -> QuerySet[Reply]:
    """Delivered replies of proposals one may see; drafts only for units at work and the office."""
    rows = Reply.objects.filter(
        committee_id=seat.committee_id, submission__in=visible(seat)
    ).select_related("submission", "submission__rulebook", "assignment", "assignment__unit")
    if seat.has(Role.SUPERVISOR, Role.CLERK):
        return rows
    mine = Q(assignment__unit_id__in=seat.units) | Q(countersigns__unit_id__in=seat.units)
    opinions_to_me = Q(kind=Reply.Kind.OPINION, submission__assignments__unit_id__in=seat.units)
    public = Q(state="sent", kind=Reply.Kind.REPLY)
    return rows.filter(public | mine | (opinions_to_me & Q(state="sent"))).distinct()


REACH.update(proposal=visible, assignment=assignments, reply=replies)
