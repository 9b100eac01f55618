"""Which proposals a seat may see: one source, asked by pages, API, search and exports."""

from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .flow.proposal import AFTER_FILING
from .models import Assignment, CoSignature, Rating, Reply, Submission

UNSENT = ("draft", "discarded", "approving")


def mine(seat: Seat) -> Q:
    """What the seat itself handed in, drafts, signs or was asked to sign."""
    # Sets of ids, asked once a list: a condition on each row would be asked for every row there is.
    own = CoSignature.objects.filter(committee_id=seat.committee_id, person_id=seat.person_id)
    # Who declined or dropped out is not on it any more, and a draft is closed to them again.
    signed = own.exclude(state__in=[CoSignature.State.DECLINED, CoSignature.State.DROPPED])
    # One's merged proposal is answered by the reply to the group's lead (docs/field.md 1.4).
    led = own.filter(submission__group__isnull=False, state=CoSignature.State.SIGNED).exclude(
        role=CoSignature.Role.SECOND
    )
    return (
        Q(author_id=seat.person_id)
        | Q(drafter_id=seat.person_id)
        | Q(entered_by_id=seat.person_id)
        | Q(pk__in=signed.values("submission_id"))
        | Q(pk__in=led.values("submission__group__lead_id"))
    )


def of_my_bodies(seat: Seat) -> Q:
    """A body's drafter and approver see the body's proposals."""
    return Q(author_id__in=seat.bodies | seat.heads)


def of_my_units(seat: Seat) -> Q:
    """A handling unit sees what is or was assigned to it, and what was merged into that: its reply
    goes to those proposers too."""
    mine = Assignment.objects.filter(committee_id=seat.committee_id, unit_id__in=seat.units)
    ours = mine.values("submission_id")
    return Q(pk__in=ours) | Q(state="merged", group__lead_id__in=ours)


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


def seen_case(seat: Seat) -> Exists:
    """The row's proposal is one the seat may see. Asked of the row, so that one duty or one reply is
    found without gathering the whole archive first."""
    return Exists(visible(seat).filter(pk=OuterRef("submission_id")))


def assignments(seat: Seat) -> QuerySet[Assignment]:
    """Assignments of proposals one may see; a unit sees its own and its partners'."""
    return Assignment.objects.filter(
        seen_case(seat), committee_id=seat.committee_id
    ).select_related("submission", "submission__rulebook", "unit")


def replies(seat: Seat) -> QuerySet[Reply]:
    """Delivered replies of proposals one may see; drafts only for units at work and the office."""
    rows = Reply.objects.filter(seen_case(seat), committee_id=seat.committee_id).select_related(
        "submission", "submission__rulebook", "assignment", "assignment__unit"
    )
    if seat.has(Role.SUPERVISOR, Role.CLERK):
        return rows
    mine = Q(assignment__unit_id__in=seat.units) | Q(countersigns__unit_id__in=seat.units)
    opinions_to_me = Q(kind=Reply.Kind.OPINION, submission__assignments__unit_id__in=seat.units)
    public = Q(state="sent", kind=Reply.Kind.REPLY)
    return rows.filter(public | mine | (opinions_to_me & Q(state="sent"))).distinct()


# Ratings are shielded from the unit rated: it sees "第 3 条重办" and nothing of who said what
# (docs/field.md 1.9, docs/architecture.md shield). This is the one door to them.
def ratings(seat: Seat) -> QuerySet[Rating]:
    """Ratings a seat may read with their authors: one's own; the proposal committee's office all.

    Somebody who works in a unit handling the proposal sees only the own one, whatever else they are.
    """
    rows = Rating.objects.filter(committee_id=seat.committee_id)
    if not seat.signed_in:
        return rows.none()
    own = Q(person_id=seat.person_id)
    if not seat.has(Role.CLERK):
        return rows.filter(own)
    handled = Assignment.objects.filter(
        submission=OuterRef("submission_id"), unit_id__in=seat.units
    )
    return rows.filter(own | ~Q(Exists(handled))) if seat.units else rows


def may_see_satisfaction(seat: Seat, units: Iterable[int]) -> bool:
    """Whether the headline and the counts may be shown: to the office, leaders and members, never
    to somebody of a handling unit (``units``: ids of the units assigned). One proposer's headline
    is that proposer's score."""
    if not seat.units.isdisjoint(units):
        return False
    return seat.has(Role.CLERK, Role.SUPERVISOR, Role.LEADER, Role.MEMBER)


def rating_counts(case: Submission) -> dict[str, int]:
    """How many proposers gave each result this round; for those who may see the headline."""
    found = dict.fromkeys(Rating.Score.values, 0)
    rows = case.ratings.filter(round=case.round).values_list("person_id", "result")
    for _, result in set(rows):
        found[result] += 1
    return found


def asks_to_redo(case: Submission) -> list[int]:
    """Numbers of the asks that proposers of this round want handled again, without their names."""
    named = case.ratings.filter(round=case.round).values_list("redo", flat=True)
    return sorted({order for orders in named for order in orders})


def said_without_names(seat: Seat, case_ids: Iterable[int]) -> dict[int, list[Rating]]:
    """Opinions of those not satisfied in the present round, for the office that decides on
    handling again: ``person`` is not loaded with them and must not be shown."""
    if not seat.has(Role.SUPERVISOR, Role.CLERK):
        return {}
    handled = Assignment.objects.filter(
        submission=OuterRef("submission_id"), unit_id__in=seat.units
    )
    rows = (
        Rating.objects.filter(
            committee_id=seat.committee_id,
            submission_id__in=list(case_ids),
            round=F("submission__round"),
            result=Rating.Score.NOT,
        )
        .exclude(Exists(handled))
        .only("submission_id", "round", "result", "text", "redo")
    )
    found: dict[int, list[Rating]] = {}
    for row in rows:
        found.setdefault(row.submission_id, []).append(row)
    return found


REACH.update(proposal=visible, assignment=assignments, reply=replies)
