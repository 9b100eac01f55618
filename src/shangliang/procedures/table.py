"""The table (流程): state, verb, who, conditions, next state, clocks. Data, read by everything.

Buttons, permissions, clocks, events, API, the help page, the drawn diagram and the tests all read
a :class:`Table` (decision 2). A predicate takes ``(seat, case)`` and returns ``None`` when
it holds, or the sentence that says what is missing and who can mend it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from .seat import Seat

Predicate = Callable[[Seat, Any], str | None]
# A verb may lead to a state that only its action can name (a second round, say).
DECIDED = "*"


@dataclass(frozen=True)
class Move:
    """One row: from ``source`` states, ``who`` may do ``verb`` ``when`` all conditions hold."""

    verb: str
    label: str
    source: tuple[str, ...]
    target: str | None  # None: the state stays; DECIDED: one of ``targets``, named by the action
    who: Predicate
    when: tuple[Predicate, ...] = ()
    targets: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()  # clock kinds started by this verb
    stops: tuple[str, ...] = ()  # clock kinds met by this verb
    form: bool = False  # opens a form: the button ends in "…"
    refusal: bool = False  # stands apart, outlined red (docs/architecture.md)
    key: str = ""  # the key in a queue
    phase: str = "建"  # where the timeline shows it: 察议建办效传
    says: str = ""  # the sentence of the timeline
    basis: str = ""  # the regulation it rests on
    step: str = ""  # rulebook step that switches it on; empty: always on

    def lands(self) -> tuple[str, ...]:
        """Every state the verb may lead to."""
        if self.target is None:
            return self.source
        return self.targets if self.target == DECIDED else (self.target,)


@dataclass(frozen=True)
class Table:
    """The whole life of one kind of case."""

    name: str
    label: str
    states: dict[str, str]  # key -> Chinese name
    initial: str
    moves: tuple[Move, ...]
    final: frozenset[str] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        for move in self.moves:
            unknown = {*move.source, *move.lands()} - self.states.keys()
            if unknown:
                raise ValueError(f"{self.name}.{move.verb} names unknown states {unknown}")
        verbs = [move.verb for move in self.moves]
        if len(set(verbs)) != len(verbs):
            raise ValueError(f"{self.name} names a verb twice")

    def __getitem__(self, verb: str) -> Move:
        for move in self.moves:
            if move.verb == verb:
                return move
        raise KeyError(f"{self.name} has no verb {verb}")

    def __iter__(self) -> Iterator[Move]:
        return iter(self.moves)

    def label_of(self, state: str) -> str:
        return self.states[state]
