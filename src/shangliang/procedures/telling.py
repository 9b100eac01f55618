"""The tables told to people: who may do what, when, with which limit (help page, diagram, docs).

Each predicate has one Chinese sentence in ``SENTENCES``, registered by the room that owns it; a test
refuses a predicate without one, so the help page can never fall behind the table.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .perform import REGISTRY
from .table import DECIDED, Move, Predicate, Table

if TYPE_CHECKING:
    from ..rulebooks.body import ProposalRules

# predicate -> what it says, as a part of a sentence
SENTENCES: dict[Predicate, str] = {}
# table -> states that are reached from outside it: state -> how
OUTSIDE: dict[str, dict[str, str]] = {}
# Limits that no general rulebook holds: kind -> its name; the room's own rules say how long.
OWN_CLOCKS: dict[str, str] = {"promise": "承诺", "reply": "答复", "task_accept": "签收"}


def all_tables() -> dict[str, Table]:
    """Every table a verb is registered for, by name."""
    found: dict[str, Table] = {}
    for action in REGISTRY.values():
        table = action.table  # type: ignore[attr-defined]
        found.setdefault(table.name, table)
    order = {"proposal": 0, "assignment": 1, "reply": 2, "task": 3}
    return dict(sorted(found.items(), key=lambda item: (order.get(item[0], 9), item[0])))


def sentence(predicate: Predicate) -> str:
    """The registered sentence; the first line of the docstring until there is one."""
    if predicate in SENTENCES:
        return SENTENCES[predicate]
    doc = (predicate.__doc__ or "").strip()
    return doc.splitlines()[0] if doc else predicate.__name__


@dataclass(frozen=True)
class ToldMove:
    """One row of the help page."""

    move: Move
    who: str
    when: tuple[str, ...]
    source: tuple[str, ...]
    target: str
    limits: tuple[str, ...]
    off: bool


def rows_of(table: Table, rules: "ProposalRules | None" = None) -> list[ToldMove]:
    """Every verb of a table, in its order; limits in the words of the rulebook at hand."""
    return [_row(table, move, rules) for move in table]


def _row(table: Table, move: Move, rules: "ProposalRules | None") -> ToldMove:
    if move.target is None:
        target = "不变"
    elif move.target == DECIDED:
        names = dict.fromkeys(table.label_of(state) for state in move.targets)
        target = "或".join(names) + "，按规程"
    else:
        target = table.label_of(move.target)
    off = bool(move.step) and rules is not None and not rules.steps.get(move.step, False)
    return ToldMove(
        move=move,
        who=sentence(move.who),
        when=tuple(sentence(condition) for condition in move.when),
        source=tuple(table.label_of(state) for state in move.source),
        target=target,
        limits=tuple(limits_of(move, rules)),
        off=off,
    )


def limits_of(move: Move, rules: "ProposalRules | None") -> list[str]:
    """What the verb starts to count and what it ends."""
    said = [f"开始计{name_of(kind, rules)}" for kind in move.starts]
    return said + [f"{name_of(kind, rules, False)}计时结束" for kind in move.stops]


def name_of(kind: str, rules: "ProposalRules | None", span: bool = True) -> str:
    """审查（10个工作日）; a kind with several limits says each."""
    from ..rulebooks.words import CLOCK_WORDS, span_words

    keys = [k for k in CLOCK_WORDS if k == kind or k.startswith(f"{kind}_")]
    if rules is None or not span:
        return CLOCK_WORDS.get(kind, OWN_CLOCKS.get(kind, kind))
    held = [key for key in keys if key in rules.clocks]
    if not held and kind not in CLOCK_WORDS and kind in OWN_CLOCKS:
        return OWN_CLOCKS[kind]
    if not held:
        return f"{CLOCK_WORDS.get(kind, kind)}（规程没有设限）"
    return "、".join(f"{CLOCK_WORDS[key]}（{span_words(rules.clocks[key].span)}）" for key in held)
