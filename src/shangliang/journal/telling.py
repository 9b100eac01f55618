"""The log told in sentences: what was done, by whom, in the words of the tables.

A verb's sentence is the ``says`` of its row in the table; a room adds the second half (units,
numbers, means) by registering a function. Names are never in the log: a caller gives those it may
show, and what it may not show is told by office ("提案委") instead.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .models import Event

Names = Mapping[int, str]
More = Callable[[Event, Names], str]

# verb -> the rest of its sentence, from ids and codes of the event's detail
MORE: dict[str, More] = {}
# Acts that stand outside a table: verb -> (phase, sentence)
OUTSIDE: dict[str, tuple[str, str]] = {}
# Saving drafts is no step of the case; the whole record shows them too.
QUIET = frozenset(
    {
        "proposal.edit",
        "proposal.review",
        "proposal.judge_suggestion",
        "proposal.invite",
        "reply.edit_reply",
        "reply.start",
    }
)


@dataclass(frozen=True)
class Told:
    """One sentence of a timeline."""

    event: Event
    at: datetime
    phase: str
    title: str
    text: str
    who: str
    refusal: bool = False

    @property
    def cross(self) -> bool:
        """The double rule: where advice becomes a duty, and nowhere else (docs/architecture.md)."""
        return self.event.verb == "proposal.assign"


def more(*verbs: str) -> Callable[[More], More]:
    """Register the second half of a sentence."""

    def register(function: More) -> More:
        MORE.update(dict.fromkeys(verbs, function))
        return function

    return register


def actors_in(events: Iterable[Event]) -> set[int]:
    """Ids of units and people that details speak of, so that names are asked for once."""
    found: set[int] = set()
    for event in events:
        for key in ("unit", "leader", "person", "better_unit"):
            value = event.detail.get(key)
            if isinstance(value, int):
                found.add(value)
        for unit in event.detail.get("units") or ():
            found.add(unit[0] if isinstance(unit, list) else unit)
    return {pk for pk in found if isinstance(pk, int)}


def move_of(verb: str) -> Any:
    """The table's row of a verb, or None for an act outside the tables."""
    # The registry of verbs lies above this room and writes into it; it is asked only when told.
    from ..procedures.perform import REGISTRY

    table, _, name = verb.partition(".")
    return getattr(REGISTRY.get((table, name)), "move", None)


def tell(
    events: Iterable[Event], names: Names, who: Callable[[Event, Any], str], whole: bool = False
) -> list[Told]:
    """Sentences, oldest first. ``who`` names the doer as far as the reader may know."""
    told = []
    for event in events:
        if event.verb in QUIET and not whole:
            continue
        move = move_of(event.verb)
        if move is not None:
            phase, title, refusal = move.phase, move.says or move.label, move.refusal
        else:
            phase, title = OUTSIDE.get(event.verb, ("办", event.verb))
            refusal = False
        rest = MORE.get(event.verb)
        told.append(
            Told(
                event=event,
                at=event.at,
                phase=phase,
                title=title,
                text=rest(event, names) if rest else "",
                who=who(event, move),
                refusal=refusal,
            )
        )
    return told
