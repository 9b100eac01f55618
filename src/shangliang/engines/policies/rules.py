"""A rule: one or more conditions, any of which is enough, and the clause it stands in.

Truth has three values (Kleene): yes, no, and None for "not told". A fact more can settle a None; it
never turns a yes into a no or a no into a yes, since each condition looks at its own fact alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from .facts import Fact, Facts, Value, words_of

# sign -> (how it is said, whether it holds)
NUMBERS: dict[str, tuple[str, Callable[[Decimal, Decimal], bool]]] = {
    "ge": ("不少于", lambda told, asked: told >= asked),
    "le": ("不超过", lambda told, asked: told <= asked),
    "gt": ("超过", lambda told, asked: told > asked),
    "lt": ("少于", lambda told, asked: told < asked),
}
CHOICES = {"in": "是", "out": "不是"}


@dataclass(frozen=True)
class Condition:
    """A fact held against a number, or against words of which it must (``in``) or must not be one."""

    fact: Fact
    sign: str
    values: tuple[Value, ...]

    def holds(self, facts: Facts) -> bool | None:
        """Yes, no, or None when the firm did not tell."""
        told = facts.get(self.fact.code)
        if told is None:
            return None
        if self.sign in NUMBERS:
            asked = self.values[0]
            if not isinstance(told, Decimal) or not isinstance(asked, Decimal):
                return None
            return NUMBERS[self.sign][1](told, asked)
        return (told in self.values) == (self.sign == "in")

    @property
    def words(self) -> str:
        """The condition as a sentence that reads back to itself."""
        said = NUMBERS[self.sign][0] if self.sign in NUMBERS else CHOICES[self.sign]
        return f"{self.fact.label}{said}{'、'.join(words_of(self.fact, v) for v in self.values)}"


@dataclass(frozen=True)
class Rule:
    """Any of ``conditions`` is enough; ``clause`` says where the document asks it."""

    conditions: tuple[Condition, ...]
    clause: str

    def holds(self, facts: Facts) -> bool | None:
        """Yes when one condition holds; no when all fail; None when what was not told decides."""
        found = [condition.holds(facts) for condition in self.conditions]
        if True in found:
            return True
        return None if None in found else False

    @property
    def words(self) -> str:
        return " 或 ".join(condition.words for condition in self.conditions)

    @property
    def sentence(self) -> str:
        """As the office types it."""
        return f"{self.words}（{self.clause}）"
