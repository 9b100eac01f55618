"""A step of the review is kept with its hand; who wrote is told of the end of it."""

from ..notices.post import post
from ..procedures.seat import Seat
from .models import Piece, PieceHand


def reviewed(case: Piece, seat: Seat, step: str, note: str = "") -> None:
    """One row of the three reviews."""
    PieceHand.objects.create(
        committee_id=case.committee_id, piece=case, step=step, round=case.round,
        by_id=seat.person_id, note=note.strip()[:300],
    )  # fmt: skip
    if step == PieceHand.Step.FINAL:
        tell(case, seat, "approved", "终审通过了。")


def tell(case: Piece, seat: Seat, what: str, text: str, needs_act: bool = False) -> None:
    """The one who began the text."""
    post(
        committee_id=case.committee_id, to=[case.by_id], kind=f"piece.{what}",
        text=f"稿件“{case.title}”{text}", case=case, url=case.get_absolute_url(),
        needs_act=needs_act, but=seat.person_id,
    )  # fmt: skip
