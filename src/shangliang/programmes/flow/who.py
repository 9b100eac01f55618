"""Who may, in a sentence each."""

from ...procedures.seat import Seat
from ..models import Programme, Talk
from ..people import OFFICE, speaks_for


def office(seat: Seat, case: object) -> str | None:
    """提案委或专委会工作人员。"""
    return None if seat.has(*OFFICE) else "专项由提案委或专委会工作人员管。"


def counts(seat: Seat, case: Programme) -> str | None:
    """The office, in a programme that counts."""
    if case.book.counting is None:
        return "这种专项不计数。"
    return office(seat, case)


def speaker_side(seat: Seat, case: Talk) -> str | None:
    """Whoever entered the speaker, the body the speaker is of, or the office."""
    if seat.has(*OFFICE) or case.speaker.by_id == seat.person_id:
        return None
    return None if speaks_for(seat, case.speaker.partner) else "由讲述人一方答应。"


def asker(seat: Seat, case: Talk) -> str | None:
    """Whoever asked for the talk, or the office."""
    return None if seat.has(*OFFICE) or case.by_id == seat.person_id else "由约讲的一方办。"
