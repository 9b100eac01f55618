"""Which rows of this room a seat may see."""

from django.db.models import Q, QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Role, Seat
from .models import (
    Accord,
    Analysis,
    Consultation,
    Path,
    Plan,
    Question,
    Result,
    Side,
    Space,
    Topic,
)

# The committee's own people; units see what they are a party of; the three administrators nothing.
INSIDE = (
    Role.ORGANISER,
    Role.CLERK,
    Role.SECOND_REVIEWER,
    Role.SUPERVISOR,
    Role.LEADER,
    Role.EDITOR,
    Role.CONVENOR,
    Role.MEMBER,
    Role.DRAFTER,
    Role.APPROVER,
)


def topics(seat: Seat) -> QuerySet[Topic]:
    """The pool is the committee's common knowledge; others see what they nominated."""
    rows = Topic.objects.filter(committee_id=seat.committee_id)
    if seat.signed_in and seat.has(*INSIDE):
        return rows
    return rows.filter(nominated_by_id=seat.person_id) if seat.signed_in else rows.none()


def topics_from_texts(committee_id: int) -> QuerySet[Topic]:
    """Topics read from a speech or points (documents), in no plan yet, in the order they were accepted."""
    rows = Topic.objects.filter(committee_id=committee_id, about_type="extract")
    return rows.filter(state__in=["pool", "chosen"]).order_by("pk")


def plans(seat: Seat) -> QuerySet[Plan]:
    """Plans of the committee; units read decided ones."""
    rows = Plan.objects.filter(committee_id=seat.committee_id)
    if seat.has(*INSIDE):
        return rows
    return rows.filter(state__in=["decided", "closed"]) if seat.units else rows.none()


def consultations(seat: Seat) -> QuerySet[Consultation]:
    """The committee's people see all; a unit those it takes part in."""
    rows = Consultation.objects.filter(committee_id=seat.committee_id).select_related(
        "lead", "room"
    )
    if seat.has(*INSIDE):
        return rows
    if not seat.units:
        return rows.none()
    return rows.filter(parties__actor_id__in=seat.units).distinct()


def open_consultations(committee_id: int) -> QuerySet[Consultation]:
    """What everybody may read: opened, and its minutes signed."""
    return Consultation.objects.filter(
        committee_id=committee_id, public=True, state__in=["recorded", "answered", "closed"]
    )


def results(seat: Seat) -> QuerySet[Result]:
    """Drafts stay inside; a unit sees issued results that put something to it."""
    rows = Result.objects.filter(committee_id=seat.committee_id).select_related("consultation")
    if seat.has(*INSIDE):
        return rows
    if not seat.units:
        return rows.none()
    out = rows.filter(state__in=["issued", "answered", "done"])
    return out.filter(
        Q(advices__unit_id__in=seat.units) | Q(deliveries__unit_id__in=seat.units)
    ).distinct()


def questions(seat: Seat) -> QuerySet[Question]:
    """Of consultations this seat sees."""
    rows = Question.objects.filter(committee_id=seat.committee_id)
    if not seat.signed_in:
        return rows.none()
    return rows.filter(consultation__in=consultations(seat)).select_related("consultation")


def accords(seat: Seat) -> QuerySet[Accord]:
    """Common knowledge of the committee."""
    rows = Accord.objects.filter(committee_id=seat.committee_id)
    return rows if seat.signed_in and seat.has(*INSIDE) else rows.none()


def analyses(seat: Seat) -> QuerySet[Analysis]:
    """Common knowledge of the committee."""
    rows = Analysis.objects.filter(committee_id=seat.committee_id)
    return rows if seat.signed_in and seat.has(*INSIDE) else rows.none()


def paths(seat: Seat) -> QuerySet[Path]:
    """Common knowledge of the committee."""
    rows = Path.objects.filter(committee_id=seat.committee_id)
    return rows if seat.signed_in and seat.has(*INSIDE) else rows.none()


def sides(seat: Seat) -> QuerySet[Side]:
    """The own committee's sides of shared spaces."""
    rows = Side.objects.filter(committee_id=seat.committee_id).select_related("space")
    return rows if seat.has(*INSIDE) else rows.none()


def spaces(seat: Seat) -> QuerySet[Space]:
    """A shared space is seen by committees that have a side in it, and by nobody else."""
    if not seat.has(*INSIDE):
        return Space.objects.none()
    return Space.objects.filter(pk__in=sides(seat).values("space_id"))


REACH.update(
    {
        "topic": topics,
        "plan": plans,
        "consultation": consultations,
        "result": results,
        "side": sides,
        "question": questions,
        "path": paths,
    }
)
