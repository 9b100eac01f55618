"""What other rooms set beside a proposal on its page: the consultation it came from.

A room registers a function once (in its ``apps.py``); it is asked with the seat and the proposal, and
asks the database nothing for proposals that cannot have come from it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ...procedures.seat import Seat
from ..models import Submission


@dataclass(frozen=True)
class Beside:
    """A row beside a proposal, as far as this seat may see it."""

    label: str
    title: str
    url: str


BESIDE: list[Callable[[Seat, Submission], list[Beside]]] = []


def beside(seat: Seat, case: Submission) -> list[Beside]:
    return [row for ask in BESIDE for row in ask(seat, case)]
