"""What other rooms hang on a topic or a consultation: online rounds, activities, notes.

A room registers a function once (in its ``apps.py``); pages here ask all of them with one call each
and show what comes back. This room knows the others by type and id only::

    from shangliang.topics.attached import ATTACHED, Attached

    def rounds(seat, about_type, about_id): return [Attached("网上商量", title, url, note), ...]
    ATTACHED["round"] = rounds
    START["round"] = ("开一轮网上商量", lambda t, i: f"/rounds/new/?about_type={t}&about_id={i}")
"""

from collections.abc import Callable
from dataclasses import dataclass

from ..procedures.seat import Seat


@dataclass(frozen=True)
class Attached:
    """One thing that hangs on a row: what it is, its name, where it is, how it stands."""

    label: str
    title: str
    url: str = ""
    note: str = ""


# kind -> (seat, about_type, about_id) -> what hangs there, as far as this seat may see
ATTACHED: dict[str, Callable[[Seat, str, int], list[Attached]]] = {}
# kind -> (label of the button, address for a row, roles that may begin one)
START: dict[str, tuple[str, Callable[[str, int], str]]] = {}


def attached(seat: Seat, about_type: str, about_id: int) -> list[Attached]:
    """Everything that hangs on a row."""
    return [row for ask in ATTACHED.values() for row in ask(seat, about_type, about_id)]


def starts(about_type: str, about_id: int) -> list[tuple[str, str]]:
    """Label and address of what may be begun on a row."""
    return [(label, where(about_type, about_id)) for label, where in START.values()]
