"""People around a voice: whom to tell, the seat of somebody without account, codes."""

import secrets

from ..actors.models import Tie
from ..procedures.seat import Seat
from ..submissions.people import staff_of, tied
from .models import Voice

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_code() -> str:
    """A receipt number nobody guesses: SQ-7K2M-H617-QX4T, 30^12 possibilities."""
    pick = "".join(secrets.choice(ALPHABET) for _ in range(12))
    return f"SQ-{pick[:4]}-{pick[4:8]}-{pick[8:]}"


def editors(committee_id: int) -> list[int]:
    return tied(committee_id, Tie.Kind.EDITOR)


def firm_office(committee_id: int) -> list[int]:
    """Who coordinates firms' difficulties."""
    return tied(committee_id, Tie.Kind.EDITOR, Tie.Kind.ORGANISER)


def unit_people(unit_id: int | None, committee_id: int) -> list[int]:
    return staff_of([unit_id], committee_id) if unit_id else []


def family(voice: Voice) -> list[Voice]:
    """The voice and those merged into it, in the order they came."""
    rows = sorted(voice.merged.all(), key=lambda v: (v.submitted_at or v.made_at, v.pk))
    return [voice, *rows]


def authors(voice: Voice) -> list[int]:
    """Every author with an account, of the voice and of those merged into it; each once."""
    found = [row.author_id for row in family(voice) if row.author_id]
    return list(dict.fromkeys(found))


def nobody(committee_id: int, code: str = "") -> Seat:
    """Somebody without account: a citizen at the web page, or the holder of a receipt."""
    return Seat(committee_id=committee_id, extra={"receipt": code} if code else {})
