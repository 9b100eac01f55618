"""What a talk may trip over before it is sent: heated words, sweeping words, claims without a fact (S-033).

言之有理、有据、有度、有情. For its author's eyes only; nothing is kept, refused or judged. A word here may be
quite right where it stands: the author decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .plainness import plainness

SWEEPING = re.compile(
    r"从来(?:都)?(?:不|没)|根本(?:不|没|就)|所有人都|人人都|没有一个|一点(?:都|也)(?:不|没)|完全(?:不|没)|"
    r"永远(?:不|没)|谁都(?:不|没)|到处都|毫无|全都"
)
ENOUGH = 40  # characters; a short remark need not carry a figure


@dataclass(frozen=True)
class Temper:
    """Words as they stand, in their order, each once. ``bare``: long enough, and no fact in it."""

    heated: tuple[str, ...]
    sweeping: tuple[str, ...]
    bare: bool

    def __bool__(self) -> bool:
        return bool(self.heated or self.sweeping or self.bare)


def temper(text: str) -> Temper:
    """Hints for the author of ``text``."""
    found = plainness(text)
    return Temper(
        found.heated,
        tuple(dict.fromkeys(SWEEPING.findall(text))),
        found.length >= ENOUGH and not found.facts,
    )
