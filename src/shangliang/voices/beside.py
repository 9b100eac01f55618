"""What stands beside a proposal that was written on from a note: the note, for those who may open it."""

from ..procedures.seat import Role, Seat
from ..submissions.chain.beside import BESIDE, Beside
from ..submissions.models import Submission
from .queries import all_voices

# Who may open such a note at all; others are spared the question.
READERS = (Role.MEMBER, Role.EDITOR, Role.LEADER)


def notes(seat: Seat, case: Submission) -> list[Beside]:
    """Notes the proposal came from; one question, none for seats that read no notes."""
    if not seat.has(*READERS):
        return []
    rows = all_voices(seat).filter(turned_type="submission", turned_id=case.pk)
    return [
        Beside(
            f"{row.get_kind_display()} {row.number_label}", row.shown_title, row.get_absolute_url()
        )
        for row in rows
    ]


BESIDE.append(notes)
