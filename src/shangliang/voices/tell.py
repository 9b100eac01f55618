"""Telling authors: each once, with the way back to one's own note."""

from ..notices.post import post
from ..procedures.seat import Seat
from .models import Voice
from .people import family


def tell_authors(case: Voice, seat: Seat, verb: str, text: str, needs_act: bool = False) -> int:
    """Every author of the voice and of those merged into it; returns how many were told."""
    told: set[int] = set()
    for row in family(case):
        if row.author_id is None or row.author_id in told:
            continue
        told.add(row.author_id)
        post(
            committee_id=case.committee_id,
            to=[row.author_id],
            kind=f"{case.flow}.{verb}",
            text=f"您反映的“{row.shown_title}”：{text}",
            case=row,
            url=case.get_absolute_url() if needs_act else row.get_absolute_url(),
            needs_act=needs_act,
            but=seat.person_id,
        )
    return len(told)
