"""Rounds that hang on a topic or a consultation."""

from ..procedures.seat import Seat
from ..topics.attached import ATTACHED, START, Attached
from .flow import ROUND_STATES
from .queries import visible


def rounds(seat: Seat, about_type: str, about_id: int) -> list[Attached]:
    """Those the seat sees."""
    return [
        Attached("线上商量", row.title, row.get_absolute_url(), ROUND_STATES[row.state])
        for row in visible(seat).filter(about_type=about_type, about_id=about_id)
    ]


ATTACHED["round"] = rounds
START["round"] = ("开一场线上商量", lambda kind, pk: f"/rounds/new/?about={kind}:{pk}")
