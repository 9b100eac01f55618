"""What a talk may trip over before it is sent: heated words, sweeping words, claims without a fact (S-033).

言之有理、有据、有度、有情. For its author's eyes only; nothing is kept, refused or judged. A word here may be
quite right where it stands: the author decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .plainness import plainness

HEATED = re.compile(
    r"岂有此理|太不像话|不像话|胡作非为|胡搞|瞎搞|瞎指挥|一塌糊涂|乌烟瘴气|不作为|懒政|混日子|尸位素餐|"
    r"欺人太甚|忍无可忍|无法无天|丧心病狂|良心(?:被狗吃|何在)|骗子|无耻|可耻|愚蠢|白痴|废物|垃圾单位|滚蛋|活该"
)
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
    facts = plainness(text).facts
    return Temper(
        _once(HEATED, text),
        _once(SWEEPING, text),
        len("".join(text.split())) >= ENOUGH and not facts,
    )


def _once(words: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.group() for m in words.finditer(text)))
