"""Fact (事实): one thing one person did or missed, with the row it is read from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Fact:
    """``what``: attended, absent, on_leave, proposal_filed … ``source_*`` name the row behind it.

    ``of`` holds what a table may ask for: kind, role, level, nature. ``halves``: half days attended;
    ``signers``: how many share a joint work. Ids and points never meet: ``source_id`` is no number
    to count with. ``page``: name and number of where it can be looked at.
    """

    person: int
    what: str
    on: date
    source_type: str
    source_id: int
    title: str = ""
    halves: int = 1
    signers: int = 1
    of: Mapping[str, str] = field(default_factory=dict)
    page: tuple[str, int] = ("", 0)

    @property
    def key(self) -> tuple[str, str, int]:
        return (self.what, self.source_type, self.source_id)
