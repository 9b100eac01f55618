"""Which texts, issues and press rows a seat may see, and what everybody may."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..procedures.reach import REACH
from ..procedures.seat import Seat
from .book import steps
from .checks import REVIEWS
from .flow.who import DESK, REVIEWERS
from .models import Clipping, Doubt, Gazette, Lecture, Outlet, Piece, PieceHand


def pieces(seat: Seat) -> QuerySet[Piece]:
    """Who writes or reviews sees all; other people of the committee what is published."""
    rows = Piece.objects.filter(committee_id=seat.committee_id).select_related("gazette", "by")
    if not seat.signed_in:
        return rows.none()
    return rows if seat.has(*REVIEWERS) else rows.filter(state="published")


def waiting(seat: Seat) -> QuerySet[Piece]:
    """Texts at a step this seat may review and had no hand in: never one's own, never twice in a round."""
    mine = [code for code in REVIEWS if seat.has(*steps()[code].roles)]
    touched = PieceHand.objects.filter(
        Q(step=PieceHand.Step.WRITE) | Q(step__in=REVIEWS, round=OuterRef("round")),
        committee_id=seat.committee_id, piece=OuterRef("pk"), by_id=seat.person_id,
    )  # fmt: skip
    rows = pieces(seat).filter(state__in=mine).exclude(by_id=seat.person_id)
    return rows.filter(~Exists(touched)).order_by("pk")


def gazettes(seat: Seat) -> QuerySet[Gazette]:
    """Who writes or reviews sees all; other people what is out."""
    rows = Gazette.objects.filter(committee_id=seat.committee_id).select_related("editor", "signer")
    if not seat.signed_in:
        return rows.none()
    return rows if seat.has(*REVIEWERS) else rows.filter(state="issued")


def outlets(seat: Seat) -> QuerySet[Outlet]:
    """The desk's own book of addresses."""
    rows = Outlet.objects.filter(committee_id=seat.committee_id)
    return rows if seat.signed_in and seat.has(*DESK) else rows.none()


def clippings(seat: Seat) -> QuerySet[Clipping]:
    """What was printed: who writes or reviews."""
    rows = Clipping.objects.filter(committee_id=seat.committee_id).select_related(
        "outlet", "piece", "gazette"
    )
    return rows if seat.signed_in and seat.has(*REVIEWERS) else rows.none()


def public_pieces(committee_id: int) -> QuerySet[Piece]:
    """Published texts of a committee; whether their result is public still is asked by ``checks.shown_now``."""
    return Piece.objects.filter(committee_id=committee_id, state="published")


def public_gazettes(committee_id: int) -> QuerySet[Gazette]:
    """Issues that came out."""
    return Gazette.objects.filter(committee_id=committee_id, state="issued")


def lectures(seat: Seat) -> QuerySet[Lecture]:
    """Who writes or reviews sees all; a speaker one's own; a unit those that ask it something."""
    rows = Lecture.objects.filter(committee_id=seat.committee_id).select_related("speaker")
    if not seat.signed_in:
        return rows.none()
    if seat.has(*REVIEWERS):
        return rows
    mine = Q(speaker_id=seat.person_id)
    if seat.units:
        asked = Doubt.objects.filter(committee_id=seat.committee_id, unit_id__in=seat.units)
        mine |= Q(pk__in=asked.values("lecture_id"))
    return rows.filter(mine)


def doubts(seat: Seat) -> QuerySet[Doubt]:
    """Questions of the talks one sees; a unit its own."""
    rows = Doubt.objects.filter(
        committee_id=seat.committee_id, lecture__in=lectures(seat).values("pk")
    ).select_related("lecture__speaker", "unit", "same_as")
    if seat.units and not seat.has(*REVIEWERS):
        return rows.filter(Q(unit_id__in=seat.units) | Q(lecture__speaker_id=seat.person_id))
    return rows


def public_answers(committee_id: int) -> QuerySet[Doubt]:
    """Checked answers, for everybody."""
    return Doubt.objects.filter(committee_id=committee_id, state="published").select_related(
        "lecture"
    )


REACH["piece"] = pieces
REACH["gazette"] = gazettes
REACH["lecture"] = lectures
REACH["doubt"] = doubts
